/** The levels of a plan in the making: which relation stands in which, and how a level is opened for more. */
import type { ColumnId, Expr } from "../ir/expr.ts";
import { substitute, type Substitution } from "../ir/expressions.ts";
import { inputsOf, type Relation } from "../ir/relation.ts";
import { type DialectFacts, refusal, type Step, TOO_LARGE } from "./fusion.ts";
import { isPlainRead, type Level, type LevelSource, newLevel } from "./level.ts";
import { Origins } from "./origins.ts";
import { findNeeds, type Needs } from "./prune.ts";

export interface AssembleOptions {
  readonly dialect: DialectFacts;
  readonly merge: boolean;
}

export class Assembly {
  readonly options: AssembleOptions;
  readonly origins = new Origins();
  readonly #placed = new Map<Relation, Level>();
  readonly #consumers = new Map<Relation, number>();
  readonly #needs: Needs;
  #lastId = -1;

  constructor(ordered: readonly Relation[], options: AssembleOptions) {
    this.options = options;
    this.#needs = findNeeds(ordered, !options.merge);
    for (const relation of ordered) {
      for (const input of inputsOf(relation)) {
        this.#consumers.set(input, (this.#consumers.get(input) ?? 0) + 1);
      }
    }
  }

  /** Notes the level that a relation ended in. One with several readers is closed, unless it is cheap to repeat. */
  place(relation: Relation, level: Level): void {
    if ((this.#consumers.get(relation) ?? 0) > 1 && !isPlainRead(level)) this.#seal(level, relation);
    this.#placed.set(relation, level);
  }

  /** The level of a relation that is placed already. */
  placed(relation: Relation): Level {
    const level = this.#placed.get(relation);
    if (level === undefined) throw new TypeError("Cannot read a relation that is not placed");
    return level;
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
    const level = this.placed(input);
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
}
