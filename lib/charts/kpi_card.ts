/** One number, its change against the period before, and how it stands to its limits, in words as well as colour. */
import type { Column } from "@/compiler/schema/types.ts";
import { subtractDecimals } from "./decimals.ts";
import { formatPercent, formatValue, NULL_TEXT, numberText } from "./format.ts";
import { aggregateName } from "./aggregates.ts";
import { kpiFormat } from "./kpi_format.ts";
import { cleanLabel } from "./text.ts";
import type { ChartInput, Config, Geometry, KpiPicture } from "./types.ts";
import { isNumeric, textOption, toNumber, unfit } from "./values.ts";

export const kpiCard: Geometry = (input) => {
  const lack = unfit(input);
  if (lack) return lack;
  const { columns, config } = input;
  const row = input.rows[0]!;
  const at = Math.max(0, columns.findIndex(({ name }) => name === "value"));
  const before = columns.findIndex(({ name }) => name === "previous");
  const column = columns[at]!;
  const value = row[at] ?? null;
  const write = isNumeric(column) ? kpiFormat(config.format) : (raw: unknown) => formatValue(column, raw);
  const label = labelOf(config, column);
  const shown = value === null ? NULL_TEXT : write(value);
  const delta = before < 0 ? undefined : deltaOf(input, column, value, row[before] ?? null, write);
  const status = value === null ? undefined : statusOf(config.thresholds, value, write);
  return {
    kind: "kpi",
    label,
    value: shown,
    exact: formatValue(column, value),
    delta,
    status,
    summary: [`${label}: ${shown}.`, delta && describe(delta), status && `${status.text}.`].filter(Boolean)
      .join(" "),
  };
};

/** With a comparison the value is the last period's, and says so. */
function labelOf(config: Config, column: Column): string {
  const metric = textOption(config, "metric");
  const subject = metric ? cleanLabel(metric) : cleanLabel(column.name);
  const label = aggregateName(textOption(config, "function"), subject);
  return config.compare === undefined ? label : `${label}, last ${periodLength(config.compare) ?? "period"}`;
}

function deltaOf(
  { config }: ChartInput,
  column: Column,
  value: unknown,
  previous: unknown,
  write: (value: unknown) => string,
): KpiPicture["delta"] {
  const period = `previous ${periodLength(config.compare) ?? "period"}`;
  const [now, then] = [numberText(value), numberText(previous)];
  if (!isNumeric(column) || now === null || then === null) {
    return {
      direction: "flat",
      amount: NULL_TEXT,
      percent: null,
      previous: previous === null ? NULL_TEXT : write(previous),
      period,
    };
  }
  const change = subtractDecimals(now, then) ?? String(Number(now) - Number(then));
  const number = Number(change);
  const base = Math.abs(Number(then));
  const direction = number > 0 ? "up" : number < 0 ? "down" : "flat";
  const sign = (text: string) => number > 0 && !text.startsWith("+") ? `+${text}` : text;
  return {
    direction,
    amount: sign(write(change)),
    percent: base === 0 ? null : sign(formatPercent(number / base, 2)),
    previous: write(previous),
    period,
  };
}

/** "day", "5 minutes"; null when the setting is unreadable. */
function periodLength(compare: unknown): string | null {
  const { size, unit } = record(record(compare).period);
  const count = Number(size);
  if (typeof unit !== "string" || unit === "" || !Number.isFinite(count)) return null;
  return count === 1 ? unit : `${count} ${unit}s`;
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? value as Record<string, unknown> : {};
}

const NAMES = { green: "Green", amber: "Amber", red: "Red" } as const;

/** A limit counts as reached when the value equals it. */
function statusOf(
  thresholds: unknown,
  value: unknown,
  write: (value: unknown) => string,
): KpiPicture["status"] {
  const { amber, red, direction } = record(thresholds);
  const [now, first, second] = [toNumber(value), toNumber(amber), toNumber(red)];
  if (now === null || (first === null && second === null)) return undefined;
  const below = direction === "below";
  const reached = (limit: number | null) => limit !== null && (below ? now <= limit : now >= limit);
  const level = reached(second) ? "red" : reached(first) ? "amber" : "green";
  const limit = level === "red" ? red : level === "amber" ? amber : first === null ? red : amber;
  const relation = level === "green" ? (below ? ">" : "<") : (below ? "≤" : "≥");
  return { level, text: `${NAMES[level]}: ${relation} ${write(limit)}` };
}

function describe(delta: NonNullable<KpiPicture["delta"]>): string {
  const word = { up: "Up", down: "Down", flat: "Unchanged" }[delta.direction];
  if (delta.amount === NULL_TEXT) return `No comparison with the ${delta.period}.`;
  const change = delta.direction === "flat"
    ? ""
    : ` ${delta.amount}${delta.percent ? ` (${delta.percent})` : ""}`;
  return `${word}${change} against the ${delta.period}, which was ${delta.previous}.`;
}
