/** Schema propagation: which columns and problems each node has. The same code as compiling, without the SQL. */
import { ColumnIds } from "./ir/columns.ts";
import { sameType } from "./functions/mod.ts";
import { inputsOf, type Relation } from "./ir/relation.ts";
import { Builder, type Built } from "./plan/build.ts";
import { readGraph } from "./read.ts";
import { hintingSparingly } from "./schema/closest_name.ts";
import type { ReadNode } from "./schema/read_graph.ts";
import type { Catalog, Column, NodeSchema, Problem, Propagation } from "./schema/types.ts";

/**
 * Columns and problems of every node of a graph, as it came or as `readGraph` returned it. Never throws, never loops,
 * whatever the graph.
 */
export function propagate(graph: unknown, catalog: Catalog): Propagation {
  return createPropagator()(graph, catalog);
}

const NOTHING: NodeSchema = { columns: [], problems: [] };

/** Null where nothing is connected, undefined where what is connected cannot be built. */
type Input = Relation | undefined | null;

interface Remembered {
  readonly node: ReadNode["node"];
  /** By port, in the order of the node type's ports. */
  readonly inputs: readonly Input[];
  readonly built: Built;
  readonly schema: NodeSchema;
}

/**
 * A propagate that remembers: after an edit only the edited node and those behind it are worked out again. It goes by
 * identity, so callers must replace a changed node's config, not change it in place.
 */
export function createPropagator(): (graph: unknown, catalog: Catalog) => Propagation {
  const ids = new ColumnIds();
  let remembered = new Map<string, Remembered>();
  let lastCatalog: Catalog | undefined;
  const propagated = (graph: unknown, catalog: Catalog): Propagation => {
    if (catalog !== lastCatalog) remembered = new Map();
    lastCatalog = catalog;
    const read = readGraph(graph);
    const builder = new Builder({ catalog }, ids);
    const next = new Map<string, Remembered>();
    for (const id of read.order) {
      const entry = read.nodes.get(id);
      if (entry === undefined) continue;
      const inputs = connected(entry, next);
      const before = remembered.get(id);
      next.set(
        id,
        before && isUnchanged(before, entry, inputs)
          ? before
          : remember(entry, inputs, builder, next, before),
      );
    }
    remembered = next;
    const problems = read.problems.filter((problem) => problem.nodeId === undefined);
    return {
      nodes: schemasOf(read.nodes, read.problems, next),
      ...(problems.length > 0 ? { problems } : {}),
    };
  };
  return (graph, catalog) => hintingSparingly(() => propagated(graph, catalog));
}

function connected({ ports, inputs }: ReadNode, done: ReadonlyMap<string, Remembered>): readonly Input[] {
  return ports.map((port) => {
    const source = inputs.get(port);
    return source === undefined ? null : done.get(source)?.built.relation;
  });
}

function remember(
  entry: ReadNode,
  inputs: readonly Input[],
  builder: Builder,
  done: ReadonlyMap<string, Remembered>,
  before: Remembered | undefined,
): Remembered {
  const built = builder.build(entry, (source) => done.get(source)?.built.relation);
  const columns = built.relation ? publicColumns(built.relation) : [];
  const schema = { columns, problems: built.problems };
  const earlier = before?.built.relation;
  const relation = earlier && built.relation && looksSame(earlier, built.relation) ? earlier : built.relation;
  return { node: entry.node, inputs, built: { ...built, ...(relation ? { relation } : {}) }, schema };
}

/** Downstream nodes depend on names, types and whether there is an order: unchanged, they need not be built again. */
function looksSame(before: Relation, after: Relation): boolean {
  return before.columns.length === after.columns.length && before.order.length === after.order.length &&
    after.columns.every(({ name, type }, at) => {
      const old = before.columns[at];
      return old?.name === name && sameType(old.type, type) && old.type.nullable === type.nullable;
    });
}

function isUnchanged(
  before: Remembered,
  entry: ReadNode,
  inputs: readonly Input[],
): boolean {
  return before.node.config === entry.node.config && before.node.type === entry.node.type &&
    before.node.disabled === entry.node.disabled && before.inputs.length === inputs.length &&
    before.inputs.every((input, at) => input === inputs[at]);
}

function schemasOf(
  nodes: ReadonlyMap<string, ReadNode>,
  structural: readonly Problem[],
  done: ReadonlyMap<string, Remembered>,
): Readonly<Record<string, NodeSchema>> {
  const schemas = new Map<string, NodeSchema>();
  for (const id of nodes.keys()) schemas.set(id, done.get(id)?.schema ?? NOTHING);
  for (const problem of structural) {
    if (problem.nodeId === undefined) continue;
    const schema = schemas.get(problem.nodeId) ?? NOTHING;
    schemas.set(problem.nodeId, { ...schema, problems: [...schema.problems, problem] });
  }
  // Not an assignment: `__proto__` becomes a property like any other.
  return Object.fromEntries(schemas);
}

const known = new WeakMap<Relation["columns"], readonly Column[]>();

/** Columns as callers see them. Most columns are passed on unchanged, so their public form is reused. */
export function publicColumns(relation: Relation): readonly Column[] {
  const found = known.get(relation.columns);
  if (found !== undefined) return found;
  const [input] = inputsOf(relation);
  const above = input && known.get(input.columns);
  const columns = relation.columns.map((column, at) =>
    above && column === input?.columns[at] ? above[at]! : { name: column.name, ...column.type }
  );
  known.set(relation.columns, columns);
  return columns;
}
