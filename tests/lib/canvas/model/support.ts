import type { Graph, GraphNode, NodeType } from "@/compiler/browser.ts";
import { fromGraph, type GraphState } from "@/lib/canvas/model/graph.ts";

export function node(id: string, type: NodeType = "filter", x = 0, y = 0): GraphNode {
  return { id, type, position: { x, y }, config: {} };
}

export function chain(...ids: string[]): GraphState {
  return fromGraph({
    version: 1,
    nodes: ids.map((id, index) => node(id, index === 0 ? "data_source" : "filter", index * 300)),
    edges: ids.slice(1).map((id, index) => ({ source: ids[index]!, target: id })),
  });
}

export function graphOf(nodes: readonly GraphNode[], edges: Graph["edges"] = []): GraphState {
  return fromGraph({ version: 1, nodes, edges });
}
