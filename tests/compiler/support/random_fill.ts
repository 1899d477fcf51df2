/** A random fill over given columns. */
import type { Column, GraphNode } from "@/compiler/mod.ts";
import type { Draws } from "./draws.ts";
import { node } from "./graphs.ts";
import { isTime } from "./random_conditions.ts";
import { isNumeric } from "./random_parts.ts";

/** A fill, and the group before it that puts rows on its steps; few enough steps for any times. */
export function randomFill(
  id: string,
  columns: readonly Column[],
  draws: Draws,
): { readonly fill: GraphNode; readonly before?: GraphNode } | undefined {
  const times = columns.filter(isTime);
  if (times.length === 0) return undefined;
  const time = draws.pick(times);
  const bucket = draws.pick([
    { size: 1 + draws.next(3), unit: "year" },
    { size: 2 + draws.next(9), unit: "quarter" },
    { size: 5 + draws.next(40), unit: "month" },
    { size: 100 + draws.next(300), unit: "week" },
    { size: 500 + draws.next(999), unit: "day" },
  ]);
  const others = columns.filter((column) => column !== time);
  const partition = others.length === 0 || draws.once(3) ? [] : draws.some(others, 2);
  const keys = [{ column: time.name, bucket }, ...partition.map(({ name }) => ({ column: name }))];
  const valued = others.filter((column) => !partition.includes(column) && column.type !== "boolean");
  const picked = valued.length === 0 ? [] : draws.some(valued, 3);
  const metrics = picked.map(({ name }) => ({
    function: draws.pick(["min", "max"]),
    column: name,
    as: name,
  }));
  const modes = (column: Column) =>
    draws.pick(isNumeric(column) ? ["null", "zero", "last", "linear"] : ["null", "last"]);
  const edges = ["2023-05-06", "2024-03-10T07:00:00Z", "1960-01-01", "2101-02-03"];
  const fill = node(id, "fill", {
    time: time.name,
    bucket,
    partition_by: partition.map(({ name }) => name),
    columns: picked.map((column) => ({ column: column.name, mode: modes(column) })),
    ...(draws.once(3) ? { from: draws.pick(edges) } : {}),
    ...(draws.once(3) ? { to: draws.pick(edges) } : {}),
  });
  return draws.once(4) ? { fill } : { fill, before: node(`${id}-steps`, "group_by", { keys, metrics }) };
}
