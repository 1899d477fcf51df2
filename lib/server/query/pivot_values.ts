/** A pivot without values asks its column for them first, in bounded statements of its own. */
import { type ReadGraph, valuesOf, valuesWanted } from "@/compiler/mod.ts";
import type { Graph } from "@/compiler/schema/types.ts";
import type { JsonValue } from "@/lib/server/stores/types.ts";

/** Runs a look-up and returns the first column of its rows. */
type Ask = (graph: Graph, target: string, limit: number) => Promise<readonly JsonValue[]>;

interface Discovered {
  readonly graph: ReadGraph;
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** How many further values each pivot has, for those that have more than are shown. */
  readonly omitted: Readonly<Record<string, number>>;
}

/** Fills the missing values, upstream first, since one pivot may feed another. */
export async function discoverPivotValues(graph: ReadGraph, target: string, ask: Ask): Promise<Discovered> {
  let current = graph;
  const values: Record<string, readonly string[]> = {};
  const omitted: Record<string, number> = {};
  for (const wanted of valuesWanted(graph, target)) {
    const { node, most } = wanted;
    const lookup = valuesOf(current, wanted);
    const found = (await ask(lookup.graph, lookup.values, most))
      .map((value) => typeof value === "boolean" ? String(value) : value);
    if (found.length === most) {
      const [count] = await ask(lookup.graph, lookup.count, 1);
      const left = Number(count) - found.length;
      if (left > 0) omitted[node.id] = left;
    }
    current = current.withConfig(node.id, { ...node.config, values: found });
    values[node.id] = found.map(String);
  }
  return { graph: current, values, omitted };
}
