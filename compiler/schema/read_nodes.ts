/** Reads the nodes of a graph; what cannot be taken for a node is left out and reported. */
import { closestHint } from "./closest_name.ts";
import { reportPrototypeKey } from "./prototype_keys.ts";
import type { ReadNode, TypeShapes } from "./read_graph.ts";
import { shown } from "./shown.ts";
import type { GraphNode } from "./types.ts";
import { isRecord, type Untyped } from "./untyped.ts";
import type { Problem } from "./vocabulary.ts";

export interface ReadNodes {
  readonly nodes: ReadonlyMap<string, ReadNode>;
  /** Ids of nodes whose type is unknown: an edge to one of them does not dangle. */
  readonly unread: ReadonlySet<string>;
}

export function readNodes(
  values: readonly unknown[],
  types: TypeShapes,
  problems: Problem[],
): ReadNodes {
  const nodes = new Map<string, ReadNode>();
  const unread = new Set<string>();
  values.forEach((value, index) => {
    const path = `nodes[${index}]`;
    if (!isRecord(value)) {
      problems.push({
        code: "invalid_node",
        message: "Cannot read a node: it is not an object.",
        field: path,
      });
      return;
    }
    const { id, type } = value;
    if (typeof id !== "string" || id === "") {
      problems.push({
        code: "invalid_node",
        message: "Cannot use a node without an id.",
        field: `${path}.id`,
      });
      return;
    }
    if (nodes.has(id)) {
      problems.push({
        code: "duplicate_id",
        message: `Cannot use the id ${shown(id)} twice.`,
        nodeId: id,
        field: `${path}.id`,
      });
      return;
    }
    const shape = typeof type === "string" ? types.get(type) : undefined;
    if (shape === undefined) {
      problems.push({
        code: "unknown_type",
        message: `Cannot use a node of type ${shown(type)}: there is no such type.`,
        nodeId: id,
        field: `${path}.type`,
        ...(typeof type === "string" ? closestHint(type, types.keys()) : {}),
      });
      unread.add(id);
      return;
    }
    reportFaults(value, id, path, problems);
    nodes.set(id, { node: asNode(value), index, ports: shape.inputs, inputs: new Map() });
  });
  return { nodes, unread };
}

function reportFaults(value: Untyped, id: string, path: string, problems: Problem[]): void {
  if (id === "__proto__") {
    problems.push({
      code: "invalid_node",
      message: 'Cannot use the id "__proto__": programs give it a meaning of its own.',
      nodeId: id,
      field: `${path}.id`,
    });
  }
  reportPrototypeKey(value, `${path}.`, "invalid_node", problems, id);
  reportPrototypeKey(value.position, `${path}.position.`, "invalid_node", problems, id);
  for (const [key, isKind, kind] of NODE_KEYS) {
    const found = value[key];
    if (found === undefined || isKind(found)) continue;
    problems.push({
      code: "invalid_node",
      message: `Cannot read \`${key}\` of node ${shown(id)}: ${shown(found)} is not ${kind}.`,
      nodeId: id,
      field: `${path}.${key}`,
    });
  }
}

/** A sound node is taken as it is: a large graph is read on every keystroke. */
function asNode(value: Untyped): GraphNode {
  const isSound = isRecord(value.config) &&
    (value.disabled === undefined || typeof value.disabled === "boolean");
  const node = isSound ? value : {
    ...value,
    config: isRecord(value.config) ? value.config : {},
    disabled: value.disabled === true,
  };
  return node as unknown as GraphNode;
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
