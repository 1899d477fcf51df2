/** Small questions about a graph that services ask before and beside a compile. */
import { validateGraph } from "@/compiler/mod.ts";
import type { CatalogTable, Graph, GraphNode, Problem } from "@/compiler/schema/types.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { TenantScope } from "@/lib/server/catalog/service.ts";

/** Throws `invalid_graph` with every problem unless the graph's structure is sound. */
export function soundGraph(value: unknown): Graph {
  const { graph, problems } = validateGraph(value);
  const errors = problems.filter(isError);
  if (errors.length > 0 || graph === undefined || graph === null) {
    throw new FlowForgeError("invalid_graph", "Cannot use this graph: its structure has problems.", {
      problems: errors,
    });
  }
  return graph;
}

export function isError(problem: Problem): boolean {
  return problem.severity !== "warning";
}

/** The target and everything it depends on, upstream first. A disabled node passes only its (left) input on. */
export function upstreamOf(graph: Graph, targetId: string): readonly GraphNode[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const inputs = Map.groupBy(graph.edges, ({ target }) => target);
  const seen = new Set<string>();
  const ordered: GraphNode[] = [];
  const stack: { readonly id: string; readonly done: boolean }[] = [{ id: targetId, done: false }];
  while (stack.length > 0) {
    const { id, done } = stack.pop()!;
    const node = nodes.get(id);
    if (node === undefined) continue;
    if (done) {
      ordered.push(node);
      continue;
    }
    if (seen.has(id)) continue;
    seen.add(id);
    stack.push({ id, done: true });
    for (const edge of inputs.get(id) ?? []) {
      if (!(node.disabled && edge.port === "right")) stack.push({ id: edge.source, done: false });
    }
  }
  return ordered;
}

/** Tables that the target reads, as far as the tenant may see them. */
export function scannedTables(graph: Graph, targetId: string, scope: TenantScope): readonly CatalogTable[] {
  const names = new Set(
    upstreamOf(graph, targetId)
      .filter(({ type, disabled }) => type === "data_source" && !disabled)
      .map(({ config }) => `${config.database}.${config.table}`),
  );
  return scope.catalog.tables.filter(({ database, table }) => names.has(`${database}.${table}`));
}
