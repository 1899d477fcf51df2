/** Copy and paste as JSON text, so that it works across tabs and workflows. */
import { type Graph, type GraphEdge, type GraphNode, NODE_TYPES } from "@/compiler/browser.ts";
import type { GraphState, Point } from "./graph.ts";

interface Clip {
  readonly kind: "flowforge/nodes";
  readonly nodes: readonly GraphNode[];
  /** Edges between the copied nodes. */
  readonly edges: readonly GraphEdge[];
  /** Edges into the copied nodes from others; used by "paste and keep the incoming connections". */
  readonly incoming: readonly GraphEdge[];
}

type MakeId = (type: string) => string;

export function copy(state: GraphState, ids: ReadonlySet<string>): string {
  const clip: Clip = {
    kind: "flowforge/nodes",
    nodes: [...state.nodes.values()].filter((node) => ids.has(node.id)),
    edges: state.edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target)),
    incoming: state.edges.filter((edge) => !ids.has(edge.source) && ids.has(edge.target)),
  };
  return JSON.stringify(clip);
}

/** Reads a clip (or a whole exported graph); anything else is undefined. Ids are new, relative positions are kept. */
export function paste(
  text: string,
  target: { readonly at: Point; readonly makeId: MakeId; readonly keepIncoming?: boolean },
): Pick<Graph, "nodes" | "edges"> | undefined {
  const clip = parseClip(text);
  if (!clip || clip.nodes.length === 0) return undefined;
  const left = Math.min(...clip.nodes.map((node) => node.position.x));
  const top = Math.min(...clip.nodes.map((node) => node.position.y));
  const ids = new Map(clip.nodes.map((node) => [node.id, target.makeId(node.type)]));
  const nodes = clip.nodes.map((node) => ({
    ...node,
    id: ids.get(node.id)!,
    position: { x: target.at.x + node.position.x - left, y: target.at.y + node.position.y - top },
  }));
  const inner = clip.edges.map((edge) => ({
    ...edge,
    source: ids.get(edge.source)!,
    target: ids.get(edge.target)!,
  }));
  const outer = target.keepIncoming
    ? clip.incoming.map((edge) => ({ ...edge, target: ids.get(edge.target)! }))
    : [];
  return { nodes, edges: [...inner, ...outer] };
}

function parseClip(text: string): Clip | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const source = isRecord(value.graph) ? value.graph : value;
  if (!Array.isArray(source.nodes) || !source.nodes.every(isNode)) return undefined;
  const ids = new Set(source.nodes.map((node) => node.id));
  if (ids.size !== source.nodes.length) return undefined;
  const edges = Array.isArray(source.edges) ? source.edges.filter(isEdge) : [];
  const incoming = Array.isArray(source.incoming) ? source.incoming.filter(isEdge) : [];
  return {
    kind: "flowforge/nodes",
    nodes: source.nodes,
    edges: edges.filter((edge) => ids.has(edge.source) && ids.has(edge.target)),
    incoming: incoming.filter((edge) => ids.has(edge.target)),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNode(value: unknown): value is GraphNode {
  return isRecord(value) && typeof value.id === "string" && isRecord(value.config) &&
    (NODE_TYPES as readonly unknown[]).includes(value.type) && isRecord(value.position) &&
    Number.isFinite(value.position.x) && Number.isFinite(value.position.y);
}

function isEdge(value: unknown): value is GraphEdge {
  return isRecord(value) && typeof value.source === "string" && typeof value.target === "string" &&
    (value.port === undefined || value.port === "in" || value.port === "left" || value.port === "right");
}
