/** An aggregate over the rows that meet every condition. */
export function filtered(call: string, conditions: readonly (string | undefined)[]): string {
  const present = conditions.filter((condition) => condition !== undefined);
  return present.length === 0 ? call : `${call} FILTER (WHERE ${present.join(" AND ")})`;
}
