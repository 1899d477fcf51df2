/** How large a statement a store reads at all; beyond it would answer with an error of its own. */
import type { DialectName, Problem } from "../schema/types.ts";

interface Bounds {
  readonly bytes: number;
  readonly params: number;
  readonly columns: number;
}

const BOUNDS: Readonly<Record<DialectName, Bounds>> = {
  // The default of max_query_size.
  clickhouse: { bytes: 262_144, params: Infinity, columns: Infinity },
  // Parameters are counted in sixteen bits, entries of a SELECT up to 1,664.
  postgres: { bytes: 16_000_000, params: 65_534, columns: 1_600 },
  materialize: { bytes: 1_000_000, params: 65_534, columns: 1_600 },
};
const encoder = new TextEncoder();

export function sizeProblem(
  dialect: DialectName,
  sql: string,
  params: number,
  columns: number,
): Problem | undefined {
  const most = BOUNDS[dialect];
  const found = [
    { what: "bytes", size: sql.length * 3 > most.bytes ? encoder.encode(sql).length : 0, most: most.bytes },
    { what: "values", size: params, most: most.params },
    { what: "columns", size: columns, most: most.columns },
  ].find((each) => each.size > each.most);
  return found && {
    code: "too_large",
    message: `Cannot run a statement of ${found.size} ${found.what}: this store reads at most ${found.most}.`,
    hint: found.what === "columns"
      ? "Select the columns that are needed."
      : "Use fewer conditions, one list instead of many values, or fewer formulas.",
  };
}
