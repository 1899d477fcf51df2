/**
 * Which columns of a relation are those of a table, unchanged, under a viewer's filter: taking rows away by them here
 * is the same as at the scan, but for what windows, limits and the like have seen in between.
 */
import type { ColumnId, Expr } from "../ir/expr.ts";
import { columnUnder } from "../ir/expressions.ts";
import {
  type Asked,
  type AskedKey,
  inputsFirst,
  type JoinRelation,
  type Relation,
  type UnionRelation,
} from "../ir/relation.ts";
import { sameType } from "../functions/mod.ts";

/** A filter at a scan that a column stands under. */
export interface Carrier {
  readonly asked: Asked;
  readonly predicate: Expr;
  /** The column that the predicate reads. */
  readonly column: ColumnId;
}

type Columns = ReadonlyMap<ColumnId, readonly Carrier[]>;

export type Carried = ReadonlyMap<Relation, Columns>;

/** Undefined where no filter could move at all. */
export function carriedBy(root: Relation): Carried | undefined {
  const carried = new Map<Relation, Columns>();
  let isAny = false;
  for (const relation of inputsFirst(root)) {
    const columns = columnsOf(relation, carried);
    isAny ||= columns.size > 0;
    carried.set(relation, columns);
  }
  return isAny ? carried : undefined;
}

const NOTHING: Columns = new Map();

function columnsOf(relation: Relation, carried: Carried): Columns {
  const of = (input: Relation) => carried.get(input) ?? NOTHING;
  switch (relation.op) {
    case "scan":
      return NOTHING;
    case "filter": {
      const before = of(relation.input);
      const { asked, predicate } = relation;
      if (asked?.column === undefined) return before;
      const carrier = { asked, predicate, column: asked.column };
      return new Map(before).set(asked.column, [...before.get(asked.column) ?? [], carrier]);
    }
    case "aggregate": {
      const before = of(relation.input);
      if (before.size === 0) return NOTHING;
      return new Map(relation.keys.flatMap(({ id, expr }) => {
        const from = columnUnder(expr);
        const found = from === undefined ? undefined : before.get(from);
        return found === undefined ? [] : [[id, found]];
      }));
    }
    case "join": {
      const found = new Map<ColumnId, readonly Carrier[]>();
      for (const { id, side, from } of linksOf(relation)) {
        const carriers = of(side === "left" ? relation.left : relation.right).get(from) ?? [];
        if (carriers.length > 0) found.set(id, merged(found.get(id) ?? [], carriers));
      }
      return found;
    }
    case "union":
      return unionColumns(relation, of);
    case "extend": {
      const before = of(relation.input);
      const { continued } = relation;
      const found = continued && before.get(continued.from);
      return continued && found ? new Map(before).set(continued.id, found) : before;
    }
    default:
      return of(relation.input);
  }
}

/** The two scans of a join by one column stand under one filter; it is applied once. */
function merged(known: readonly Carrier[], more: readonly Carrier[]): readonly Carrier[] {
  const keys = new Set(known.map(({ asked }) => asked.key));
  // A range is two conditions under one key, so what comes together stays together.
  return [...known, ...more.filter(({ asked }) => !keys.has(asked.key))];
}

/** A filter that holds in one branch alone cannot stand above all of them. */
function unionColumns({ branches, ids }: UnionRelation, of: (input: Relation) => Columns): Columns {
  const found = new Map<ColumnId, readonly Carrier[]>();
  ids.forEach((id, at) => {
    const perBranch = branches.map(({ input, exprs }) => {
      const expr = exprs[at];
      return expr?.kind === "column" ? of(input).get(expr.id) ?? [] : [];
    });
    const isEverywhere = (key: AskedKey) =>
      perBranch.every((carriers) => carriers.some(({ asked }) => asked.key === key));
    const [first = []] = perBranch;
    // All of a column's filters move together or none does.
    const isShared = perBranch.every((each) => each.every(({ asked }) => isEverywhere(asked.key)));
    if (first.length > 0 && isShared) found.set(id, first);
  });
  return found;
}

interface Link {
  readonly id: ColumnId;
  readonly side: "left" | "right";
  readonly from: ColumnId;
}

const PRESERVED: Readonly<Record<JoinRelation["kind"], readonly Link["side"][]>> = {
  inner: ["left", "right"],
  cross: ["left", "right"],
  left: ["left"],
  asof: ["left"],
  semi: ["left"],
  anti: ["left"],
  right: ["right"],
  full: [],
};

/** Columns of a join that hold a side's own values in every row, and keys that equal one of the other side. */
function linksOf({ kind, outputs, on }: JoinRelation): readonly Link[] {
  const preserved = outputs.filter(({ side }) => PRESERVED[kind].includes(side));
  const links: Link[] = preserved.map(({ id, side, from }) => ({ id, side, from }));
  if (kind !== "inner" && kind !== "semi") return links;
  for (const { left, right } of on) {
    const [leftId, rightId] = [columnUnder(left), columnUnder(right)];
    if (leftId === undefined || rightId === undefined || !sameType(left.type, right.type)) continue;
    for (const { id, side, from } of preserved) {
      if (side === "left" && from === leftId) links.push({ id, side: "right", from: rightId });
      if (side === "right" && from === rightId) links.push({ id, side: "left", from: leftId });
    }
  }
  return links;
}

interface InputColumns {
  readonly input: Relation;
  /** The input's columns that one of the relation's own columns is. */
  readonly fromOutput: (id: ColumnId) => readonly ColumnId[];
}

/** The inputs of a relation in order, and where its columns come from. */
export function inputColumns(relation: Relation): readonly InputColumns[] {
  switch (relation.op) {
    case "scan":
      return [];
    case "aggregate": {
      const { input, keys } = relation;
      const fromOutput = (id: ColumnId) =>
        keys.flatMap(({ id: key, expr }) => key === id ? columnUnder(expr) ?? [] : []);
      return [{ input, fromOutput }];
    }
    case "join": {
      const links = linksOf(relation);
      const from = (of: Link["side"]) => (id: ColumnId) =>
        links.flatMap((link) => link.id === id && link.side === of ? [link.from] : []);
      return [
        { input: relation.left, fromOutput: from("left") },
        { input: relation.right, fromOutput: from("right") },
      ];
    }
    case "union":
      return relation.branches.map(({ input, exprs }) => ({
        input,
        fromOutput: (id) => {
          const expr = exprs[relation.ids.indexOf(id)];
          return expr?.kind === "column" ? [expr.id] : [];
        },
      }));
    case "extend": {
      const { input, continued } = relation;
      return [{ input, fromOutput: (id) => [id === continued?.id ? continued.from : id] }];
    }
    default:
      return [{ input: relation.input, fromOutput: (id) => [id] }];
  }
}
