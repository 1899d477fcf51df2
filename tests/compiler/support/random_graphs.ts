/** Random workflows over hostile data, drawn from a list of numbers so that a failure shrinks. */
import { type Catalog, type Column, type Graph, type GraphNode, propagate } from "@/compiler/mod.ts";
import { Draws } from "./draws.ts";
import { node } from "./graphs.ts";
import { randomFill } from "./random_fill.ts";
import { MAKERS, PICTURES, randomJoin, randomUnion } from "./random_nodes.ts";
import type { RandomOptions } from "./random_parts.ts";

export { randomCondition, randomGroup } from "./random_conditions.ts";
export { quoted } from "./random_formulas.ts";
export { Draws };

export function randomGraph(draws: Draws, catalog: Catalog, options: RandomOptions): Graph {
  const nodes: GraphNode[] = [source("n0", draws, catalog)];
  const edges: Graph["edges"][number][] = [];
  const known = () => propagate({ version: 1, nodes, edges }, catalog).nodes;
  const steps = 2 + draws.next(7);
  for (let step = 1; step <= steps && !draws.done; step++) {
    const id = `n${step}`;
    const before = { nodes: nodes.length, edges: edges.length };
    const readable = nodes.filter((candidate) => (known()[candidate.id]?.columns.length ?? 0) > 0);
    const input = draws.once(5) ? draws.pick(readable) : readable.at(-1) ?? draws.pick(nodes);
    const columns = known()[input.id]?.columns ?? [];
    const isPicture = options.terminals === true && step === steps && draws.once(2);
    const kind = draws.pick(isPicture ? Object.keys(PICTURES) : KINDS);
    if (kind === "join" || kind === "union") combine(id, kind, input, columns, readable);
    else if (kind === "fill") stretch(id, input, columns);
    else {
      const config = (PICTURES[kind] ?? MAKERS[kind])?.({ ...options, id, columns, draws }) ?? {};
      nodes.push(node(id, kind, config, draws.once(12) ? { disabled: true } : {}));
      edges.push({ source: input.id, target: id });
    }
    const problems = known()[id]?.problems ?? [];
    if (problems.some((problem) => problem.severity !== "warning")) {
      nodes.length = before.nodes;
      edges.length = before.edges;
    }
  }
  return { version: 1, nodes, edges };

  function stretch(id: string, input: GraphNode, columns: readonly Column[]): void {
    const made = randomFill(id, columns, draws);
    if (made === undefined) return;
    const path = [...(made.before ? [made.before] : []), made.fill];
    nodes.push(...path);
    edges.push(...path.map(({ id: target }, at) => ({ source: path[at - 1]?.id ?? input.id, target })));
  }

  function combine(
    id: string,
    kind: "join" | "union",
    left: GraphNode,
    columns: readonly Column[],
    readable: readonly GraphNode[],
  ): void {
    let right = draws.pick(readable);
    if (draws.once(3)) nodes.push(right = source(`t${id}`, draws, catalog));
    const others = known()[right.id]?.columns ?? [];
    const made = kind === "join"
      ? randomJoin(id, columns, others, draws, options.ties === true)
      : { join: randomUnion(id, columns, others, draws) };
    if (made.before) {
      nodes.push(made.before);
      edges.push({ source: right.id, target: made.before.id });
    }
    nodes.push(draws.once(15) ? { ...made.join, disabled: true } : made.join);
    edges.push(
      { source: left.id, target: id, port: "left" },
      { source: made.before?.id ?? right.id, target: id, port: "right" },
    );
  }
}

const KINDS = [
  "filter",
  "filter",
  "select",
  "rename",
  "sort",
  "limit",
  "sample",
  "unique",
  "group_by",
  "group_by",
  "formula",
  "formula",
  "window",
  "window",
  "join",
  "join",
  "union",
  "pivot",
  "unpivot",
  "fill",
] as const;

function source(id: string, draws: Draws, catalog: Catalog): GraphNode {
  const limit = draws.once(6) ? { limit: 1 + draws.next(20) } : {};
  // The first table is the rich one, and comes most often.
  const table = catalog.tables[draws.next(catalog.tables.length * 2)] ?? catalog.tables[0];
  if (table === undefined) throw new Error("a catalogue without tables");
  const names = table.columns.map((column) => column.name);
  const columns = draws.once(6) ? { columns: names.filter((_, at) => at !== 0 || draws.once(2)) } : {};
  const times = table.columns.filter(({ type }) => type === "date" || type === "datetime");
  const eventTime = draws.once(6) ? { event_time: draws.pick(["", ...times.map(({ name }) => name)]) } : {};
  const { database } = table;
  return node(id, "data_source", { database, table: table.table, ...limit, ...columns, ...eventTime });
}
