/** What a KPI shows: its value, the change since the period before, and the limit that decides its colour. */
import type { Column } from "@/compiler/schema/types.ts";
import { subtractDecimals } from "../shared/format/decimals.ts";
import { numberText } from "../shared/format/number.ts";
import { formatValue } from "../shared/format/value.ts";
import { recordOption } from "../shared/rows/options.ts";
import { isNumeric, toNumber } from "../shared/rows/values.ts";
import type { ChartInput, Config, KpiPicture } from "../types.ts";
import { kpiFormat } from "./number_format.ts";

type Write = (value: unknown) => string;

export interface KpiReading {
  readonly config: Config;
  readonly column: Column;
  readonly value: unknown;
  /** Undefined where the result has no period to compare with. */
  readonly previous?: unknown;
  readonly write: Write;
  /** The period of the value, where a range says it instead of the card. */
  readonly compared?: ChartInput["compared"];
}

/** Finds `value` and `previous` by name in the first row. */
export function readKpi({ columns, rows, config, compared }: ChartInput): KpiReading {
  const row = rows[0]!;
  const at = Math.max(0, columns.findIndex(({ name }) => name === "value"));
  const before = columns.findIndex(({ name }) => name === "previous");
  const column = columns[at]!;
  const write: Write = isNumeric(column) ? kpiFormat(config.format) : (value) => formatValue(column, value);
  const value = row[at] ?? null;
  return { config, column, value, previous: before < 0 ? undefined : row[before] ?? null, write, compared };
}

export interface Change {
  /** `none`: there is nothing to compare with, which is not the same as no change. */
  readonly direction: "up" | "down" | "flat" | "none";
  /** Null when either value is missing or no number. */
  readonly amount: string | null;
  /** Of the period before; null when that was zero. */
  readonly ratio: number | null;
}

/** Computed on the decimal texts, so that no digit is lost. Undefined without a period to compare with. */
export function changeOf({ column, value, previous }: KpiReading): Change | undefined {
  if (previous === undefined) return undefined;
  const [now, then] = [numberText(value), numberText(previous)];
  if (!isNumeric(column) || now === null || then === null) {
    return { direction: "none", amount: null, ratio: null };
  }
  const amount = subtractDecimals(now, then) ?? String(Number(now) - Number(then));
  const number = Number(amount);
  const base = Math.abs(Number(then));
  return {
    direction: number > 0 ? "up" : number < 0 ? "down" : "flat",
    amount,
    ratio: base === 0 ? null : number / base,
  };
}

export interface Level {
  readonly level: NonNullable<KpiPicture["status"]>["level"];
  /** The limit that was reached; for green the one that would be reached first. */
  readonly limit: unknown;
  readonly relation: "≤" | "≥" | "<" | ">";
}

/** A limit counts as reached when the value equals it. Undefined without a value or without limits. */
export function levelOf({ config, value }: KpiReading): Level | undefined {
  const { amber, red, direction } = recordOption(config.thresholds);
  const [now, first, second] = [toNumber(value), toNumber(amber), toNumber(red)];
  if (now === null || (first === null && second === null)) return undefined;
  const below = direction === "below";
  const isReached = (limit: number | null) => limit !== null && (below ? now <= limit : now >= limit);
  const reached = below ? "≤" : "≥";
  if (isReached(second)) return { level: "red", limit: red, relation: reached };
  if (isReached(first)) return { level: "amber", limit: amber, relation: reached };
  return { level: "green", limit: first === null ? red : amber, relation: below ? ">" : "<" };
}
