/** The FROM of a SELECT: tables, levels, unions, and how they are joined. */
import type { Dialect } from "../dialects/dialect.ts";
import { call, param } from "../functions/mod.ts";
import type { ColumnId, Expr } from "../ir/expr.ts";
import type { AsofMatch, PhysicalColumn } from "../ir/relation.ts";
import type {
  JoinableSource,
  JoinClause,
  Level,
  LevelSource,
  SeriesSource,
  Source,
  TableSource,
  UnionSource,
} from "../plan/level.ts";
import type { SourceRef } from "../schema/types.ts";
import { emitExpr, type ExpressionContext, sortTexts } from "./expressions.ts";
import { type Fragment, indented, joined, marked, type Piece, sql } from "./fragments.ts";
import { guardOf } from "./guard.ts";
import type { HandedTables } from "./handed.ts";
import type { Names } from "./names.ts";

/** One SELECT while it is written. */
export interface Scope {
  /** Finished text of every source column in reach. */
  readonly texts: Map<ColumnId, string>;
  readonly tables: Map<ColumnId, PhysicalColumn>;
  /** Conditions, in the order in which they were met. */
  readonly where: Piece[];
  /** The level's own conditions. */
  readonly conditions: readonly Expr[];
  readonly context: ExpressionContext;
}

/** Text of a level below the outermost; `emptied` where an outer join may leave it without a row. */
type WriteLevel = (level: Level, emptied: boolean) => Fragment;

export class SourceWriter {
  /** The common table expressions, each behind those it reads. */
  readonly common: Fragment[] = [];
  /** Every table that is read, one for each node. */
  readonly tables = new Map<string, SourceRef>();
  readonly #shared = new Map<Level, string>();
  readonly #dialect: Dialect;
  readonly #names: Names;
  readonly #writeLevel: WriteLevel;

  constructor(
    dialect: Dialect,
    names: Names,
    private readonly handed: HandedTables,
    writeLevel: WriteLevel,
  ) {
    this.#dialect = dialect;
    this.#names = names;
    this.#writeLevel = writeLevel;
  }

  /** One source with its join; undefined where the join is written as a condition, which goes to the scope's `where`. */
  write(source: Source, scope: Scope): Piece | undefined {
    const alias = this.#names.nextSource();
    if (source.kind === "series") return this.#series(source, alias, scope);
    const text = this.#text(source, alias, scope);
    if (source.kind === "table") {
      const guard = guardOf(source);
      if (guard) scope.where.push(marked(emitExpr(guard, scope.context), source.nodeId));
    }
    const { join } = source;
    if (join === undefined) return text;
    const on = join.on.map((expr) => emitExpr(expr, scope.context));
    if (join.kind === "asof" && join.asof) {
      const op = join.asof.direction === "backward" ? "ge" as const : "le" as const;
      on.push(emitExpr(call(op, [join.asof.left, join.asof.right]), scope.context));
      if (this.#dialect.asof === "lateral") return this.#lateral(source, text, alias, on, join.asof, scope);
    }
    return this.#joined(join, text, on, scope);
  }

  #joined(join: JoinClause, text: Piece, on: readonly string[], scope: Scope): Piece | undefined {
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
        scope.where.push(marked(join.kind === "anti" ? sql`NOT ${exists}` : exists, join.nodeId));
        return undefined;
      }
    }
  }

  /** The nearest row as a correlated subquery of one row. */
  #lateral(
    source: JoinableSource,
    text: Piece,
    alias: string,
    on: readonly string[],
    asof: AsofMatch,
    scope: Scope,
  ): Piece {
    if (source.kind === "table") throw new TypeError("Cannot look for the nearest row: it needs a level");
    const ties = sortTexts(asof.ties, (expr) => expr, scope.context).map(({ text }) => text);
    const direction = asof.direction === "backward" ? "DESC" : "ASC";
    const nearest = [`${emitExpr(asof.right, scope.context)} ${direction}`, ...ties].join(", ");
    const outer = this.#names.nextSource();
    const columns = this.#columnNames(source).map(([id, name]) => {
      scope.texts.set(id, `${outer}.${name}`);
      return `${alias}.${name} AS ${name}`;
    });
    const own = (part: string) => marked(part, source.join?.nodeId);
    return sql`${own("LEFT JOIN LATERAL")} (SELECT ${columns.join(", ")} FROM ${text}\n${
      own(`WHERE ${on.join(" AND ")} ORDER BY ${nearest} LIMIT 1`)
    }) AS ${outer} ON TRUE`;
  }

  #series(source: SeriesSource, alias: string, scope: Scope): Piece {
    const end = emitExpr(source.end, scope.context);
    const step = emitExpr(param(String(source.step), { type: "int64", nullable: false }), scope.context);
    const { text, value } = this.#dialect.series({ end, step, alias, column: this.#names.column(1) });
    scope.texts.set(source.id, value);
    return marked(text, source.nodeId);
  }

  #text(source: JoinableSource, alias: string, scope: Scope): Piece {
    if (source.kind === "table") return marked(this.#table(source, alias, scope), source.nodeId);
    const text = source.kind === "union" ? this.#union(source) : this.#level(source);
    for (const [id, name] of this.#columnNames(source)) scope.texts.set(id, `${alias}.${name}`);
    return sql`${text} AS ${alias}`;
  }

  /** What the level or union calls each column that is read of it. */
  #columnNames(source: LevelSource | UnionSource): readonly (readonly [ColumnId, string])[] {
    const outputs = source.kind === "level" ? source.level.outputs : source.branches[0]?.outputs ?? [];
    return [...source.columns].map(([id, inner]) => [id, this.#names.column(outputs.indexOf(inner) + 1)]);
  }

  #level({ level, emptied }: LevelSource): Piece {
    if (level.shared) return this.#commonTable(level);
    return sql`(\n${indented(this.#writeLevel(level, emptied))}\n)`;
  }

  #commonTable(level: Level): string {
    const known = this.#shared.get(level);
    if (known !== undefined) return known;
    const text = this.#writeLevel(level, false);
    const name = this.#names.nextSource();
    this.#shared.set(level, name);
    this.common.push(sql`${name} AS (\n${indented(text)}\n)`);
    return name;
  }

  #union({ branches, nodeId }: UnionSource): Piece {
    const texts = branches.map((branch) => {
      const text = this.#writeLevel(branch, false);
      return branch.limit === undefined ? text : sql`(${text})`;
    });
    const [first = "", ...others] = texts;
    const all = others.map((branch) => sql`${marked("UNION ALL", nodeId)}\n${branch}`);
    return sql`(\n${indented(joined([first, ...all], "\n"))}\n)`;
  }

  #table(source: TableSource, alias: string, scope: Scope): string {
    const { nodeId, table, columns } = source;
    const isHanded = this.handed.isHanded(source);
    const quoted = (name: string) => this.#dialect.quoteIdentifier(name);
    for (const [id, stored] of columns) {
      const raw = `${alias}.${quoted(stored.column.name)}`;
      // What is bound has our own types, whatever its store calls them.
      const physical = isHanded ? { ...stored, column: { ...stored.column, storeType: undefined } } : stored;
      scope.texts.set(id, this.#dialect.readColumn(raw, physical.column, physical.type));
      scope.tables.set(id, physical);
    }
    const { database, store } = table;
    this.tables.set(nodeId, { nodeId, database, table: table.table, store });
    if (isHanded) return this.handed.text(source, alias, scope.conditions);
    return `${quoted(database)}.${quoted(table.table)} AS ${alias}`;
  }
}
