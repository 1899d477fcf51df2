/** Long and deep formulas: they run, or are refused in words before an engine sees them. */
import assert from "node:assert/strict";
import { compile } from "@/compiler/mod.ts";
import { DIALECT_NAMES } from "@/compiler/schema/vocabulary.ts";
import { type Engine, openClickHouse, openPostgres } from "../support/engines.ts";
import { catalog, chain, everything, fillMarket, node, source } from "../support/graphs.ts";

function compiled(expression: string, dialect: typeof DIALECT_NAMES[number]) {
  const graph = chain(
    source(),
    node("f", "formula", { as: "v", expression }),
    node("s", "select", { columns: ["trade_id", "v"] }),
    node("o", "sort", { keys: [{ column: "trade_id", direction: "asc" }] }),
  );
  return compile(graph, "o", { catalog, dialect, entitlements: everything });
}

/** Long operands beside a GROUP BY, whose keys a subquery would not find. */
function grouped(dialect: Engine["dialect"]) {
  const graph = chain(
    source(),
    node("g", "group_by", {
      keys: [{ column: "event_time", bucket: { size: 2, unit: "hour" }, as: "k" }],
      metrics: [{ function: "sum", column: "rate", as: "total" }],
    }),
    node("f", "formula", {
      as: "v",
      expression: "YEAR([k]) * 2.5e0 + MONTH([k]) * 1e0",
    }),
    node("o", "sort", { keys: [{ column: "k", direction: "asc" }] }),
  );
  return compile(graph, "o", { catalog, dialect, entitlements: everything });
}

const repeated = (part: string, joint: string, count: number) => Array(count).fill(part).join(joint);
const nested = (open: string, inner: string, close: string, count: number) =>
  open.repeat(count) + inner + close.repeat(count);

/** More than the arguments that PostgreSQL takes in a call, operands named twice, and a length near the limit. */
const RUNNING: readonly string[] = [
  repeated("[symbol]", " & ", 150),
  repeated("[symbol]", "&", 250),
  `CONCAT(${repeated("[trade_id]", ", ", 250)})`,
  repeated("[flag]", " AND ", 200),
  repeated("[quantity]", " + ", 59),
  repeated("[rate]", " * ", 59),
  repeated("[rate]", " / ", 59),
  nested("IF([quantity] > 1, ", "[quantity]", ", 0)", 55),
  nested("ROUND(", "[rate] * 1.5e0", ", 2)", 55),
  nested('DATE_TRUNC("month", ', "[event_time]", ")", 20),
  `IF(${repeated("[quantity] = 1, 1", ", ", 120)}, 0)`,
  `CASE [quantity] ${repeated("WHEN 7 THEN 1", " ", 120)} ELSE 2 END`,
];

Deno.test({
  name: "long and deep formulas mean the same on both engines",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const engines: readonly Engine[] = [await openClickHouse(), await openPostgres()];
    try {
      for (const engine of engines) await fillMarket(engine);
      for (const expression of RUNNING) {
        const [clickhouse, postgres] = await Promise.all(engines.map(async (engine) => {
          const statement = compiled(expression, engine.dialect);
          assert.ok(statement.ok, `${expression.slice(0, 60)}: ${JSON.stringify(statement)}`);
          return await engine.run(statement);
        }));
        assert.equal(clickhouse?.length, 7);
        assert.deepEqual(clickhouse, postgres, expression.slice(0, 60));
      }
      const [clickhouse, postgres] = await Promise.all(engines.map(async (engine) => {
        const statement = grouped(engine.dialect);
        assert.ok(statement.ok);
        return await engine.run(statement);
      }));
      assert.equal(clickhouse?.length, 4);
      assert.deepEqual(clickhouse, postgres);
    } finally {
      for (const engine of engines) await engine.close();
    }
  },
});

Deno.test("a formula that no thread's stack would hold is refused in words", () => {
  for (
    const expression of [
      nested("POWER(", "[rate]", ", 1.1)", 50),
      nested('DATE_ADD("day", 1, ', "[event_time]", ")", 50),
      nested("LOG(", "[rate]", ", 2)", 55),
    ]
  ) {
    const statement = compiled(expression, "clickhouse");
    assert.ok(!statement.ok);
    assert.equal(statement.problems[0]?.code, "too_complex");
    assert.match(statement.problems[0]?.hint ?? "", /formula nodes/);
  }
});

Deno.test("a chain or a nesting past the parser's depth is refused in words, in every dialect", () => {
  for (
    const expression of [
      repeated("[quantity]", " + ", 700),
      nested("(", "[quantity]", ")", 4_000),
      nested("-(", "[quantity]", ")", 3_000),
    ]
  ) {
    for (const dialect of DIALECT_NAMES) {
      const statement = compiled(expression, dialect);
      assert.ok(!statement.ok);
      const own = statement.problems.filter(({ nodeId }) => nodeId === "f");
      assert.deepEqual(own.map(({ code }) => code), ["too_large"]);
      assert.match(own[0]?.message ?? "", /60/);
    }
  }
});
