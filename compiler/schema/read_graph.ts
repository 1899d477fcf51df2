/** A graph that was read: what every question about it takes, so that it is checked once. */
import type { Graph, GraphNode } from "./types.ts";
import type { Port, Problem } from "./vocabulary.ts";

/** What the structure needs to know of a node type. */
interface TypeShape {
  readonly inputs: readonly Port[];
  readonly terminal: boolean;
}

export type TypeShapes = ReadonlyMap<string, TypeShape>;

export interface ReadNode {
  readonly node: GraphNode;
  /** Where it stands among the nodes as they were given. */
  readonly index: number;
  /** The input ports that a node of its type has. */
  readonly ports: readonly Port[];
  /** Id of the node that is connected to each port. */
  readonly inputs: Map<Port, string>;
}

/**
 * Made by `readGraph` only. `graph` is what could be read: the value as it was given where `problems` is empty, else
 * without its faulty parts.
 */
export class ReadGraph {
  readonly graph: Graph;
  readonly problems: readonly Problem[];
  readonly nodes: ReadonlyMap<string, ReadNode>;
  /** Ids with inputs first; nodes on a cycle are left out. */
  readonly order: readonly string[];

  constructor(
    graph: Graph,
    nodes: ReadonlyMap<string, ReadNode>,
    order: readonly string[],
    problems: readonly Problem[],
  ) {
    this.graph = graph;
    this.nodes = nodes;
    this.order = order;
    this.problems = problems;
  }

  /** The same graph with another config of one node. Its structure stays, so nothing is read again. */
  withConfig(id: string, config: GraphNode["config"]): ReadGraph {
    const entry = this.nodes.get(id);
    if (entry === undefined) return this;
    const node = { ...entry.node, config };
    const nodes = new Map(this.nodes).set(id, { ...entry, node });
    const graph = {
      ...this.graph,
      nodes: this.graph.nodes.map((each) => each === entry.node ? node : each),
    };
    return new ReadGraph(graph, nodes, this.order, this.problems);
  }
}

/**
 * The ports that a node reads from: those of its type. A disabled node passes on what its first port gets, and reads
 * nothing else.
 */
export function portsRead({ node, ports }: ReadNode): readonly Port[] {
  return node.disabled ? ports.slice(0, 1) : ports;
}

/** The nodes that a node reads from, in the order of its ports. */
export function sourcesRead(entry: ReadNode): readonly string[] {
  const sources: string[] = [];
  for (const port of portsRead(entry)) {
    const source = entry.inputs.get(port);
    if (source !== undefined) sources.push(source);
  }
  return sources;
}

/** A node and everything that it reads from, inputs first; empty where there is no such node. */
export function upstreamOf(read: ReadGraph, targetId: string): readonly ReadNode[] {
  // Backwards through the order every consumer comes before what it reads.
  const wanted = new Set([targetId]);
  const upstream: ReadNode[] = [];
  for (let at = read.order.length - 1; at >= 0; at--) {
    const entry = read.nodes.get(read.order[at] ?? "");
    if (entry === undefined || !wanted.has(entry.node.id)) continue;
    upstream.push(entry);
    for (const source of sourcesRead(entry)) wanted.add(source);
  }
  return upstream.reverse();
}
