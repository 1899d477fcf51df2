/** `{ size, unit }` settings. */
import type { TimeUnit } from "../ir/expr.ts";
import { isRecord } from "../schema/graph.ts";
import { LIMITS } from "../schema/limits.ts";
import type { Field } from "./spec.ts";

export const UNITS: readonly TimeUnit[] = [
  "second",
  "minute",
  "hour",
  "day",
  "week",
  "month",
  "quarter",
  "year",
];

export interface Period {
  readonly size: number;
  readonly unit: TimeUnit;
}

export const periodFields: readonly Field[] = [
  { key: "size", label: "Size", kind: "number", integer: true, min: 1, max: LIMITS.count },
  {
    key: "unit",
    label: "Unit",
    kind: "choice",
    options: UNITS.map((unit) => ({ value: unit, label: `${unit}s` })),
  },
];

export function readPeriod(value: unknown): Period | "too_large" | undefined {
  if (!isRecord(value)) return undefined;
  const unit = UNITS.find((candidate) => candidate === value.unit);
  const { size } = value;
  if (unit === undefined || typeof size !== "number" || !Number.isInteger(size) || size < 1) return undefined;
  return size > LIMITS.count ? "too_large" : { size, unit };
}
