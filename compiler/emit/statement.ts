/** Levels → one statement. */
import type { Dialect } from "../dialects/dialect.ts";
import { call } from "../functions/mod.ts";
import type { ColumnId, Expr, ExprOf } from "../ir/expr.ts";
import { factsOf, substitute } from "../ir/expressions.ts";
import type { AsofMatch, PhysicalColumn, Relation } from "../ir/relation.ts";
import type { Origins } from "../plan/origins.ts";
import { type Level, resolver, type Source, type TableSource } from "../plan/level.ts";
import type { LevelNote, NodeAttribution, SourceRef } from "../schema/types.ts";
import { Binder } from "./binder.ts";
import { emitExpr, type ExpressionContext, sortTexts } from "./expressions.ts";
import { type Fragment, indented, joined, laidOut, marked, type Piece, sql } from "./fragments.ts";
import { attribute } from "./attribution.ts";
import { Names } from "./names.ts";
import { takenNames } from "./taken_names.ts";

export interface Statement {
  readonly sql: string;
  readonly params: Binder["params"];
  readonly levels: number;
  readonly sources: readonly SourceRef[];
  readonly explanation: readonly LevelNote[];
  readonly attribution: readonly NodeAttribution[];
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
  origins: Origins,
): Statement {
  return new Emitter(dialect, takenNames(top, root), now, origins).statement(top, root);
}

class Emitter {
  readonly #dialect: Dialect;
  readonly #binder: Binder;
  readonly #names: Names;
  readonly #now: Expr | undefined;
  readonly #origins: Origins;
  readonly #shared = new Map<Level, string>();
  readonly #common: Fragment[] = [];
  readonly #sources: SourceRef[] = [];
  readonly #notes: LevelNote[] = [];

  constructor(dialect: Dialect, taken: Iterable<string>, now: Expr | undefined, origins: Origins) {
    this.#origins = origins;
    this.#dialect = dialect;
    this.#binder = new Binder(dialect);
    this.#names = new Names(taken);
    this.#now = now;
  }

  statement(top: Level, root: Relation): Statement {
    const body = this.#select(top, (context, scope) => this.#userColumns(top, root, context, scope), root);
    const whole = laidOut(
      this.#common.length === 0 ? body : sql`WITH ${joined(this.#common, ",\n")}\n${body}`,
    );
    const sources = [...new Map(this.#sources.map((ref) => [ref.nodeId, ref])).values()];
    return {
      sql: whole.text,
      params: this.#binder.params,
      levels: this.#notes.length,
      sources,
      explanation: this.#notes,
      attribution: attribute(this.#notes, whole.marks),
    };
  }

  /** The outermost columns, under the user's own names and in exactly the declared types. */
  #userColumns(level: Level, root: Relation, context: ExpressionContext, scope: Scope): readonly Piece[] {
    const resolve = resolver(level);
    return root.columns.map((column, index) => {
      const expr = resolve({ kind: "column", id: column.id, type: column.type });
      const text = emitExpr(expr, context);
      const physical = expr.kind === "column" ? scope.tables.get(expr.id) : undefined;
      const exact = physical !== undefined && this.#dialect.isExact(physical.column, physical.type);
      const typed = exact ? text : this.#dialect.asDeclared(text, column.type);
      const name = this.#dialect.isUsableName(column.name) ? column.name : this.#names.column(index + 1);
      return this.#from(expr, `${typed} AS ${this.#dialect.quoteIdentifier(name)}`);
    });
  }

  #from(expr: Expr, text: string): Piece {
    return marked(text, this.#origins.get(expr));
  }

  #conditions(exprs: readonly Expr[], context: ExpressionContext): readonly Piece[] {
    return exprs.map((expr) => this.#from(expr, emitExpr(expr, context)));
  }

  #select(
    level: Level,
    columnsOf: (context: ExpressionContext, scope: Scope) => readonly Piece[],
    outermost?: Relation,
  ): Fragment {
    const number = this.#notes.length;
    this.#notes.push({ level: number + 1, nodeIds: [...level.nodeIds], reason: level.reason });
    const dialect = this.#dialect;
    const scope: Scope = { texts: new Map(), tables: new Map() };
    const context: ExpressionContext = {
      dialect,
      binder: this.#binder,
      functions: {
        bind: (value, type) => this.#binder.bind(value, type),
        nests: level.groupBy === undefined,
      },
      ...(this.#now ? { now: this.#now } : {}),
      column: (expr: ExprOf<"column">) => {
        const text = scope.texts.get(expr.id);
        if (text === undefined) throw new TypeError(`Cannot emit column ${expr.id}: no source provides it`);
        return text;
      },
    };
    const where: Piece[] = [];
    const from = level.sources.map((source) => this.#source(source, scope, context, where));
    where.push(...this.#conditions(level.where, context));
    const columns = columnsOf(context, scope);
    const lines: Piece[] = [
      selected(columns.length === 0 ? [`1 AS ${this.#names.column(1)}`] : columns),
      sql`FROM ${joined(from.filter((text) => text !== ""), "\n")}`,
    ];
    if (where.length > 0) lines.push(sql`WHERE ${joined(where, " AND ")}`);
    lines.push(...this.#grouping(level, context, outermost));
    if (level.qualify.length > 0) {
      lines.push(sql`QUALIFY ${joined(this.#conditions(level.qualify, context), " AND ")}`);
    }
    lines.push(...this.#orderAndLimit(level, context, outermost));
    return joined(lines, "\n");
  }

  #grouping(level: Level, context: ExpressionContext, outermost: Relation | undefined): readonly Piece[] {
    if (level.groupBy === undefined) return [];
    const lines: Piece[] = [];
    const keys = [...new Set(level.groupBy.map((expr) => emitExpr(expr, context)))];
    if (keys.length > 0) lines.push(marked(`GROUP BY ${keys.join(", ")}`, level.groupedBy));
    const having = [...this.#conditions(level.having, context)];
    // Without keys and aggregates nothing would tell the engine that this is one row.
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

  /** Text of one source in FROM, its join included; conditions that belong to it go to `where`. */
  #source(source: Source, scope: Scope, context: ExpressionContext, where: Piece[]): Piece {
    const alias = this.#names.nextSource();
    const join = source.join;
    const lateral = join?.kind === "asof" && this.#dialect.asof === "lateral";
    const text = this.#sourceText(source, alias, scope);
    if (source.kind === "table") {
      where.push(...this.#guard(source, context).map((guard) => marked(guard, source.nodeId)));
    }
    if (join === undefined) return text;
    const on = join.on.map((expr) => emitExpr(expr, context));
    if (join.kind === "asof" && join.asof) {
      const op = join.asof.direction === "backward" ? "ge" as const : "le" as const;
      on.push(emitExpr(call(op, [join.asof.left, join.asof.right]), context));
      if (lateral) return this.#lateral(source, text, alias, on, join.asof, scope, context);
    }
    const own = (part: string) => marked(part, join.nodeId);
    const condition = own(`ON ${on.join(" AND ")}`);
    switch (join.kind) {
      case "cross":
        return sql`${own("CROSS JOIN")} ${text}`;
      case "inner":
      case "left":
      case "full":
        return sql`${own(`${join.kind.toUpperCase()} JOIN`)} ${text} ${condition}`;
      case "asof":
        return sql`${own("ASOF LEFT JOIN")} ${text} ${condition}`;
      case "semi":
      case "anti": {
        if (this.#dialect.existence === "join") {
          return sql`${own(`LEFT ${join.kind.toUpperCase()} JOIN`)} ${text} ${condition}`;
        }
        const exists = sql`EXISTS (SELECT 1 FROM ${text} WHERE ${on.join(" AND ")})`;
        where.push(marked(join.kind === "anti" ? sql`NOT ${exists}` : exists, join.nodeId));
        return "";
      }
    }
  }

  /** The nearest row as a correlated subquery of one row. */
  #lateral(
    source: Source,
    text: Piece,
    alias: string,
    on: readonly string[],
    asof: AsofMatch,
    scope: Scope,
    context: ExpressionContext,
  ): Piece {
    const ties = sortTexts(asof.ties, (expr) => expr, context).map(({ text }) => text);
    const direction = asof.direction === "backward" ? "DESC" : "ASC";
    const nearest = [`${emitExpr(asof.right, context)} ${direction}`, ...ties].join(", ");
    const outer = this.#names.nextSource();
    const columns = [...source.columns.keys()].map((id) => {
      const inner = scope.texts.get(id) ?? "";
      const name = inner.slice(alias.length + 1);
      scope.texts.set(id, `${outer}.${name}`);
      return `${inner} AS ${name}`;
    });
    const own = (part: string) => marked(part, source.join?.nodeId);
    return sql`${own("LEFT JOIN LATERAL")} (SELECT ${columns.join(", ")} FROM ${text}\n${
      own(`WHERE ${on.join(" AND ")} ORDER BY ${nearest} LIMIT 1`)
    }) AS ${outer} ON TRUE`;
  }

  #sourceText(source: Source, alias: string, scope: Scope): Piece {
    switch (source.kind) {
      case "table":
        return marked(this.#table(source, alias, scope), source.nodeId);
      case "level": {
        const { level } = source;
        for (const [id, inner] of source.columns) {
          scope.texts.set(id, `${alias}.${this.#names.column(level.outputs.indexOf(inner) + 1)}`);
        }
        if (level.shared) return `${this.#commonTable(level)} AS ${alias}`;
        return sql`(\n${indented(this.#inner(level, source.emptied))}\n) AS ${alias}`;
      }
      case "union": {
        const outputs = source.branches[0]?.outputs ?? [];
        for (const [id, inner] of source.columns) {
          scope.texts.set(id, `${alias}.${this.#names.column(outputs.indexOf(inner) + 1)}`);
        }
        const branches = source.branches.map((branch) => {
          const text = this.#inner(branch, false);
          return branch.limit === undefined ? text : sql`(${text})`;
        });
        const [first = "", ...others] = branches;
        const all = others.map((branch) => sql`${marked("UNION ALL", source.nodeId)}\n${branch}`);
        return sql`(\n${indented(joined([first, ...all], "\n"))}\n) AS ${alias}`;
      }
    }
  }

  /** A level below the outermost: its columns are c1, c2, … */
  #inner(level: Level, emptied: boolean): Fragment {
    return this.#select(level, (context) =>
      level.outputs.map((id, index) => {
        const expr = level.columns.get(id);
        if (expr === undefined) throw new TypeError(`Cannot emit column ${id}: its level does not have it`);
        const text = emitExpr(expr, context);
        const value = emptied && !isStoredNullable(expr, level) ? this.#dialect.asNullable(text) : text;
        return this.#from(expr, `${value} AS ${this.#names.column(index + 1)}`);
      }));
  }

  #commonTable(level: Level): string {
    const known = this.#shared.get(level);
    if (known !== undefined) return known;
    const text = this.#inner(level, false);
    const name = this.#names.nextSource();
    this.#shared.set(level, name);
    this.#common.push(sql`${name} AS (\n${indented(text)}\n)`);
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

/** Of everything else only its own type tells, and an engine's function may give a narrower one. */
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
