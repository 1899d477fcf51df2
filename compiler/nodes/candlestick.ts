import { ascending } from "../ir/columns.ts";
import { defineNode } from "./define.ts";
import { chosen } from "./series.ts";
import { NUMBERS, stableOver, TIMES } from "./settings.ts";

interface Config {
  readonly time: string;
  readonly open: string;
  readonly high: string;
  readonly low: string;
  readonly close: string;
  readonly volume?: string;
}

const SETTINGS = ["time", "open", "high", "low", "close", "volume"] as const;

export const candlestick = defineNode<Config>({
  description: {
    type: "candlestick",
    label: "Candlestick",
    category: "output",
    summary: "Shows open, high, low and close over time.",
    inputs: ["in"],
    terminal: true,
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
  build(config, { in: input }, scope) {
    const settings = SETTINGS.flatMap((key) => {
      const name = config[key];
      return name === undefined ? [] : [[key, name] as const];
    });
    const columns = chosen(settings, input, scope);
    const [time] = columns;
    const order = time === undefined ? input.order : stableOver([ascending(time)], input.order);
    return { op: "sort", nodeId: scope.nodeId, input, columns, order };
  },
});
