/** One number, its change against the period before, and how it stands to its limits, in words as well as colour. */
import type { Column } from "@/compiler/schema/types.ts";
import { subtractDecimals } from "./decimals.ts";
import { formatPercent, formatValue, NULL_TEXT, numberText } from "./format.ts";
import { kpiFormat } from "./kpi_format.ts";
import { cleanLabel } from "./text.ts";
import type { ChartInput, Config, Geometry, KpiPicture } from "./types.ts";
import { isNumeric, textOption, toNumber, unfit } from "./values.ts";

const FUNCTIONS: Readonly<Record<string, string>> = {
  sum: "Sum of",
  avg: "Average",
  count: "Count of",
  count_distinct: "Distinct",
  min: "Lowest",
  max: "Highest",
  median: "Median",
  stddev: "Standard deviation of",
  first: "First",
  last: "Last",
};

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

function labelOf(config: Config, column: Column): string {
  const metric = textOption(config, "metric");
  const name = textOption(config, "function");
  if (!metric) return name === "count" ? "Count of rows" : cleanLabel(column.name);
  const prefix = name && Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  return prefix ? `${prefix} ${cleanLabel(metric)}` : cleanLabel(metric);
}

function deltaOf(
  { config }: ChartInput,
  column: Column,
  value: unknown,
  previous: unknown,
  write: (value: unknown) => string,
): KpiPicture["delta"] {
  const period = periodText(config.compare);
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
  const sign = number > 0 ? "+" : "";
  return {
    direction,
    amount: `${sign}${write(change)}`,
    percent: base === 0 ? null : `${sign}${formatPercent(number / base, 2)}`,
    previous: write(previous),
    period,
  };
}

function periodText(compare: unknown): string {
  const period = record(record(compare).period);
  const size = Number(period.size);
  const unit = typeof period.unit === "string" ? period.unit : "";
  if (!unit || !Number.isFinite(size)) return "previous period";
  return size === 1 ? `previous ${unit}` : `previous ${size} ${unit}s`;
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
