/** Every edit of the graph, as data. `apply` returns the very same state when a command changes nothing. */
import type { GraphEdge, GraphNode, Port } from "@/compiler/browser.ts";
import { edgeInto, edgeKey, type GraphState, incoming, makeEdge, type Point, portOf } from "./graph.ts";

export type Command =
  | { readonly kind: "add"; readonly node: GraphNode; readonly from?: { source: string; port: Port } }
  | {
    readonly kind: "insert_on_edge";
    readonly node: GraphNode;
    readonly edge: GraphEdge;
    readonly port: Port;
  }
  /** Heals by default: what a removed node fed is fed by the node's own main input afterwards. */
  | { readonly kind: "remove"; readonly ids: readonly string[]; readonly heal: boolean }
  | { readonly kind: "move"; readonly positions: ReadonlyMap<string, Point> }
  | { readonly kind: "connect"; readonly edge: GraphEdge }
  | { readonly kind: "disconnect"; readonly keys: readonly string[] }
  | { readonly kind: "configure"; readonly id: string; readonly config: GraphNode["config"] }
  | { readonly kind: "rename"; readonly id: string; readonly label: string }
  | { readonly kind: "annotate"; readonly id: string; readonly note: string }
  | { readonly kind: "bypass"; readonly ids: readonly string[]; readonly disabled: boolean }
  | { readonly kind: "paste"; readonly nodes: readonly GraphNode[]; readonly edges: readonly GraphEdge[] }
  | { readonly kind: "replace"; readonly graph: GraphState };

type Handler<K extends Command["kind"]> = (
  state: GraphState,
  command: Extract<Command, { kind: K }>,
) => GraphState;

const handlers: { readonly [K in Command["kind"]]: Handler<K> } = {
  add(state, { node, from }) {
    if (state.nodes.has(node.id)) return state;
    const added = withNode(state, node);
    return from ? connect(added, makeEdge(from.source, node.id, from.port)) : added;
  },
  insert_on_edge(state, { node, edge, port }) {
    const key = edgeKey(edge);
    const known = state.edges.some((each) => edgeKey(each) === key);
    if (!known || node.id === edge.source || node.id === edge.target) return state;
    const edges = state.edges
      .filter((each) => each.target !== node.id || portOf(each) !== port)
      .flatMap((each) =>
        edgeKey(each) === key ? [makeEdge(edge.source, node.id, port), { ...each, source: node.id }] : [each]
      );
    return { ...withNode(state, node), edges };
  },
  remove(state, { ids, heal }) {
    const gone = new Set(ids.filter((id) => state.nodes.has(id)));
    if (gone.size === 0) return state;
    const nodes = new Map([...state.nodes].filter(([id]) => !gone.has(id)));
    const edges = state.edges.flatMap((edge) => {
      if (gone.has(edge.target)) return [];
      if (!gone.has(edge.source)) return [edge];
      const source = heal ? survivor(state, edge.source, gone) : undefined;
      return source === undefined ? [] : [{ ...edge, source }];
    });
    return { ...state, nodes, edges };
  },
  move(state, { positions }) {
    return mapNodes(state, [...positions.keys()], (node) => {
      const position = positions.get(node.id)!;
      const same = position.x === node.position.x && position.y === node.position.y;
      return same ? node : { ...node, position: { ...node.position, ...position } };
    });
  },
  connect(state, { edge }) {
    return connect(state, edge);
  },
  disconnect(state, { keys }) {
    const cut = new Set(keys);
    const edges = state.edges.filter((edge) => !cut.has(edgeKey(edge)));
    return edges.length === state.edges.length ? state : { ...state, edges };
  },
  configure(state, { id, config }) {
    return mapNodes(state, [id], (node) => node.config === config ? node : { ...node, config });
  },
  rename(state, { id, label }) {
    return mapNodes(state, [id], (node) => withText(node, "label", label.trim()));
  },
  annotate(state, { id, note }) {
    return mapNodes(state, [id], (node) => withText(node, "note", note));
  },
  bypass(state, { ids, disabled }) {
    return mapNodes(state, ids, (node) => {
      if ((node.disabled ?? false) === disabled) return node;
      const { disabled: _previous, ...rest } = node;
      return disabled ? { ...rest, disabled } : rest;
    });
  },
  paste(state, { nodes, edges }) {
    const fresh = nodes.filter((node) => !state.nodes.has(node.id));
    if (fresh.length === 0) return state;
    const grown = {
      ...state,
      nodes: new Map([...state.nodes, ...fresh.map((node) => [node.id, node] as const)]),
    };
    return edges.reduce(connect, grown);
  },
  replace(state, { graph }) {
    return state === graph ? state : graph;
  },
};

export function apply(state: GraphState, command: Command): GraphState {
  const handler = handlers[command.kind] as (state: GraphState, command: Command) => GraphState;
  return handler(state, command);
}

function withNode(state: GraphState, node: GraphNode): GraphState {
  return { ...state, nodes: new Map(state.nodes).set(node.id, node) };
}

/** Puts an edge on a port, in place of the one that was there. Unknown ends leave the graph as it is. */
function connect(state: GraphState, edge: GraphEdge): GraphState {
  if (!state.nodes.has(edge.source) || !state.nodes.has(edge.target)) return state;
  const present = edgeInto(state, edge.target, portOf(edge));
  if (present?.source === edge.source) return state;
  return { ...state, edges: [...state.edges.filter((each) => each !== present), edge] };
}

function mapNodes(
  state: GraphState,
  ids: readonly string[],
  change: (node: GraphNode) => GraphNode,
): GraphState {
  let nodes: Map<string, GraphNode> | undefined;
  for (const id of ids) {
    const node = state.nodes.get(id);
    if (!node) continue;
    const next = change(node);
    if (next === node) continue;
    nodes ??= new Map(state.nodes);
    nodes.set(id, next);
  }
  return nodes ? { ...state, nodes } : state;
}

function withText(node: GraphNode, key: "label" | "note", text: string): GraphNode {
  if ((node[key] ?? "") === text) return node;
  const { [key]: _previous, ...rest } = node;
  return text === "" ? rest as GraphNode : { ...rest, [key]: text } as GraphNode;
}

/** Follows main inputs upwards to the first node that stays. */
function survivor(state: GraphState, id: string, gone: ReadonlySet<string>): string | undefined {
  const seen = new Set<string>();
  let current: string | undefined = id;
  while (current !== undefined && gone.has(current) && !seen.has(current)) {
    seen.add(current);
    const inputs: readonly GraphEdge[] = incoming(state, current);
    current = (inputs.find((edge) => portOf(edge) !== "right") ?? inputs[0])?.source;
  }
  return current !== undefined && !gone.has(current) ? current : undefined;
}
