/** Relations → levels: each relation joins the level of its input where the fusion table allows, else starts one. */
import type { ColumnId, Expr } from "../ir/expr.ts";
import { conjuncts, factsOf, substitute, substituteKeys, type Substitution } from "../ir/expressions.ts";
import {
  type AggregateRelation,
  inputsFirst,
  inputsOf,
  type PhysicalColumn,
  type Relation,
} from "../ir/relation.ts";
import { narrowed, readableKeys, sameKeys } from "./cut.ts";
import { distinctKeys } from "./distinct.ts";
import { type DialectFacts, refusal, slotFor, type Step, TOO_LARGE } from "./fusion.ts";
import { placeJoin } from "./joins.ts";
import { type Level, type LevelSource, newLevel } from "./level.ts";
import { Origins } from "./origins.ts";
import { findNeeds, type Needs } from "./prune.ts";

export interface AssembleOptions {
  readonly dialect: DialectFacts;
  readonly merge: boolean;
}

/** What a level is on top of and how its columns are reached. */
export class Assembler {
  readonly options: AssembleOptions;
  readonly origins = new Origins();
  readonly #placed = new Map<Relation, Level>();
  readonly #consumers = new Map<Relation, number>();
  readonly #ordered: readonly Relation[];
  readonly #needs: Needs;
  #lastId = -1;

  constructor(root: Relation, options: AssembleOptions) {
    this.options = options;
    this.#ordered = inputsFirst(root);
    this.#needs = findNeeds(this.#ordered, !options.merge);
    for (const relation of this.#ordered) {
      for (const input of inputsOf(relation)) {
        this.#consumers.set(input, (this.#consumers.get(input) ?? 0) + 1);
      }
    }
  }

  assemble(): Level {
    let top: Level | undefined;
    for (const relation of this.#ordered) {
      top = this.#place(relation);
      if ((this.#consumers.get(relation) ?? 0) > 1 && !isPlainRead(top)) this.#seal(top, relation);
      this.#placed.set(relation, top);
    }
    const root = this.#ordered.at(-1);
    if (top === undefined || root === undefined) throw new TypeError("Cannot assemble an empty plan");
    const by = root.order;
    const limitDiffers = top.limit !== undefined && by.length > 0 && !sameKeys(top, by);
    if (top.shared || limitDiffers) {
      top = this.wrap(
        top,
        root,
        limitDiffers ? "the rows are shown in another order than they were cut by" : "",
        root.nodeId,
      );
    }
    return top;
  }

  /** Ids of source columns are negative, so that they never meet the plan's own. */
  freshId(): ColumnId {
    this.#lastId -= 1;
    return this.#lastId;
  }

  needed(relation: Relation): ReadonlySet<ColumnId> {
    return this.#needs.get(relation) ?? new Set();
  }

  /**
   * The level of an input, open for more when nobody else reads it. A plain read of a table is copied for each of its
   * consumers, since an engine reads it as cheaply from the table as from a common table expression.
   */
  open(input: Relation): Level {
    const level = this.#placed.get(input);
    if (level === undefined) throw new TypeError("Cannot open a relation that is not placed");
    if ((this.#consumers.get(input) ?? 0) > 1 && !level.shared) return this.#copy(level);
    return level;
  }

  /** A new level reading the given one. */
  wrap(level: Level, relation: Relation, reason: string, nodeId: string): Level {
    const fresh = newLevel(reason, nodeId);
    if (reason === TOO_LARGE) level.fenced = true;
    const { source, columns } = this.sourceOf(level, this.needed(relation), false);
    fresh.sources.push(source);
    fresh.columns = columns;
    return fresh;
  }

  sourceOf(
    level: Level,
    needed: ReadonlySet<ColumnId>,
    emptied: boolean,
  ): { readonly source: LevelSource; readonly columns: Map<ColumnId, Expr> } {
    if (!level.shared) level.outputs = [...level.columns.keys()].filter((id) => needed.has(id));
    const inner = new Map<ColumnId, ColumnId>();
    const columns = new Map<ColumnId, Expr>();
    for (const id of level.outputs) {
      if (!needed.has(id)) continue;
      const expr = level.columns.get(id);
      if (expr === undefined) continue;
      const fresh = this.freshId();
      inner.set(fresh, id);
      const type = emptied && !expr.type.nullable ? { ...expr.type, nullable: true } : expr.type;
      columns.set(id, { kind: "column", id: fresh, type });
    }
    return { source: { kind: "level", level, columns: inner, emptied }, columns };
  }

  /** The level that an operation over `input` goes into, merged or new. */
  levelFor(input: Relation, relation: Relation, step: (level: Level) => Step): Level {
    const level = this.open(input);
    const nodeId = relation.nodeId;
    const reason = level.shared
      ? "its input is read by several nodes"
      : !this.options.merge && level.nodeIds.at(-1) !== nodeId
      ? "merging is off"
      : refusal(level, step(level), this.options.dialect);
    if (reason !== undefined) return this.wrap(level, input, reason, nodeId);
    if (level.nodeIds.at(-1) !== nodeId) level.nodeIds.push(nodeId);
    return level;
  }

  #seal(level: Level, relation: Relation): void {
    level.shared = true;
    const needed = this.needed(relation);
    level.outputs = [...level.columns.keys()].filter((id) => needed.has(id));
  }

  #copy(level: Level): Level {
    const ids = new Map<ColumnId, ColumnId>();
    const renew: Substitution = (column) => ({ ...column, id: ids.get(column.id) ?? column.id });
    const sources = level.sources.map((source) => {
      if (source.kind !== "table") throw new TypeError("Cannot copy a level that does not read a table");
      const columns = new Map([...source.columns].map(([id, physical]) => {
        const fresh = this.freshId();
        ids.set(id, fresh);
        return [fresh, physical] as const;
      }));
      const guardId = source.guardId === undefined ? undefined : ids.get(source.guardId);
      return { ...source, columns, ...(guardId === undefined ? {} : { guardId }) };
    });
    return {
      ...level,
      sources,
      where: level.where.map((expr) => this.origins.pass(expr, substitute(expr, renew))),
      having: [],
      qualify: [],
      windows: [],
      columns: new Map(
        [...level.columns].map(([id, expr]) =>
          [id, this.origins.pass(expr, substitute(expr, renew))] as const
        ),
      ),
      nodeIds: [...level.nodeIds],
    };
  }

  #place(relation: Relation): Level {
    switch (relation.op) {
      case "scan":
        return this.#placeScan(relation);
      case "filter":
        return this.#placeFilter(relation);
      case "extend":
      case "window":
        return this.#placeComputed(relation);
      case "sort":
        for (const key of relation.order) this.origins.claim(key, relation.nodeId);
        // The order itself travels with the relation, and may be of no use to anybody above.
        return this.levelFor(relation.input, relation, (candidate) => ({
          operation: "sort",
          exprs: [],
          by: readableKeys(candidate, relation.order),
        }));
      case "limit":
        return this.#placeLimit(relation);
      case "aggregate":
        return this.#placeAggregate(relation);
      case "union":
        return this.#placeUnion(relation);
      case "join":
        return placeJoin(relation, this);
    }
  }

  #placeScan(relation: Extract<Relation, { op: "scan" }>): Level {
    const level = newLevel("it reads a table", relation.nodeId);
    const needed = this.needed(relation);
    const guarded = relation.guard.kind === "symbols" ? relation.guard.column : undefined;
    const columns = new Map<ColumnId, PhysicalColumn>();
    let guardId: ColumnId | undefined;
    for (const physical of relation.physical) {
      const isGuarded = physical.column === guarded;
      if (!isGuarded && !needed.has(physical.id)) continue;
      const fresh = this.freshId();
      columns.set(fresh, physical);
      if (isGuarded) guardId = fresh;
      if (needed.has(physical.id)) {
        level.columns.set(physical.id, { kind: "column", id: fresh, type: physical.type });
      }
    }
    level.sources.push({
      kind: "table",
      table: relation.table,
      nodeId: relation.nodeId,
      guard: relation.guard,
      columns,
      ...(guardId === undefined ? {} : { guardId }),
    });
    return level;
  }

  #placeFilter(relation: Extract<Relation, { op: "filter" }>): Level {
    const level = this.levelFor(relation.input, relation, (candidate) => ({
      operation: "filter",
      exprs: conjuncts(substitute(relation.predicate, resolver(candidate))),
    }));
    const parts = conjuncts(substitute(relation.predicate, resolver(level)));
    for (const part of parts) {
      if (part.kind === "param" && part.value === true) continue;
      level[slotFor(level, part)].push(part);
      this.origins.claim(part, relation.nodeId);
      level.weight += factsOf(part).size;
    }
    return level;
  }

  #placeComputed(relation: Extract<Relation, { op: "extend" | "window" }>): Level {
    const needed = this.needed(relation);
    const computed = relation.computed.filter(({ id }) => needed.has(id));
    const level = this.levelFor(relation.input, relation, (candidate) => ({
      operation: relation.op === "window" && computed.length > 0 ? "window" : "project",
      exprs: computed.map(({ expr }) => substitute(expr, resolver(candidate))),
    }));
    const resolve = resolver(level);
    const made = computed.map(({ id, expr }) => [id, substitute(expr, resolve)] as const);
    for (const [id, expr] of made) {
      level.columns.set(id, expr);
      this.origins.claim(expr, relation.nodeId);
      if (factsOf(expr).hasWindow) level.windows.push(expr);
      level.weight += factsOf(expr).size;
    }
    return level;
  }

  #placeLimit(relation: Extract<Relation, { op: "limit" }>): Level {
    const by = (level: Level) => substituteKeys(relation.by, resolver(level));
    const level = this.levelFor(relation.input, relation, (candidate) => ({
      operation: "limit",
      exprs: relation.by.map((key) => substitute(key.expr, resolver(candidate))),
      by: by(candidate),
    }));
    const before = level.limit;
    const { nodeId } = relation;
    if (before === undefined) {
      const keys = by(level);
      keys.forEach((key, at) => this.origins.pass(relation.by[at] ?? key, key));
      level.limit = { nodeId, count: relation.count, offset: relation.offset, by: keys };
    } else {level.limit = {
        nodeId,
        by: before.by,
        offset: before.offset + relation.offset,
        count: narrowed(before.count, relation),
      };}
    return level;
  }

  #placeAggregate(relation: Extract<Relation, { op: "aggregate" }>): Level {
    const distinct = this.#alreadyDistinct(relation);
    if (distinct !== undefined) return distinct;
    const needed = this.needed(relation);
    const aggregates = relation.aggregates.filter(({ id }) => needed.has(id));
    const level = this.levelFor(relation.input, relation, (candidate) => {
      const resolve = resolver(candidate);
      const groupKeys = relation.keys.map(({ expr }) => substitute(expr, resolve));
      const exprs = [...groupKeys, ...aggregates.map(({ expr }) => substitute(expr, resolve))];
      return { operation: "aggregate", exprs, groupKeys };
    });
    const resolve = resolver(level);
    const keys = relation.keys.map(({ id, expr }) => [id, substitute(expr, resolve)] as const);
    const totals = aggregates.map(({ id, expr }) => [id, substitute(expr, resolve)] as const);
    for (const [, expr] of [...keys, ...totals]) this.origins.claim(expr, relation.nodeId);
    level.groupedBy = relation.nodeId;
    level.groupBy = keys.map(([, expr]) => expr);
    level.columns = new Map([...keys, ...totals]);
    return level;
  }

  /** Rows that are distinct already: their level, which stays as it is. */
  #alreadyDistinct(relation: AggregateRelation): Level | undefined {
    const level = this.#placed.get(relation.input);
    const keys = level && this.options.merge ? distinctKeys(level, relation) : undefined;
    if (level === undefined || keys === undefined) return undefined;
    level.columns = new Map(keys);
    if (level.nodeIds.at(-1) !== relation.nodeId) level.nodeIds.push(relation.nodeId);
    return level;
  }

  #placeUnion(relation: Extract<Relation, { op: "union" }>): Level {
    const needed = this.needed(relation);
    const ids = relation.ids.filter((id) => needed.has(id));
    const branches = relation.branches.flatMap(({ input, exprs }) => {
      const wanted = exprs.filter((_, index) => needed.has(relation.ids[index] ?? 0));
      return this.#branchesOf(input, relation, wanted, ids);
    });
    const level = newLevel("a union starts from finished branches", relation.nodeId);
    const columns = new Map<ColumnId, ColumnId>();
    ids.forEach((id) => {
      const fresh = this.freshId();
      columns.set(fresh, id);
      const type = relation.branches
        .map((branch) => branch.exprs[relation.ids.indexOf(id)]?.type)
        .reduce((left, right) => (left?.nullable ? left : right ?? left));
      level.columns.set(id, { kind: "column", id: fresh, type: type ?? { type: "string", nullable: true } });
    });
    level.sources.push({ kind: "union", nodeId: relation.nodeId, branches, columns });
    return level;
  }

  /** A union of a union is one union; anything else is one branch. */
  #branchesOf(
    input: Relation,
    relation: Relation,
    exprs: readonly Expr[],
    ids: readonly ColumnId[],
  ): readonly Level[] {
    const level = this.levelFor(input, relation, (candidate) => ({
      operation: "union",
      exprs: exprs.map((expr) => substitute(expr, resolver(candidate))),
    }));
    const inner = level.sources.length === 1 ? level.sources[0] : undefined;
    const resolve = resolver(level);
    const made = exprs.map((expr) => substitute(expr, resolve));
    if (inner?.kind === "union" && this.options.merge && isUntouched(level)) {
      return inner.branches.map((branch) => {
        const within: Substitution = (column) =>
          branch.columns.get(inner.columns.get(column.id) ?? 0) ?? column;
        return this.#finishBranch(branch, made.map((expr) => substitute(expr, within)), ids);
      });
    }
    return [this.#finishBranch(level, made, ids)];
  }

  #finishBranch(level: Level, exprs: readonly Expr[], ids: readonly ColumnId[]): Level {
    level.columns = new Map(exprs.map((expr, index) => [ids[index] ?? 0, expr] as const));
    level.outputs = ids;
    return level;
  }
}

/** Replaces a relation's columns by what they are in the level. */
export function resolver(level: Level): Substitution {
  return (column) => {
    const found = level.columns.get(column.id);
    if (found === undefined) throw new TypeError(`Cannot find column ${column.id} in its level`);
    return found;
  };
}

/** One table, perhaps filtered and with plain computed columns. */
export function isPlainRead(level: Level): boolean {
  const [source, more] = level.sources;
  return source?.kind === "table" && more === undefined && level.groupBy === undefined &&
    level.limit === undefined && level.windows.length === 0;
}

export function isUntouched(level: Level): boolean {
  return level.where.length === 0 && level.groupBy === undefined && level.limit === undefined &&
    level.windows.length === 0;
}
