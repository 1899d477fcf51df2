/** Levels → one statement. */
import { call } from "../functions/mod.ts";
import type { ColumnId, Expr, ExprOf } from "../ir/expr.ts";
import { factsOf, substitute } from "../ir/expressions.ts";
import type { PhysicalColumn, Relation } from "../ir/relation.ts";
import { resolver } from "../plan/assemble.ts";
import type { Level, Source, TableSource } from "../plan/level.ts";
import type { LevelNote, SourceRef } from "../schema/types.ts";
import { Binder } from "./binder.ts";
import type { Dialect } from "./dialect.ts";
import { emitExpr, emitKeys, type ExpressionContext } from "./expressions.ts";
import { Names } from "./names.ts";

export interface Statement {
  readonly sql: string;
  readonly params: Binder["params"];
  readonly levels: number;
  readonly sources: readonly SourceRef[];
  readonly explanation: readonly LevelNote[];
}

interface Scope {
  /** Finished text of every source column in reach. */
  readonly texts: Map<ColumnId, string>;
  readonly tables: Map<ColumnId, PhysicalColumn>;
}

export function emitStatement(
  top: Level,
  root: Relation,
  dialect: Dialect,
  now: Expr | undefined,
): Statement {
  return new Emitter(dialect, takenNames(top, root), now).statement(top, root);
}

class Emitter {
  readonly #dialect: Dialect;
  readonly #binder: Binder;
  readonly #names: Names;
  readonly #now: Expr | undefined;
  readonly #shared = new Map<Level, string>();
  readonly #common: string[] = [];
  readonly #sources: SourceRef[] = [];
  readonly #notes: LevelNote[] = [];

  constructor(dialect: Dialect, taken: Iterable<string>, now: Expr | undefined) {
    this.#dialect = dialect;
    this.#binder = new Binder(dialect);
    this.#names = new Names(taken);
    this.#now = now;
  }

  statement(top: Level, root: Relation): Statement {
    const body = this.#select(top, (context, scope) => this.#userColumns(top, root, context, scope), root);
    const sql = this.#common.length === 0 ? body : `WITH ${this.#common.join(",\n")}\n${body}`;
    const sources = [...new Map(this.#sources.map((ref) => [ref.nodeId, ref])).values()];
    return {
      sql,
      params: this.#binder.params,
      levels: this.#notes.length,
      sources,
      explanation: this.#notes,
    };
  }

  /** The outermost columns, under the user's own names and in exactly the declared types. */
  #userColumns(level: Level, root: Relation, context: ExpressionContext, scope: Scope): readonly string[] {
    const resolve = resolver(level);
    return root.columns.map((column, index) => {
      const expr = resolve({ kind: "column", id: column.id, type: column.type });
      const sql = emitExpr(expr, context);
      const physical = expr.kind === "column" ? scope.tables.get(expr.id) : undefined;
      const exact = physical !== undefined && this.#dialect.isExact(physical.column, physical.type);
      const typed = exact ? sql : this.#dialect.asDeclared(sql, column.type);
      const name = this.#dialect.isUsableName(column.name) ? column.name : this.#names.column(index + 1);
      return `${typed} AS ${this.#dialect.quoteIdentifier(name)}`;
    });
  }

  #select(
    level: Level,
    columnsOf: (context: ExpressionContext, scope: Scope) => readonly string[],
    outermost?: Relation,
  ): string {
    const number = this.#notes.length;
    this.#notes.push({ level: number + 1, nodeIds: [...level.nodeIds], reason: level.reason });
    const dialect = this.#dialect;
    const scope: Scope = { texts: new Map(), tables: new Map() };
    const context: ExpressionContext = {
      dialect,
      binder: this.#binder,
      ...(this.#now ? { now: this.#now } : {}),
      column: (expr: ExprOf<"column">) => {
        const text = scope.texts.get(expr.id);
        if (text === undefined) throw new TypeError(`Cannot emit column ${expr.id}: no source provides it`);
        return text;
      },
    };
    const where: string[] = [];
    const from = level.sources.map((source) => this.#source(source, scope, context, where));
    where.push(...level.where.map((expr) => emitExpr(expr, context)));
    const columns = columnsOf(context, scope);
    const lines = [
      `SELECT ${columns.length === 0 ? `1 AS ${this.#names.column(1)}` : columns.join(", ")}`,
      `FROM ${from.filter((text) => text !== "").join("\n")}`,
    ];
    if (where.length > 0) lines.push(`WHERE ${where.join(" AND ")}`);
    lines.push(...this.#grouping(level, context, outermost));
    if (level.qualify.length > 0) {
      lines.push(`QUALIFY ${level.qualify.map((e) => emitExpr(e, context)).join(" AND ")}`);
    }
    lines.push(...this.#orderAndLimit(level, context, outermost));
    return lines.join("\n");
  }

  #grouping(level: Level, context: ExpressionContext, outermost: Relation | undefined): readonly string[] {
    if (level.groupBy === undefined) return [];
    const lines: string[] = [];
    const keys = [...new Set(level.groupBy.map((expr) => emitExpr(expr, context)))];
    if (keys.length > 0) lines.push(`GROUP BY ${keys.join(", ")}`);
    const having = level.having.map((expr) => emitExpr(expr, context));
    // Without keys and aggregates nothing would tell the engine that this is one row.
    const written = outermost ? outermost.columns.map((column) => column.id) : level.outputs;
    const aggregates = written.some((id) => {
      const expr = level.columns.get(id);
      return expr !== undefined && factsOf(expr).hasAggregate;
    });
    if (keys.length === 0 && !aggregates) having.push(`${this.#dialect.countAll} >= 0`);
    if (having.length > 0) lines.push(`HAVING ${having.join(" AND ")}`);
    return lines;
  }

  #orderAndLimit(
    level: Level,
    context: ExpressionContext,
    outermost: Relation | undefined,
  ): readonly string[] {
    const lines: string[] = [];
    const order = level.limit?.by ??
      outermost?.order.map((key) => ({ ...key, expr: substitute(key.expr, resolver(level)) })) ?? [];
    const keys = emitKeys(order, context);
    if (keys.length > 0) lines.push(`ORDER BY ${keys.join(", ")}`);
    if (level.limit?.count !== undefined) lines.push(`LIMIT ${this.#rows(level.limit.count)}`);
    if (level.limit !== undefined && level.limit.offset > 0) {
      lines.push(`OFFSET ${this.#rows(level.limit.offset)}`);
    } else if (level.fenced && this.#dialect.fence !== "") lines.push(this.#dialect.fence);
    return lines;
  }

  #rows(count: number): string {
    if (!Number.isSafeInteger(count) || count < 0) throw new TypeError(`Cannot limit to ${count} rows`);
    if (this.#dialect.limitAs === "literal") return String(count);
    return this.#binder.bind(String(count), { type: "int64", nullable: false });
  }

  /** Text of one source in FROM, its join included; conditions that belong to it go to `where`. */
  #source(source: Source, scope: Scope, context: ExpressionContext, where: string[]): string {
    const alias = this.#names.nextSource();
    const join = source.join;
    const lateral = join?.kind === "asof" && this.#dialect.asof === "lateral";
    const text = this.#sourceText(source, alias, scope);
    if (source.kind === "table") where.push(...this.#guard(source, context));
    if (join === undefined) return text;
    const on = join.on.map((expr) => emitExpr(expr, context));
    if (join.kind === "asof" && join.asof) {
      const op = join.asof.direction === "backward" ? "ge" as const : "le" as const;
      on.push(emitExpr(call(op, [join.asof.left, join.asof.right]), context));
      if (lateral) return this.#lateral(source, text, alias, on, join.asof, scope, context);
    }
    const condition = on.join(" AND ");
    switch (join.kind) {
      case "cross":
        return `CROSS JOIN ${text}`;
      case "inner":
        return `INNER JOIN ${text} ON ${condition}`;
      case "left":
        return `LEFT JOIN ${text} ON ${condition}`;
      case "full":
        return `FULL JOIN ${text} ON ${condition}`;
      case "asof":
        return `ASOF LEFT JOIN ${text} ON ${condition}`;
      case "semi":
      case "anti": {
        if (this.#dialect.existence === "join") {
          return `LEFT ${join.kind.toUpperCase()} JOIN ${text} ON ${condition}`;
        }
        where.push(`${join.kind === "anti" ? "NOT " : ""}EXISTS (SELECT 1 FROM ${text} WHERE ${condition})`);
        return "";
      }
    }
  }

  /** The nearest row as a correlated subquery of one row. */
  #lateral(
    source: Source,
    text: string,
    alias: string,
    on: readonly string[],
    asof: { readonly right: Expr; readonly direction: "backward" | "forward" },
    scope: Scope,
    context: ExpressionContext,
  ): string {
    const nearest = emitExpr(asof.right, context);
    const outer = this.#names.nextSource();
    const columns = [...source.columns.keys()].map((id) => {
      const inner = scope.texts.get(id) ?? "";
      const name = inner.slice(alias.length + 1);
      scope.texts.set(id, `${outer}.${name}`);
      return `${inner} AS ${name}`;
    });
    const direction = asof.direction === "backward" ? "DESC" : "ASC";
    return `LEFT JOIN LATERAL (SELECT ${columns.join(", ")} FROM ${text}\nWHERE ${
      on.join(" AND ")
    } ORDER BY ${nearest} ${direction} LIMIT 1) AS ${outer} ON TRUE`;
  }

  #sourceText(source: Source, alias: string, scope: Scope): string {
    switch (source.kind) {
      case "table":
        return this.#table(source, alias, scope);
      case "level": {
        const { level } = source;
        for (const [id, inner] of source.columns) {
          scope.texts.set(id, `${alias}.${this.#names.column(level.outputs.indexOf(inner) + 1)}`);
        }
        if (level.shared) return `${this.#commonTable(level)} AS ${alias}`;
        return `(\n${this.#inner(level, source.emptied)}\n) AS ${alias}`;
      }
      case "union": {
        const outputs = source.branches[0]?.outputs ?? [];
        for (const [id, inner] of source.columns) {
          scope.texts.set(id, `${alias}.${this.#names.column(outputs.indexOf(inner) + 1)}`);
        }
        const branches = source.branches.map((branch) => {
          const text = this.#inner(branch, false);
          return branch.limit === undefined ? text : `(${text})`;
        });
        return `(\n${branches.join("\nUNION ALL\n")}\n) AS ${alias}`;
      }
    }
  }

  /** A level below the outermost: its columns are c1, c2, … */
  #inner(level: Level, emptied: boolean): string {
    return this.#select(level, (context) =>
      level.outputs.map((id, index) => {
        const expr = level.columns.get(id);
        if (expr === undefined) throw new TypeError(`Cannot emit column ${id}: its level does not have it`);
        const sql = emitExpr(expr, context);
        const value = emptied && !expr.type.nullable ? this.#dialect.asNullable(sql) : sql;
        return `${value} AS ${this.#names.column(index + 1)}`;
      }));
  }

  #commonTable(level: Level): string {
    const known = this.#shared.get(level);
    if (known !== undefined) return known;
    const text = this.#inner(level, false);
    const name = this.#names.nextSource();
    this.#shared.set(level, name);
    this.#common.push(`${name} AS (\n${text}\n)`);
    return name;
  }

  #table(source: TableSource, alias: string, scope: Scope): string {
    const { table } = source;
    for (const [id, physical] of source.columns) {
      const raw = `${alias}.${this.#dialect.quoteIdentifier(physical.column.name)}`;
      scope.texts.set(id, this.#dialect.readColumn(raw, physical.column, physical.type));
      scope.tables.set(id, physical);
    }
    this.#sources.push({
      nodeId: source.nodeId,
      database: table.database,
      table: table.table,
      store: table.store,
    });
    return `${this.#dialect.quoteIdentifier(table.database)}.${
      this.#dialect.quoteIdentifier(table.table)
    } AS ${alias}`;
  }

  /** What the reader may see of the table. A table with symbols and no guard is a bug, and stops here. */
  #guard(source: TableSource, context: ExpressionContext): readonly string[] {
    const { guard, table } = source;
    switch (guard.kind) {
      case "open":
        if (table.symbolColumn !== undefined) {
          throw new TypeError(`Cannot read ${table.table} without entitlements`);
        }
        return [];
      case "all":
        return [];
      case "closed":
        throw new TypeError(`Cannot read ${table.table}: its symbol column is unknown`);
      case "symbols": {
        if (source.join !== undefined && source.join.kind !== "inner" && source.join.kind !== "cross") {
          throw new TypeError(`Cannot guard ${table.table} where an outer join may leave it empty`);
        }
        const physical = source.guardId === undefined ? undefined : source.columns.get(source.guardId);
        if (
          source.guardId === undefined || physical === undefined ||
          physical.column.name !== table.symbolColumn
        ) {
          throw new TypeError(`Cannot guard ${table.table}: its symbol column is not read`);
        }
        const column: Expr = { kind: "column", id: source.guardId, type: physical.type };
        const list: Expr = { kind: "list", values: guard.symbols, type: { type: "string", nullable: false } };
        return [emitExpr(call("in", [column, list]), context)];
      }
    }
  }
}

/** Every name from outside that may stand in the statement. */
function* takenNames(top: Level, root: Relation): Iterable<string> {
  for (const column of root.columns) yield column.name;
  const seen = new Set<Level>();
  const stack = [top];
  for (let level = stack.pop(); level !== undefined; level = stack.pop()) {
    if (seen.has(level)) continue;
    seen.add(level);
    for (const source of level.sources) {
      if (source.kind === "level") stack.push(source.level);
      else if (source.kind === "union") stack.push(...source.branches);
      else {
        yield source.table.database;
        yield source.table.table;
        for (const column of source.table.columns) yield column.name;
      }
    }
  }
}
