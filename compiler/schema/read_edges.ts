/** Reads the edges of a graph into the inputs of its nodes; an edge that fits nowhere is left out and reported. */
import { reportPrototypeKey } from "./prototype_keys.ts";
import type { ReadNode, TypeShapes } from "./read_graph.ts";
import type { ReadNodes } from "./read_nodes.ts";
import { shown } from "./shown.ts";
import type { GraphEdge } from "./types.ts";
import { isRecord, type Untyped } from "./untyped.ts";
import type { Port, Problem } from "./vocabulary.ts";

interface ReadEdges {
  readonly edges: readonly GraphEdge[];
  /** Sources of edges that were refused for their port, by target: they may close a cycle nevertheless. */
  readonly refused: ReadonlyMap<string, readonly string[]>;
}

export function readEdges(
  values: readonly unknown[],
  read: ReadNodes,
  types: TypeShapes,
  problems: Problem[],
): ReadEdges {
  const edges: GraphEdge[] = [];
  const refused = new Map<string, string[]>();
  values.forEach((value, index) => {
    const path = `edges[${index}]`;
    if (!isRecord(value)) {
      problems.push({
        code: "invalid_edge",
        message: "Cannot read an edge: it is not an object.",
        field: path,
      });
      return;
    }
    reportPrototypeKey(value, `${path}.`, "invalid_edge", problems);
    const source = endOf("source", value.target);
    const target = endOf("target", value.source);
    if (source === undefined || target === undefined) return;
    const fault = faultOf(value.port ?? "in", source, target, types);
    if (fault !== undefined) {
      const { key, ...problem } = fault;
      refused.set(target.node.id, [...refused.get(target.node.id) ?? [], source.node.id]);
      problems.push({ code: "wrong_port", ...problem, field: `${path}.${key}` });
      return;
    }
    target.inputs.set((value.port ?? "in") as Port, source.node.id);
    edges.push(value as unknown as GraphEdge);

    function endOf(end: "source" | "target", other: unknown): ReadNode | undefined {
      const id = (value as Untyped)[end];
      const entry = typeof id === "string" ? read.nodes.get(id) : undefined;
      if (entry === undefined && !(typeof id === "string" && read.unread.has(id))) {
        problems.push({
          code: "dangling_edge",
          message: `Cannot follow the edge: there is no node ${shown(id)}.`,
          field: `${path}.${end}`,
          ...(typeof other === "string" && read.nodes.has(other) ? { nodeId: other } : {}),
        });
      }
      return entry;
    }
  });
  return { edges, refused };
}

interface Fault extends Pick<Problem, "message" | "nodeId" | "hint"> {
  readonly key: "source" | "port";
}

function faultOf(port: unknown, source: ReadNode, target: ReadNode, types: TypeShapes): Fault | undefined {
  if (types.get(source.node.type)?.terminal) {
    return {
      message: "Cannot connect from an output node: it ends the workflow.",
      nodeId: source.node.id,
      key: "source",
    };
  }
  const { id, type } = target.node;
  if (!target.ports.some((name) => name === port)) {
    const ports = target.ports.join(" or ");
    return {
      message: `Cannot connect to port ${shown(port)}: a ${type} node has no such port.`,
      nodeId: id,
      key: "port",
      hint: ports ? `Use ${ports}.` : "This node takes no input.",
    };
  }
  if (!target.inputs.has(port as Port)) return undefined;
  return {
    message: `Cannot connect to port "${port}" of node ${shown(id)}: it has an input already.`,
    nodeId: id,
    key: "port",
    hint: "Remove one of the two edges, or put both inputs together with a union or a join.",
  };
}
