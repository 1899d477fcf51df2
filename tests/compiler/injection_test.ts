/**
 * Hostile text in every place where a graph holds text. Judged by the statement's text, whose skeleton must be the one
 * that harmless text gives, and by running it on both engines beside a table that must survive.
 */
import assert from "node:assert/strict";
import { type Catalog, compile, type CompileResult, type Graph } from "@/compiler/mod.ts";
import type { DialectName } from "@/compiler/schema/types.ts";
import { EXAMPLES } from "./support/examples.ts";
import { type Engine, openClickHouse, openPostgres, type Rows, sorted } from "./support/engines.ts";
import {
  catalog,
  chain,
  everything,
  fillMarket,
  instruments,
  node,
  quotes,
  source,
  tradeRows,
  trades,
} from "./support/graphs.ts";

const HARMLESS = "harmless text";
const PAYLOADS = [
  `'; DROP TABLE "flowforge"."canary"; --`,
  `"; DROP TABLE "flowforge"."canary"; --`,
  "') OR 1=1 --",
  '") OR 1=1 /*',
  "\\'; DROP TABLE flowforge.canary; --",
  'a\\" OR 1=1 --',
  "`; DROP TABLE flowforge.canary",
  "$$ || pg_sleep(9) || $$",
  "{p1:String}",
  "$1",
  "/* */ s1.c1 -- \n",
  "\u2028é🙂",
  "]] ] [",
];

const formulas = [
  '[side] & "harmless text" & "x"',
  'CONTAINS([side], "harmless text")',
  'TODATE([side], "YYYY-MM-DD[harmless text]")',
  'SPLIT_PART([side], "harmless text", 1) & PAD_LEFT([side], 20, "harmless text")',
].map((expression) =>
  chain(
    source(),
    node("f", "formula", { as: "note", expression }),
    node("o", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
  )
);
const GRAPHS: readonly Graph[] = [
  ...EXAMPLES.flatMap(({ cases }) => cases.map((each) => each.graph)),
  ...formulas,
];

type Path = readonly (string | number)[];

function* strings(value: unknown, path: Path = []): Iterable<Path> {
  if (typeof value === "string") yield path;
  else if (typeof value === "object" && value !== null) {
    for (const [key, child] of Object.entries(value)) yield* strings(child, [...path, key]);
  }
}

function replaced(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  const children = value as Record<string | number, unknown>;
  const child = replaced(children[key], rest, text);
  if (!Array.isArray(value)) return { ...children, [key]: child };
  return value.map((item, at) => at === Number(key) ? child : item);
}

/** The compiler's own constants in single quotes, or an identifier. */
const QUOTED = {
  clickhouse: /'(?:[^'\\]|\\[\s\S])*'|"(?:[^"\\]|\\[\s\S]|"")*"/g,
  postgres: /'[^']*'|"(?:[^"]|"")*"/g,
} as const;

/** The statement with every quoted identifier taken out, and those identifiers as the engine reads them. */
function taken(
  sql: string,
  dialect: "clickhouse" | "postgres",
): { skeleton: string; identifiers: Set<string> } {
  const identifiers = new Set<string>();
  const skeleton = sql.replace(QUOTED[dialect], (quoted) => {
    if (quoted.startsWith("'")) return quoted;
    const inner = quoted.slice(1, -1).replaceAll('""', '"');
    const unescaped = inner.replace(/\\([\s\S])/g, (_, char: string) => char === "n" ? "\n" : char);
    identifiers.add(dialect === "clickhouse" ? unescaped : inner);
    return "⟨name⟩";
  });
  return { skeleton, identifiers };
}

function compiled(graph: Graph, dialect: DialectName, tables: Catalog = catalog): CompileResult {
  const target = graph.nodes.at(-1)?.id ?? "";
  return compile(graph, target, {
    catalog: tables,
    dialect,
    entitlements: everything,
    now: "2024-02-01T10:00:00Z",
  });
}

function sound(
  result: CompileResult,
  dialect: "clickhouse" | "postgres",
  tables: Catalog,
  text: string,
): string {
  assert.ok(result.ok);
  const { skeleton, identifiers } = taken(result.sql, dialect);
  const known = new Set([
    ...tables.tables.flatMap((
      table,
    ) => [table.database, table.table, ...table.columns.map((each) => each.name)]),
    ...result.columns.map((column) => column.name),
    "C",
  ]);
  for (const identifier of identifiers) assert.ok(known.has(identifier), `${identifier} in\n${result.sql}`);
  if (!["$1", "{p1:String}"].includes(text)) assert.ok(!skeleton.includes(text), result.sql);
  return skeleton;
}

const canary = { database: "flowforge", table: "canary", store: "clickhouse", columns: [] } as const;
const flag = { ...canary, columns: [{ name: "alive", type: "int64", nullable: false }] } as const;

async function survives(engine: Engine): Promise<void> {
  const read = compile(
    chain(node("a", "data_source", { database: "flowforge", table: "canary" })),
    "a",
    { catalog: { tables: [flag] }, dialect: engine.dialect },
  );
  assert.ok(read.ok);
  assert.deepEqual(await engine.run(read), [["1"]]);
}

/** Every text of every example, one after the other. */
async function everyPlace(engine: Engine): Promise<number> {
  const dialect = engine.dialect;
  const seen = new Set<string>();
  for (const graph of GRAPHS) {
    for (const [at, each] of graph.nodes.entries()) {
      for (const path of strings(each.config)) {
        const place: Path = ["nodes", at, "config", ...path];
        const isFormula = path.at(-1) === "expression";
        const written = (text: string) => {
          const value = isFormula
            ? String(each.config.expression).replaceAll(HARMLESS, () => text.replaceAll('"', '""'))
            : text;
          return replaced(graph, place, value) as Graph;
        };
        const plain = compiled(written(HARMLESS), dialect);
        for (const text of PAYLOADS) {
          const hostile = compiled(written(text), dialect);
          if (!plain.ok || !hostile.ok) {
            // Patterns have a grammar of their own, and may be refused.
            if (plain.ok) assert.match(JSON.stringify(hostile), /pattern/i);
            else assert.ok(!hostile.ok, `${place}: ${text}`);
            continue;
          }
          assert.equal(sound(hostile, dialect, catalog, text), sound(plain, dialect, catalog, HARMLESS));
          const key = hostile.sql + JSON.stringify(hostile.params);
          if (!seen.has(key)) await engine.run(hostile);
          seen.add(key);
        }
      }
    }
  }
  return seen.size;
}

const OLD = { table: "trades", column: "side" } as const;

/** The same market under a hostile column and table: the same statement but for the names, and the same rows. */
async function everyName(engine: Engine, text: string, known: Map<Graph, Rows>): Promise<void> {
  const { dialect } = engine;
  const renamed = {
    ...trades,
    table: text,
    columns: trades.columns.map((column) => column.name === OLD.column ? { ...column, name: text } : column),
  };
  const tables = { tables: [renamed, instruments, quotes] };
  await engine.fill(renamed, tradeRows);
  const rename = (value: unknown): unknown => {
    if (value === OLD.table || value === OLD.column) return text;
    if (typeof value === "string") return value.replaceAll("[side]", () => `[${text.replaceAll("]", "]]")}]`);
    if (Array.isArray(value)) return value.map(rename);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, rename(child)]));
  };
  for (const graph of GRAPHS) {
    const plain = compiled(graph, dialect);
    const nodes = graph.nodes.map((each) => ({ ...each, config: rename(each.config) as typeof each.config }));
    const hostile = compiled({ ...graph, nodes }, dialect, tables);
    assert.equal(hostile.ok, plain.ok, JSON.stringify(hostile));
    if (!plain.ok || !hostile.ok) continue;
    // Names of sources step aside where a column is called like one of them.
    const generic = (skeleton: string) => skeleton.replace(/\b([sc])_*(\d+)\b/g, "$1$2");
    assert.equal(
      generic(sound(hostile, dialect, tables, text)),
      generic(sound(plain, dialect, catalog, HARMLESS)),
    );
    const rows = known.get(graph) ?? sorted(await engine.run(plain));
    known.set(graph, rows);
    // Where columns become rows, a column's name is a value.
    const renamed = rows.map((row) => row.map((cell) => cell === "side" ? text : cell));
    assert.deepEqual(sorted(await engine.run(hostile)), sorted(renamed), hostile.sql);
  }
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `hostile text changes no statement: ${open === openClickHouse ? "ClickHouse" : "PostgreSQL"}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      const engine = await open();
      try {
        await fillMarket(engine);
        await engine.fill(flag, [[1]]);
        await test.step("in every setting", async () => {
          assert.ok(await everyPlace(engine) > 500);
        });
        const plainRows = new Map<Graph, Rows>();
        for (const text of [...PAYLOADS, "s1", "c1", "s1.c1", "select", "Side", "__proto__"]) {
          await test.step(`as a name: ${text}`, () => everyName(engine, text, plainRows));
        }
        await test.step("and the table beside it survives", () => survives(engine));
      } finally {
        await engine.close();
      }
    },
  });
}
