/**
 * Reads a graph from anything: collects structural problems with their paths, never throws, never loops.
 * Ids live in Maps, so that none of them, `__proto__` included, can do harm before it is refused.
 */
import { LIMITS } from "./limits.ts";
import { nearestHint, shown } from "./nearest.ts";
import { inputsFirst, reportCycles } from "./order.ts";
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
  const refuse = (code: string, message: string, field?: string): ReadGraph => ({
    graph: EMPTY,
    nodes: new Map(),
    order: [],
    problems: [{ code, message, ...(field ? { field } : {}) }],
  });
  if (!isRecord(value)) return refuse("invalid_graph", "Cannot read the graph: it is not an object.");
  for (const [key, most] of [["nodes", LIMITS.nodes], ["edges", LIMITS.nodes * 2]] as const) {
    const list = value[key];
    if (!Array.isArray(list)) {
      return refuse("invalid_graph", `Cannot read the graph: \`${key}\` is not a list.`, key);
    }
    if (list.length > most) {
      return refuse(
        "too_large",
        `Cannot use a graph of more than ${most} ${key}: it has ${list.length}.`,
        key,
      );
    }
  }
  if (value.version !== undefined && value.version !== 1) {
    problems.push({
      code: "invalid_graph",
      message: `Cannot read graph version ${shown(value.version)}: this program knows version 1.`,
      field: "version",
    });
  }
  refusePrototype(value, "", "invalid_graph", problems);
  const { nodes, unread } = readNodes(value.nodes as unknown[], shapeOf, problems);
  const { edges, refused } = readEdges(value.edges as unknown[], nodes, unread, shapeOf, problems);
  const order = inputsFirst(nodes, (id) => nodes.get(id)?.inputs.values() ?? []);
  reportCycles(nodes, order, refused, problems);
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
): { readonly nodes: Map<string, ReadNode>; readonly unread: ReadonlySet<string> } {
  const nodes = new Map<string, ReadNode>();
  const unread = new Set<string>();
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
      unread.add(id);
      return;
    }
    if (id === "__proto__") {
      problems.push({
        code: "invalid_node",
        message: 'Cannot use the id "__proto__": programs give it a meaning of its own.',
        nodeId: id,
        field: `nodes[${index}].id`,
      });
    }
    refusePrototype(value, `nodes[${index}].`, "invalid_node", problems, id);
    refusePrototype(value.position, `nodes[${index}].position.`, "invalid_node", problems, id);
    for (const [key, isKind, kind] of NODE_KEYS) {
      const found = value[key];
      if (found === undefined || isKind(found)) continue;
      problems.push({
        code: "invalid_node",
        message: `Cannot read \`${key}\` of node ${shown(id)}: ${shown(found)} is not ${kind}.`,
        nodeId: id,
        field: `nodes[${index}].${key}`,
      });
    }
    const isSound = isRecord(value.config) &&
      (value.disabled === undefined || typeof value.disabled === "boolean");
    // A sound node is taken as it is: a large graph is read on every keystroke.
    const node = isSound ? value : {
      ...value,
      config: isRecord(value.config) ? value.config : {},
      disabled: value.disabled === true,
    };
    nodes.set(id, { node: node as unknown as GraphNode, index, inputs: new Map() });
  });
  return { nodes, unread };
}

const isText = (value: unknown) => value === null || typeof value === "string";

/** What a node may leave out, and what it is where it stands. */
const NODE_KEYS: readonly (readonly [key: string, isKind: (value: unknown) => boolean, kind: string])[] = [
  ["config", isRecord, "an object"],
  ["disabled", (value) => typeof value === "boolean", "true or false"],
  ["label", isText, "text"],
  ["note", isText, "text"],
  ["position", (value) => isRecord(value) && isPlace(value.x) && isPlace(value.y), "a place { x, y }"],
];

function isPlace(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}

function refusePrototype(
  value: unknown,
  path: string,
  code: string,
  problems: Problem[],
  nodeId?: string,
): void {
  if (!isRecord(value) || !Object.hasOwn(value, "__proto__")) return;
  problems.push({
    code,
    message: 'Cannot use the key "__proto__": programs give it a meaning of its own.',
    field: `${path}__proto__`,
    ...(nodeId === undefined ? {} : { nodeId }),
  });
}

function readEdges(
  values: readonly unknown[],
  nodes: Map<string, ReadNode>,
  unread: ReadonlySet<string>,
  shapeOf: (type: string) => TypeShape | undefined,
  problems: Problem[],
): { readonly edges: GraphEdge[]; readonly refused: ReadonlyMap<string, readonly string[]> } {
  const edges: GraphEdge[] = [];
  const refused = new Map<string, string[]>();
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
      if (entry === undefined && !(typeof id === "string" && unread.has(id))) {
        problems.push({
          code: "dangling_edge",
          message: `Cannot follow the edge: there is no node ${shown(id)}.`,
          field: `edges[${index}].${end}`,
          ...(typeof other === "string" && nodes.has(other) ? { nodeId: other } : {}),
        });
      }
      return entry;
    };
    refusePrototype(value, `edges[${index}].`, "invalid_edge", problems);
    const source = endOf("source", value.target);
    const target = endOf("target", value.source);
    if (source === undefined || target === undefined) return;
    const port = value.port ?? "in";
    const shape = shapeOf(target.node.type);
    const wrong = (message: string, key: string, nodeId: string, hint?: string) => {
      refused.set(target.node.id, [...refused.get(target.node.id) ?? [], source.node.id]);
      problems.push({
        code: "wrong_port",
        message,
        nodeId,
        field: `edges[${index}].${key}`,
        ...(hint ? { hint } : {}),
      });
    };
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
      wrong(
        `Cannot connect to port "${name}" of node ${shown(target.node.id)}: it has an input already.`,
        "port",
        target.node.id,
        "Remove one of the two edges, or put both inputs together with a union or a join.",
      );
      return;
    }
    target.inputs.set(name, source.node.id);
    edges.push(value as unknown as GraphEdge);
  });
  return { edges, refused };
}
