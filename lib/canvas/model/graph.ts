/**
 * The editor's graph: immutable, ids in a Map so that no id can collide with an object's own members.
 * Nodes, edges and the graph itself keep fields this version does not know.
 */
import type { Graph, GraphEdge, GraphNode, Port } from "@/compiler/browser.ts";

export interface GraphState {
  readonly nodes: ReadonlyMap<string, GraphNode>;
  readonly edges: readonly GraphEdge[];
  /** Top-level fields beside nodes and edges, unknown ones included. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function fromGraph(graph: Graph): GraphState {
  const { nodes, edges, ...rest } = graph;
  return { nodes: new Map(nodes.map((node) => [node.id, node])), edges, rest };
}

export function toGraph(state: GraphState): Graph {
  return { ...state.rest, version: 1, nodes: [...state.nodes.values()], edges: state.edges };
}

export function portOf(edge: GraphEdge): Port {
  return edge.port ?? "in";
}

/** Tells edges apart. Ids may hold any sign, so the length of the first makes the key unambiguous. */
export function edgeKey(edge: GraphEdge): string {
  return `${edge.source.length}:${edge.source}>${edge.target}:${portOf(edge)}`;
}

export function makeEdge(source: string, target: string, port: Port): GraphEdge {
  return port === "in" ? { source, target } : { source, target, port };
}

export function incoming(state: GraphState, id: string): readonly GraphEdge[] {
  return state.edges.filter((edge) => edge.target === id);
}

export function outgoing(state: GraphState, id: string): readonly GraphEdge[] {
  return state.edges.filter((edge) => edge.source === id);
}

export function edgeInto(state: GraphState, id: string, port: Port): GraphEdge | undefined {
  return state.edges.find((edge) => edge.target === id && portOf(edge) === port);
}

/** The edge of that key; undefined when there is none. */
export function edgeByKey(state: GraphState, key: string): GraphEdge | undefined {
  return state.edges.find((edge) => edgeKey(edge) === key);
}

/** Where those of the nodes that exist would stand after a move. */
export function positionsMovedBy(
  state: GraphState,
  ids: Iterable<string>,
  by: Point,
): ReadonlyMap<string, Point> {
  return new Map([...ids].flatMap((id) => {
    const at = state.nodes.get(id)?.position;
    return at ? [[id, { x: at.x + by.x, y: at.y + by.y }] as const] : [];
  }));
}

/** Every node that a change to `id` can reach, itself included. */
export function downstream(state: GraphState, id: string): ReadonlySet<string> {
  return reach(id, (current) => outgoing(state, current).map((edge) => edge.target));
}

export function upstream(state: GraphState, id: string): ReadonlySet<string> {
  return reach(id, (current) => incoming(state, current).map((edge) => edge.source));
}

/** The whole flow a node belongs to, whichever way the edges point. */
export function connected(state: GraphState, id: string): ReadonlySet<string> {
  return reach(id, (current) => [
    ...outgoing(state, current).map((edge) => edge.target),
    ...incoming(state, current).map((edge) => edge.source),
  ]);
}

function reach(start: string, neighbours: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set([start]);
  const queue = [start];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    for (const next of neighbours(current)) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return seen;
}
