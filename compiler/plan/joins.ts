/** Where the two sides of a join go: into one level side by side where the rows stay the same, else into subqueries. */
import { call } from "../functions/calls.ts";
import type { ColumnId, Expr } from "../ir/expr.ts";
import { substitute, substituteKeys, type Substitution } from "../ir/expressions.ts";
import type { JoinRelation, Relation } from "../ir/relation.ts";
import type { Assembly } from "./assembly.ts";
import { refusal } from "./fusion.ts";
import { isPlainRead, type JoinableSource, type JoinClause, type Level, newLevel } from "./level.ts";

interface Side {
  readonly columns: ReadonlyMap<ColumnId, Expr>;
}

export function placeJoin(relation: JoinRelation, assembly: Assembly): Level {
  // A right join is the left join of the sides exchanged; columns are found by id, so nothing else changes.
  const swapped = relation.kind === "right";
  const first = swapped ? relation.right : relation.left;
  const second = swapped ? relation.left : relation.right;
  const level = openFirst(first, relation, assembly);
  const firstSide: Side = { columns: level.columns };
  const kind = relation.kind === "right" ? "left" : relation.kind;
  const joined = addSecond(second, relation, kind, level, assembly);
  const left = swapped ? joined.side : firstSide;
  const right = swapped ? firstSide : joined.side;
  const on = relation.on.map((key) =>
    call("eq", [substitute(key.left, through(left)), substitute(key.right, through(right))])
  );
  const asof = relation.asof && {
    left: substitute(relation.asof.left, through(left)),
    right: substitute(relation.asof.right, through(right)),
    direction: relation.asof.direction,
    ties: substituteKeys(relation.asof.ties, through(right)),
  };
  const clause: JoinClause = { nodeId: relation.nodeId, kind, on, ...(asof ? { asof } : {}) };
  level.sources.push({ ...joined.source, join: clause });
  level.where.push(...joined.where);
  const needed = assembly.needed(relation);
  const columns = new Map<ColumnId, Expr>();
  for (const output of relation.outputs) {
    if (!needed.has(output.id)) continue;
    const expr = (output.side === "left" ? left : right).columns.get(output.from);
    if (expr === undefined) throw new TypeError(`Cannot find column ${output.from} of a join`);
    columns.set(output.id, expr);
  }
  level.columns = columns;
  if (level.nodeIds.at(-1) !== relation.nodeId) level.nodeIds.push(relation.nodeId);
  return level;
}

function through(side: Side): Substitution {
  return (column) => {
    const found = side.columns.get(column.id);
    if (found === undefined) throw new TypeError(`Cannot find column ${column.id} of a join`);
    return found;
  };
}

/** The preserved side: its own tables and conditions may stand in the join's level. */
function openFirst(input: Relation, relation: JoinRelation, assembly: Assembly): Level {
  const level = assembly.open(input);
  const reason = level.shared
    ? "its input is read by several nodes"
    : !assembly.options.merge
    ? "merging is off"
    : relation.kind === "full" && !(assembly.options.dialect.nullsUnmatched && isBareRead(level))
    ? "a full join may leave either side empty"
    : relation.kind === "asof" && hasComputedKey(level, relation, assembly)
    ? "a key that the engine could fold to a constant would be none to it"
    : refusal(level, { operation: "join", exprs: [] }, assembly.options.dialect);
  if (reason === undefined) return level;
  const fresh = newLevel(reason, relation.nodeId);
  const emptied = relation.kind === "full";
  const below = emptiable(level, emptied, input, relation, assembly);
  const { source, columns } = assembly.sourceOf(below, assembly.needed(input), emptied);
  fresh.sources.push(source);
  fresh.columns = columns;
  return fresh;
}

/** ClickHouse's as-of join needs a column on either side, and takes an expression that it can fold for a constant. */
function hasComputedKey(level: Level, relation: JoinRelation, assembly: Assembly): boolean {
  return assembly.options.dialect.asof === "join" &&
    relation.on.some((key) => substitute(key.left, through(level)).kind !== "column");
}

interface Second {
  readonly source: JoinableSource;
  readonly side: Side;
  readonly where: readonly Expr[];
}

function addSecond(
  input: Relation,
  relation: JoinRelation,
  kind: JoinClause["kind"],
  level: Level,
  assembly: Assembly,
): Second {
  const opened = assembly.open(input);
  const isInner = kind === "inner" || kind === "cross";
  const table = opened.sources.find((source) => source.kind === "table");
  if (assembly.options.merge && isInner && !opened.shared && isPlainRead(opened) && table !== undefined) {
    for (const id of opened.nodeIds) if (!level.nodeIds.includes(id)) level.nodeIds.push(id);
    return { source: table, side: { columns: opened.columns }, where: opened.where };
  }
  const emptied = kind === "left" || kind === "full" || kind === "asof";
  const takesTable = emptied ? assembly.options.dialect.nullsUnmatched && kind !== "asof" : !isInner;
  if (assembly.options.merge && takesTable && !opened.shared && isBareRead(opened) && table !== undefined) {
    for (const id of opened.nodeIds) if (!level.nodeIds.includes(id)) level.nodeIds.push(id);
    return { source: table, side: { columns: opened.columns }, where: [] };
  }
  const below = emptiable(opened, emptied, input, relation, assembly);
  const { source, columns } = assembly.sourceOf(below, assembly.needed(input), emptied);
  return { source, side: { columns }, where: [] };
}

/** A table without conditions or computed columns: none of them would be evaluated after the join by mistake. */
function isBareRead(level: Level): boolean {
  const [source] = level.sources;
  return isPlainRead(level) && level.where.length === 0 && source?.kind === "table" &&
    source.guard.kind !== "symbols" && [...level.columns.values()].every((expr) => expr.kind === "column");
}

/** A common table expression is written once for all its readers, so its columns are made nullable in a level above. */
function emptiable(
  level: Level,
  emptied: boolean,
  input: Relation,
  relation: JoinRelation,
  assembly: Assembly,
): Level {
  if (!emptied || !level.shared) return level;
  return assembly.wrap(level, input, "an outer join may leave this side empty", relation.nodeId);
}
