/** Small graphs, as a client sends them. */

export type TestGraph = { version: 1; nodes: { id: string }[]; edges: unknown[] };

export function chain(...nodes: { id: string; type: string; config: unknown }[]): TestGraph {
  return {
    version: 1,
    nodes: nodes.map((node, index) => ({ ...node, position: { x: index * 200, y: 0 } })),
    edges: nodes.slice(1).map((node, index) => ({ source: nodes[index]!.id, target: node.id })),
  };
}

export const source = (database: string, table: string) => ({
  id: "source",
  type: "data_source",
  config: { database, table },
});
