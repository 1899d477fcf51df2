/** Levels → one statement. */
import type { Dialect } from "../dialects/dialect.ts";
import type { Expr } from "../ir/expr.ts";
import { factsOf, substitute } from "../ir/expressions.ts";
import type { Relation } from "../ir/relation.ts";
import { type Level, resolver } from "../plan/level.ts";
import type { Origins } from "../plan/origins.ts";
import type { HandedTable, LevelNote, NodeAttribution, SourceRef } from "../schema/types.ts";
import type { StoreName } from "../schema/vocabulary.ts";
import { Binder } from "./binder.ts";
import { emitExpr, type ExpressionContext, sortTexts } from "./expressions.ts";
import { type Fragment, indented, joined, laidOut, marked, type Piece, sql } from "./fragments.ts";
import { attribute } from "./attribution.ts";
import { HandedTables } from "./handed.ts";
import { Names } from "./names.ts";
import { type Scope, SourceWriter } from "./sources.ts";
import { takenNames } from "./taken_names.ts";

interface Statement {
  readonly sql: string;
  readonly params: Binder["params"];
  readonly levels: number;
  readonly sources: readonly SourceRef[];
  readonly handed?: readonly HandedTable[];
  readonly explanation: readonly LevelNote[];
  readonly attribution: readonly NodeAttribution[];
}

export function emitStatement(
  top: Level,
  root: Relation,
  dialect: Dialect,
  now: Expr | undefined,
  origins: Origins,
  store?: StoreName,
): Statement {
  return new Emitter(dialect, takenNames(top, root), now, origins, store).statement(top, root);
}

class Emitter {
  readonly #dialect: Dialect;
  readonly #binder: Binder;
  readonly #names: Names;
  readonly #now: Expr | undefined;
  readonly #origins: Origins;
  readonly #handed: HandedTables;
  readonly #from: SourceWriter;
  readonly #notes: LevelNote[] = [];

  constructor(
    dialect: Dialect,
    taken: Iterable<string>,
    now: Expr | undefined,
    origins: Origins,
    store: StoreName | undefined,
  ) {
    this.#origins = origins;
    this.#dialect = dialect;
    this.#binder = new Binder(dialect);
    this.#names = new Names(taken);
    this.#now = now;
    this.#handed = new HandedTables(dialect, this.#binder, store);
    this.#from = new SourceWriter(
      dialect,
      this.#names,
      this.#handed,
      (level, emptied) => this.#inner(level, emptied),
    );
  }

  statement(top: Level, root: Relation): Statement {
    const body = this.#select(top, (scope) => this.#userColumns(top, root, scope), root);
    const { common, tables } = this.#from;
    const whole = laidOut(common.length === 0 ? body : sql`WITH ${joined(common, ",\n")}\n${body}`);
    return {
      sql: whole.text,
      params: this.#binder.params,
      levels: this.#notes.length,
      sources: [...tables.values()],
      ...(this.#handed.list.length > 0 ? { handed: this.#handed.list } : {}),
      explanation: this.#notes,
      attribution: attribute(this.#notes, whole.marks),
    };
  }

  /** The outermost columns, under the user's own names and in exactly the declared types. */
  #userColumns(level: Level, root: Relation, scope: Scope): readonly Piece[] {
    const resolve = resolver(level);
    return root.columns.map((column, index) => {
      const expr = resolve({ kind: "column", id: column.id, type: column.type });
      const text = emitExpr(expr, scope.context);
      const physical = expr.kind === "column" ? scope.tables.get(expr.id) : undefined;
      const exact = physical !== undefined && this.#dialect.isExact(physical.column, physical.type);
      const typed = exact ? text : this.#dialect.asDeclared(text, column.type);
      const name = this.#dialect.isUsableName(column.name) ? column.name : this.#names.column(index + 1);
      return this.#ofNode(expr, `${typed} AS ${this.#dialect.quoteIdentifier(name)}`);
    });
  }

  #ofNode(expr: Expr, text: string): Piece {
    return marked(text, this.#origins.get(expr));
  }

  #conditions(exprs: readonly Expr[], context: ExpressionContext): readonly Piece[] {
    return exprs.map((expr) => this.#ofNode(expr, emitExpr(expr, context)));
  }

  #select(
    level: Level,
    columnsOf: (scope: Scope) => readonly Piece[],
    outermost?: Relation,
  ): Fragment {
    this.#notes.push({
      level: this.#notes.length + 1,
      nodeIds: [...level.nodeIds],
      reason: level.reason,
    });
    const scope = this.#scope(level);
    const { context, where } = scope;
    const from = level.sources.flatMap((source) => this.#from.write(source, scope) ?? []);
    where.push(...this.#conditions(level.where, context));
    const columns = columnsOf(scope);
    const lines: Piece[] = [
      selected(columns.length === 0 ? [`1 AS ${this.#names.column(1)}`] : columns),
      sql`FROM ${joined(from, "\n")}`,
    ];
    if (where.length > 0) lines.push(sql`WHERE ${joined(where, " AND ")}`);
    lines.push(...this.#grouping(level, context, outermost));
    if (level.qualify.length > 0) {
      lines.push(sql`QUALIFY ${joined(this.#conditions(level.qualify, context), " AND ")}`);
    }
    lines.push(...this.#orderAndLimit(level, context, outermost));
    return joined(lines, "\n");
  }

  #scope(level: Level): Scope {
    const texts: Scope["texts"] = new Map();
    const context: ExpressionContext = {
      dialect: this.#dialect,
      binder: this.#binder,
      functions: {
        bind: (value, type) => this.#binder.bind(value, type),
        nests: level.groupBy === undefined,
      },
      ...(this.#now ? { now: this.#now } : {}),
      column: ({ id }) => {
        const text = texts.get(id);
        if (text === undefined) throw new TypeError(`Cannot emit column ${id}: no source provides it`);
        return text;
      },
    };
    return { texts, tables: new Map(), where: [], conditions: level.where, context };
  }

  #grouping(level: Level, context: ExpressionContext, outermost: Relation | undefined): readonly Piece[] {
    if (level.groupBy === undefined) return [];
    const lines: Piece[] = [];
    const keys = [...new Set(level.groupBy.map((expr) => emitExpr(expr, context)))];
    if (keys.length > 0) lines.push(marked(`GROUP BY ${keys.join(", ")}`, level.groupedBy));
    const having = [...this.#conditions(level.having, context)];
    // With neither keys nor aggregates the engine would not know that the result is one row.
    const written = outermost ? outermost.columns.map((column) => column.id) : level.outputs;
    const aggregates = written.some((id) => {
      const expr = level.columns.get(id);
      return expr !== undefined && factsOf(expr).hasAggregate;
    });
    if (keys.length === 0 && !aggregates) having.push(`${this.#dialect.countAll} >= 0`);
    if (having.length > 0) lines.push(sql`HAVING ${joined(having, " AND ")}`);
    return lines;
  }

  #orderAndLimit(
    level: Level,
    context: ExpressionContext,
    outermost: Relation | undefined,
  ): readonly Piece[] {
    const lines: Piece[] = [];
    const resolve = resolver(level);
    const order = level.limit?.by ?? outermost?.order ?? [];
    const exprOf = level.limit ? (expr: Expr) => expr : (expr: Expr) => substitute(expr, resolve);
    const keys = sortTexts(order, exprOf, context).map(({ key, text }) =>
      marked(text, this.#origins.get(key))
    );
    if (keys.length > 0) lines.push(sql`ORDER BY ${joined(keys, ", ")}`);
    const limit = level.limit;
    if (limit?.count !== undefined) lines.push(marked(`LIMIT ${this.#rows(limit.count)}`, limit.nodeId));
    if (limit !== undefined && limit.offset > 0) {
      lines.push(marked(`OFFSET ${this.#rows(limit.offset)}`, limit.nodeId));
    } else if (level.fenced && this.#dialect.fence !== "") lines.push(this.#dialect.fence);
    return lines;
  }

  #rows(count: number): string {
    if (!Number.isSafeInteger(count) || count < 0) throw new TypeError(`Cannot limit to ${count} rows`);
    if (this.#dialect.limitAs === "literal") return String(count);
    return this.#binder.bind(String(count), { type: "int64", nullable: false });
  }

  /** A level below the outermost: its columns are c1, c2, … */
  #inner(level: Level, emptied: boolean): Fragment {
    return this.#select(level, ({ context }) =>
      level.outputs.map((id, index) => {
        const expr = level.columns.get(id);
        if (expr === undefined) throw new TypeError(`Cannot emit column ${id}: its level does not have it`);
        const text = emitExpr(expr, context);
        const value = emptied && !isStoredNullable(expr, level) ? this.#dialect.asNullable(text) : text;
        return this.#ofNode(expr, `${value} AS ${this.#names.column(index + 1)}`);
      }));
  }
}

/**
 * Whether the engine itself takes the value for nullable, as it does a nullable column of a table. What is computed may
 * have a type of the engine's that is not nullable although ours is.
 */
function isStoredNullable(expr: Expr, level: Level): boolean {
  return expr.kind === "column" && expr.type.nullable &&
    level.sources.some((source) => source.kind === "table" && source.columns.has(expr.id));
}

/** Several columns have a line each, however short: the layout must not depend on what users call things. */
function selected(columns: readonly Piece[]): Fragment {
  return columns.length === 1
    ? sql`SELECT ${joined(columns, "")}`
    : sql`SELECT\n${indented(joined(columns, ",\n"))}`;
}
