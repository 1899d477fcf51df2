import { ascending } from "../ir/columns.ts";
import type { Relation } from "../ir/relation.ts";
import { shown } from "../schema/shown.ts";
import { text } from "../schema/untyped.ts";
import { defineOutput } from "./define.ts";
import { chosen } from "./series.ts";
import { severalSymbols } from "./several_symbols.ts";
import { NUMBERS, stableOver, TIMES } from "./settings.ts";

interface Config {
  readonly time: string;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume?: string;
}

const MOST_NAMED = 3;

const SETTINGS = ["time", "open", "high", "low", "close", "volume"] as const;

export const candlestick = defineOutput<Config>({
  description: {
    label: "Candlestick",
    summary: "Shows open, high, low and close over time.",
    icon: { path: "M4.5 2v2M4.5 10v3M3 4h3v6H3zM11.5 3v3M11.5 11v3M10 6h3v5h-3z" },
    picture: "chart",
    fields: [
      { key: "time", label: "Time", kind: "column", accepts: TIMES },
      { key: "open", label: "Open", kind: "column", accepts: NUMBERS },
      { key: "high", label: "High", kind: "column", accepts: NUMBERS },
      { key: "low", label: "Low", kind: "column", accepts: NUMBERS },
      { key: "close", label: "Close", kind: "column", accepts: NUMBERS },
      { key: "volume", label: "Volume", kind: "column", accepts: NUMBERS, optional: true },
    ],
    initial: { time: "", open: "", high: "", low: "", close: "" },
  },
  caption: (config) =>
    ["open", "high", "low", "close"].map((key) => text(config[key])).filter(Boolean).join(", "),
  build(config, { in: input }, scope) {
    const settings = SETTINGS.flatMap((key) => {
      const name = config[key];
      return name === undefined ? [] : [[key, name] as const];
    });
    const columns = chosen(settings, input, scope);
    const symbols = severalSymbols(input);
    if (symbols.length > 1) {
      scope.problem({
        code: "several_symbols",
        severity: "warning",
        message: `Cannot tell the candles of ${symbols.slice(0, MOST_NAMED).map(shown).join(", ")}${
          symbols.length > MOST_NAMED ? " and others" : ""
        } apart: they share one picture, where their times repeat.`,
        hint: "Filter to one symbol, or draw a chart for each.",
      });
    }
    const [time] = columns;
    const order = time === undefined ? input.order : stableOver([ascending(time)], input.order);
    const candles: Relation = { op: "sort", nodeId: scope.nodeId, input, columns, order };
    return columns.length === settings.length ? scope.lower?.candles(candles) ?? candles : candles;
  },
});
