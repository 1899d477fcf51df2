/**
 * Reads a graph from anything: collects structural problems with their paths, never throws, never loops.
 * Ids live in Maps, so `__proto__` is an id like any other.
 */
import { LIMITS } from "./limits.ts";
import { nearestHint, shown } from "./nearest.ts";
import { type Graph, type GraphEdge, type GraphNode, NODE_TYPES, type Port, type Problem } from "./types.ts";

/** What the structure needs to know of a node type; the registry answers. */
export interface TypeShape {
  readonly inputs: readonly Port[];
  readonly terminal: boolean;
}

export interface ReadNode {
  readonly node: GraphNode;
  /** Where it stands among the nodes as they were given. */
  readonly index: number;
  /** Source node by port. */
  readonly inputs: Map<Port, string>;
}

export interface ReadGraph {
  readonly graph: Graph;
  readonly nodes: ReadonlyMap<string, ReadNode>;
  /** Ids with inputs first; nodes on a cycle are left out. */
  readonly order: readonly string[];
  readonly problems: readonly Problem[];
}

type Unknown = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const EMPTY: Graph = { version: 1, nodes: [], edges: [] };

export function readGraph(value: unknown, shapeOf: (type: string) => TypeShape | undefined): ReadGraph {
  const problems: Problem[] = [];
  const refuse = (code: string, message: string): ReadGraph => ({
    graph: EMPTY,
    nodes: new Map(),
    order: [],
    problems: [{ code, message }],
  });
  if (!isRecord(value)) return refuse("invalid_graph", "Cannot read the graph: it is not an object.");
  if (!Array.isArray(value.nodes) || !Array.isArray(value.edges)) {
    return refuse("invalid_graph", "Cannot read the graph: nodes and edges must be lists.");
  }
  if (value.nodes.length > LIMITS.nodes) {
    return refuse(
      "too_large",
      `Cannot use a graph of more than ${LIMITS.nodes} nodes: it has ${value.nodes.length}.`,
    );
  }
  if (value.edges.length > LIMITS.nodes * 2) {
    return refuse("too_large", `Cannot use a graph of more than ${LIMITS.nodes * 2} edges.`);
  }
  if (value.version !== undefined && value.version !== 1) {
    problems.push({
      code: "invalid_graph",
      message: `Cannot read graph version ${shown(value.version)}: this program knows version 1.`,
      field: "version",
    });
  }
  const nodes = readNodes(value.nodes, shapeOf, problems);
  const edges = readEdges(value.edges, nodes, shapeOf, problems);
  const order = inputsFirst(nodes, problems);
  const whole = problems.length === 0;
  const graph = whole
    ? value as unknown as Graph
    : { ...value, version: 1 as const, nodes: [...nodes.values()].map((entry) => entry.node), edges };
  return { graph, nodes, order, problems };
}

function readNodes(
  values: readonly unknown[],
  shapeOf: (type: string) => TypeShape | undefined,
  problems: Problem[],
): Map<string, ReadNode> {
  const nodes = new Map<string, ReadNode>();
  values.forEach((value, index) => {
    if (!isRecord(value)) {
      problems.push({
        code: "invalid_node",
        message: "Cannot read a node: it is not an object.",
        field: `nodes[${index}]`,
      });
      return;
    }
    const { id, type } = value;
    if (typeof id !== "string" || id === "") {
      problems.push({
        code: "invalid_node",
        message: "Cannot use a node without an id.",
        field: `nodes[${index}].id`,
      });
      return;
    }
    if (nodes.has(id)) {
      problems.push({
        code: "duplicate_id",
        message: `Cannot use the id ${shown(id)} twice.`,
        nodeId: id,
        field: `nodes[${index}].id`,
      });
      return;
    }
    if (typeof type !== "string" || shapeOf(type) === undefined) {
      problems.push({
        code: "unknown_type",
        message: `Cannot use a node of type ${shown(type)}: there is no such type.`,
        nodeId: id,
        field: `nodes[${index}].type`,
        ...(typeof type === "string" ? nearestHint(type, NODE_TYPES) : {}),
      });
      return;
    }
    if (value.disabled !== undefined && typeof value.disabled !== "boolean") {
      problems.push({
        code: "invalid_node",
        message: "Cannot read `disabled`: it is neither true nor false.",
        nodeId: id,
        field: `nodes[${index}].disabled`,
      });
    }
    const isSound = isRecord(value.config) &&
      (value.disabled === undefined || typeof value.disabled === "boolean");
    if (value.config !== undefined && !isRecord(value.config)) {
      problems.push({
        code: "invalid_node",
        message: "Cannot read the settings: they are not an object.",
        nodeId: id,
        field: `nodes[${index}].config`,
      });
    }
    // A sound node is taken as it is: a large graph is read on every keystroke.
    const node = isSound ? value : {
      ...value,
      config: isRecord(value.config) ? value.config : {},
      disabled: value.disabled === true,
    };
    nodes.set(id, { node: node as unknown as GraphNode, index, inputs: new Map() });
  });
  return nodes;
}

function readEdges(
  values: readonly unknown[],
  nodes: Map<string, ReadNode>,
  shapeOf: (type: string) => TypeShape | undefined,
  problems: Problem[],
): GraphEdge[] {
  const edges: GraphEdge[] = [];
  values.forEach((value, index) => {
    if (!isRecord(value)) {
      problems.push({
        code: "invalid_edge",
        message: "Cannot read an edge: it is not an object.",
        field: `edges[${index}]`,
      });
      return;
    }
    const endOf = (end: "source" | "target", other: unknown): ReadNode | undefined => {
      const id = value[end];
      const entry = typeof id === "string" ? nodes.get(id) : undefined;
      if (entry === undefined) {
        problems.push({
          code: "dangling_edge",
          message: `Cannot follow the edge: there is no node ${shown(id)}.`,
          field: `edges[${index}].${end}`,
          ...(typeof other === "string" && nodes.has(other) ? { nodeId: other } : {}),
        });
      }
      return entry;
    };
    const source = endOf("source", value.target);
    const target = endOf("target", value.source);
    if (source === undefined || target === undefined) return;
    const port = value.port ?? "in";
    const shape = shapeOf(target.node.type);
    const wrong = (message: string, key: string, nodeId: string, hint?: string) =>
      problems.push({
        code: "wrong_port",
        message,
        nodeId,
        field: `edges[${index}].${key}`,
        ...(hint ? { hint } : {}),
      });
    if (shapeOf(source.node.type)?.terminal) {
      wrong("Cannot connect from an output node: it ends the workflow.", "source", source.node.id);
      return;
    }
    if (!shape?.inputs.some((name) => name === port)) {
      const ports = shape?.inputs.join(" or ");
      wrong(
        `Cannot connect to port ${shown(port)}: a ${target.node.type} node has no such port.`,
        "port",
        target.node.id,
        ports ? `Use ${ports}.` : "This node takes no input.",
      );
      return;
    }
    const name = port as Port;
    if (target.inputs.has(name)) {
      wrong(`Cannot connect twice to port "${name}".`, "port", target.node.id);
      return;
    }
    target.inputs.set(name, source.node.id);
    edges.push(value as unknown as GraphEdge);
  });
  return edges;
}

/** Kahn's algorithm, stable in the order of the nodes; whatever remains lies on or behind a cycle. */
function inputsFirst(nodes: ReadonlyMap<string, ReadNode>, problems: Problem[]): readonly string[] {
  const waiting = new Map<string, number>();
  const consumers = new Map<string, string[]>();
  for (const [id, entry] of nodes) {
    waiting.set(id, entry.inputs.size);
    for (const source of entry.inputs.values()) {
      const list = consumers.get(source);
      if (list === undefined) consumers.set(source, [id]);
      else list.push(id);
    }
  }
  const order = [...nodes.keys()].filter((id) => waiting.get(id) === 0);
  for (let at = 0; at < order.length; at++) {
    for (const consumer of consumers.get(order[at] ?? "") ?? []) {
      const left = (waiting.get(consumer) ?? 0) - 1;
      waiting.set(consumer, left);
      if (left === 0) order.push(consumer);
    }
  }
  const stuck = new Set([...nodes.keys()].filter((id) => (waiting.get(id) ?? 0) > 0));
  if (stuck.size > 0) {
    for (const id of membersOfCycles(stuck, nodes)) {
      problems.push({
        code: "cycle",
        message: `Cannot order the graph: node ${shown(id)} depends on itself.`,
        nodeId: id,
        field: `nodes[${nodes.get(id)?.index}]`,
      });
    }
  }
  return order;
}

/** Takes away from the stuck nodes those that merely follow a cycle. */
function membersOfCycles(
  stuck: ReadonlySet<string>,
  nodes: ReadonlyMap<string, ReadNode>,
): readonly string[] {
  const consumed = new Map<string, number>();
  for (const id of stuck) {
    for (const source of nodes.get(id)?.inputs.values() ?? []) {
      consumed.set(source, (consumed.get(source) ?? 0) + 1);
    }
  }
  const members = new Set(stuck);
  const idle = [...stuck].filter((id) => !consumed.get(id));
  for (let id = idle.pop(); id !== undefined; id = idle.pop()) {
    members.delete(id);
    for (const source of nodes.get(id)?.inputs.values() ?? []) {
      const left = (consumed.get(source) ?? 0) - 1;
      consumed.set(source, left);
      if (left === 0 && members.has(source)) idle.push(source);
    }
  }
  return [...members];
}
