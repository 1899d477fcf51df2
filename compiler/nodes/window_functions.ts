/** What the window node can compute, and its settings. */
import type { WindowOp } from "../ir/expr.ts";
import { LIMITS } from "../schema/limits.ts";
import type { TypeName } from "../schema/vocabulary.ts";
import { spanFields } from "./periods.ts";
import { NUMBERS, sortKeyFields } from "./settings.ts";
import type { Field } from "./spec.ts";

export type WindowName = WindowOp | "percent_rank" | "share";

export interface WindowFunction {
  readonly name: WindowName;
  readonly label: string;
  readonly column: "needed" | "optional" | "none";
  /** Left out where the aggregate of that name says it, or any type will do. */
  readonly accepts?: readonly TypeName[];
  readonly needsOrder?: boolean;
  /** Rows that tie get values of their own, so the order has to be settled. */
  readonly countsRows?: boolean;
  readonly framed?: boolean;
  /** Whether it can pass over empty values. */
  readonly skips?: boolean;
}

const neighbour = { column: "needed", needsOrder: true, countsRows: true, skips: true } as const;
const aggregate = { column: "needed", countsRows: true, framed: true } as const;
const place = { column: "none", needsOrder: true } as const;

const FUNCTIONS: readonly WindowFunction[] = [
  { name: "lag", label: "Value of an earlier row", ...neighbour },
  { name: "lead", label: "Value of a later row", ...neighbour },
  { name: "row_number", label: "Row number", ...place, countsRows: true },
  { name: "rank", label: "Rank, with gaps", ...place },
  { name: "dense_rank", label: "Rank, without gaps", ...place },
  { name: "percent_rank", label: "Rank, from 0 to 1", ...place },
  { name: "ntile", label: "Bucket of as many rows", ...place, countsRows: true },
  { name: "first_value", label: "First value", ...neighbour, framed: true },
  { name: "last_value", label: "Last value", ...neighbour, framed: true },
  { name: "sum", label: "Sum", ...aggregate },
  { name: "avg", label: "Average", ...aggregate },
  { name: "min", label: "Minimum", ...aggregate },
  { name: "max", label: "Maximum", ...aggregate },
  { name: "count", label: "Count", ...aggregate, column: "optional" },
  { name: "stddev", label: "Standard deviation", ...aggregate },
  { name: "median", label: "Median", ...aggregate },
  { name: "share", label: "Share of the total", column: "needed", accepts: NUMBERS },
];

export function findWindowFunction(name: string): WindowFunction | undefined {
  return FUNCTIONS.find((candidate) => candidate.name === name);
}

const names = (chosen: (entry: WindowFunction) => boolean | undefined) =>
  FUNCTIONS.filter(chosen).map((entry) => entry.name);

const edge = (key: string, label: string, words: readonly string[]): Field => ({
  key,
  label,
  kind: "number",
  integer: true,
  min: 0,
  max: LIMITS.count,
  words,
  record: spanFields,
});

export const windowFields: readonly Field[] = [
  {
    key: "function",
    label: "Function",
    kind: "choice",
    options: FUNCTIONS.map((entry) => ({ value: entry.name, label: entry.label })),
  },
  {
    key: "column",
    label: "Column",
    kind: "column",
    optional: true,
    when: { key: "function", in: names((entry) => entry.column !== "none") },
  },
  { key: "as", label: "Column name", kind: "text", maxLength: LIMITS.nameLength },
  {
    key: "partition_by",
    label: "Separately for each",
    help: "Rows look only at rows that agree with them in these columns.",
    kind: "columns",
    optional: true,
  },
  {
    key: "order_by",
    label: "In the order of",
    kind: "list",
    itemLabel: "Sort key",
    item: sortKeyFields,
    optional: true,
  },
  {
    key: "offset",
    label: "Rows away",
    kind: "number",
    integer: true,
    min: 0,
    max: LIMITS.count,
    optional: true,
    when: { key: "function", in: ["lag", "lead"] },
  },
  {
    key: "buckets",
    label: "Buckets",
    help: "The first ones get a row more where the rows do not divide.",
    kind: "number",
    integer: true,
    min: 1,
    max: LIMITS.count,
    when: { key: "function", in: ["ntile"] },
  },
  {
    key: "ignore_nulls",
    label: "Skip empty values",
    help: "Looks for the nearest row that has a value.",
    kind: "toggle",
    optional: true,
    when: { key: "function", in: names((entry) => entry.skips) },
  },
  {
    key: "frame",
    label: "Frame",
    help:
      "How many rows around each one count, or how much time around it. Left out: from the first row to this one when ordered, else all.",
    kind: "record",
    optional: true,
    when: { key: "function", in: names((entry) => entry.framed) },
    fields: [
      edge("preceding", "Before", ["unbounded"]),
      edge("following", "After", ["current", "unbounded"]),
    ],
  },
];
