/** Formulas that look at more than one row: over the order of the rows, and over groups. */
import type { Column, GraphNode } from "@/compiler/mod.ts";
import type { Draws } from "../support/draws.ts";
import { node } from "../support/graphs.ts";
import { quoted } from "../support/random_graphs.ts";

/** x is any column, n a number. */
const OVER_ORDER: readonly ((x: string, n: string) => string)[] = [
  (x) => `LAG(${x})`,
  (x) => `LEAD(${x}, 2)`,
  () => "ROW_NUMBER()",
  () => "RANK()",
  (_, n) => `RUNNING_TOTAL(${n})`,
  (_, n) => `${n} - LAG(${n})`,
  (x, n) => `IF(ISNULL(LAG(${x})), RUNNING_TOTAL(${n} * 2), ${n})`,
];

const OVER_GROUPS: readonly ((x: string, n: string) => string)[] = [
  (_, n) => `SUM(${n}) / COUNT()`,
  (_, n) => `MAX(${n}) - MIN(${n})`,
  (x) => `COUNT(${x}) * 10`,
  (_, n) => `COALESCE(SUM(${n} * 2), 0)`,
  (x) => `IF(COUNT() > 3, MAX(${x}), MIN(${x}))`,
  (_, n) => `ROUND(MEDIAN(${n}), 1)`,
  (x, n) => `COUNT_IF(ISNULL(${x})) + COUNT_IF(${n} > 1)`,
  (x, n) => `SUM_IF(${n}, ISNOTNULL(${x}))`,
  (_, n) => `AVG_IF(${n}, ${n} > 0)`,
  (_, n) => `PERCENTILE(${n}, 75) - PERCENTILE(${n}, 25)`,
  (_, n) => `WEIGHTED_AVG(${n}, ${n} * 2 + 1)`,
];

function drawn(list: typeof OVER_ORDER, columns: readonly Column[], draws: Draws): string {
  const numbers = columns.filter(({ type }) => type === "int64" || type === "decimal");
  const x = draws.pick(columns);
  return draws.pick(list)(quoted(x), quoted(numbers.length === 0 ? x : draws.pick(numbers)));
}

export const overOrder = (columns: readonly Column[], draws: Draws): GraphNode =>
  node("end", "formula", { as: "the formula", expression: drawn(OVER_ORDER, columns, draws) });

export const overGroups = (columns: readonly Column[], draws: Draws): GraphNode =>
  node("end", "group_by", {
    keys: draws.next(4) === 0 ? [] : [{ column: draws.pick(columns).name }],
    metrics: [
      { function: "formula", expression: drawn(OVER_GROUPS, columns, draws), as: "the formula" },
      { function: "count", as: "rows" },
    ],
  });
