/** What a result says of the rows that it was reduced from. */
import type { Row } from "@/lib/server/stores/types.ts";
import type { Statement } from "./router.ts";
import type { ResultTable } from "./schema.ts";

type Facts = Row[number][];

/** The result's own cells and, once, what every row says of all of them. */
export function withoutFacts(
  rows: readonly Row[],
  own: number,
): { readonly rows: readonly Row[]; readonly facts: Facts } {
  return { rows: rows.map((row) => row.slice(0, own)), facts: rows[0]?.slice(own) ?? [] };
}

/** How a statement's rows were reduced, with what is known of all of them. */
export function reducedOf(
  { reduced, facts: columns = [], kept }: Statement,
  { facts = [], truncated }: { readonly facts?: Facts; readonly truncated: boolean },
): Pick<ResultTable, "reduced" | "kept"> {
  const known = new Map(columns.map(({ name }, at) => [name.replace(/~+$/, ""), facts[at] ?? null]));
  const number = (name: string) => {
    const value = known.get(name);
    return value === undefined || value === null ? undefined : Number(value);
  };
  const part = (name: string) => {
    const [of, shown] = [number(name), number(`${name}_shown`)];
    return of !== undefined && shown !== undefined ? { [name]: { shown, of } } : {};
  };
  const bucket = known.get("bucket");
  const [count, meanX, meanY] = ["trend_count", "trend_mean_x", "trend_mean_y"].map(number);
  const [xx, xy, yy] = ["trend_xx", "trend_xy", "trend_yy"].map(number);
  const hasTrend = count !== undefined && meanX !== undefined && meanY !== undefined && xx !== undefined &&
    xy !== undefined && yy !== undefined;
  // How wide the candles are is said of those that were merged alone.
  const isReduced = reduced && (reduced.method !== "candles" || typeof bucket === "string");
  const asked = reduced?.asked ?? reduced?.pixels ?? 0;
  const pixels = number("pixels") ?? reduced?.pixels ?? 0;
  return {
    ...(isReduced && {
      reduced: {
        method: reduced.method,
        pixels,
        ...(pixels < asked && { asked }),
        of: number("rows"),
        ...part("categories"),
        ...part("series"),
        ...(typeof bucket === "string" && { bucket }),
        ...(hasTrend && { trend: { count, meanX, meanY, xx, xy, yy } }),
      },
    }),
    ...(kept && truncated && { kept }),
  };
}
