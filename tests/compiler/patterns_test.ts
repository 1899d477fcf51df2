/** Regular expressions: RE2 on ClickHouse; on PostgreSQL what it reads alike, and the rest is a problem. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { type CatalogTable, compile, propagate } from "@/compiler/mod.ts";
import { readPattern } from "@/compiler/functions/mod.ts";
import { type Engine, openClickHouse, openPostgres } from "./support/engines.ts";
import { chain, node } from "./support/graphs.ts";

const TEXTS = [
  "",
  "a",
  "aa",
  "ab",
  "AB",
  "a-b",
  "{2}",
  "a{,2}",
  "]",
  "[a]",
  "é",
  "É",
  "12",
  "a\nb",
  "\\",
  ".",
  "=",
];

const table: CatalogTable = {
  database: "flowforge",
  table: "texts",
  store: "clickhouse",
  columns: [{ name: "text", type: "string", nullable: false }],
};

const graph = (pattern: string) =>
  chain(
    node("a", "data_source", { database: table.database, table: table.table }),
    node("w", "filter", {
      logic: "and",
      conditions: [{ column: "text", operator: "matches", value: pattern }],
    }),
    node("s", "sort", { keys: [{ column: "text", direction: "asc" }] }),
  );
const statement = (pattern: string, dialect: Engine["dialect"]) =>
  compile(graph(pattern), "s", { catalog: { tables: [table] }, dialect });

async function matching(engine: Engine, pattern: string): Promise<unknown> {
  const compiled = statement(pattern, engine.dialect);
  assert.ok(compiled.ok, `${pattern}: ${JSON.stringify(compiled)}`);
  return (await engine.run(compiled)).flat();
}

/** Pattern of RE2 alone, and what it finds. */
const ONLY_RE2: readonly (readonly [string, readonly string[]])[] = [
  ["(?P<first>a)b", ["ab"]],
  ["(?i:A)b", ["ab"]],
  ["a(?i)B", ["AB", "ab"].slice(1)],
  ["(?-s)a.b", ["a-b"]],
  ["(?m)^b$", ["a\nb"]],
  ["(?U)^a+$", ["a", "aa"]],
  ["^\\pL$", ["a", "É", "é"]],
  ["^\\p{Lu}", ["AB", "É"]],
  ["\\p{Greek}", []],
  ["^[\\p{^L}]$", [".", "=", "\\", "]"]],
  ["^[[:alpha:]]$", ["a"]],
  ["^[[:^alpha:]]$", [".", "=", "\\", "]", "É", "é"]],
  ["\\Aab\\z", ["ab"]],
  ["\\x61\\x{62}", ["ab"]],
  ["\\141b", ["ab"]],
  ["\\Q{,2}\\E", ["a{,2}"]],
  ["a\\b.*b", ["a\nb", "a-b"]],
  ["^(?:a{0,300}){1,3}$", ["", "a", "aa"]],
  ["^[\\D]+$", TEXTS.filter((text) => text !== "" && !/\d/.test(text)).sort()],
];

const INVALID = [
  "(",
  "a)",
  "[a",
  "[b-a]",
  "[a-\\d]",
  "a**",
  "a{2}{3}",
  "{2}",
  "*",
  "(?i)*",
  "a{1001}",
  "(a{100}){11}",
  "(?=a)",
  "(?<!a)",
  "(?P=x)",
  "(?P<x>a)(?P<x>b)",
  "\\1",
  "\\8",
  "\\G",
  "\\p{Klingon}",
  "\\x{110000}",
  "[[:letters:]]",
  "\\pL{1000}",
  "\\",
  "a".repeat(10_001),
];

Deno.test({
  name: "patterns of RE2 run on ClickHouse and are refused for PostgreSQL; common ones find the same on both",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const clickhouse = await openClickHouse();
    const postgres = await openPostgres();
    try {
      const rows = TEXTS.map((text) => [text]);
      await clickhouse.fill(table, rows);
      await postgres.fill(table, rows);
      for (const [pattern, texts] of ONLY_RE2) {
        assert.deepEqual(await matching(clickhouse, pattern), texts, pattern);
        const refused = statement(pattern, "postgres");
        assert.ok(!refused.ok, pattern);
        const { code, nodeId, hint } = refused.problems[0] ?? {};
        assert.deepEqual([code, nodeId, hint?.startsWith("Avoid")], ["unsupported_on_store", "w", true]);
      }
      const piece = fc.constantFrom(
        ...[
          "a",
          "b",
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "*",
          "+",
          "?",
          "|",
          "^",
          "$",
          ".",
          "-",
          "(?:",
          "(?i)",
          "\\d",
        ],
        ...[
          "\\W",
          "\\s",
          "{2}",
          "{1,3}",
          "{2,}",
          "{,2}",
          "[a-z]",
          "[^",
          "\\n",
          "é",
          ",",
          "1",
          "\\-",
          "[\\d-",
          "]-",
        ],
        ...["\\_", "=", "B", "\\\\", "\\.", "[.", "[=", "*?", "??"],
      );
      const patterns = fc.array(piece, { minLength: 1, maxLength: 7 }).map((pieces) => pieces.join(""))
        .filter((pattern) => {
          const read = readPattern(pattern);
          return read.ok && read.common !== undefined;
        });
      await fc.assert(
        fc.asyncProperty(patterns, async (pattern) => {
          assert.deepEqual(await matching(postgres, pattern), await matching(clickhouse, pattern), pattern);
        }),
        { numRuns: 150 },
      );
    } finally {
      await clickhouse.close();
      await postgres.close();
    }
  },
});

Deno.test("a pattern that no engine reads is a problem of its condition, before any store is asked", () => {
  for (const pattern of INVALID) {
    const [problem] = propagate(graph(pattern), { tables: [table] }).nodes.w?.problems ?? [];
    assert.deepEqual([problem?.code, problem?.field], ["invalid_pattern", "conditions[0].value"], pattern);
    assert.match(problem?.message ?? "", /^Cannot read the pattern: .+\.$/);
  }
});
