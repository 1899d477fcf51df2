/** Two hundred formulas over each other: merged as far as an engine can read, and no further. */
import assert from "node:assert/strict";
import { compile, type Graph } from "@/compiler/mod.ts";
import { DIALECT_NAMES } from "@/compiler/schema/vocabulary.ts";
import { type Engine, openClickHouse, openPostgres } from "./support/engines.ts";
import { catalog, chain, everything, node, source, tradeRows, trades } from "./support/graphs.ts";

function formulas(length: number, start: string, step: string): Graph {
  return chain(
    source(),
    node("first", "filter", { logic: "and", conditions: [{ column: "trade_id", operator: "=", value: 2 }] }),
    node("f0", "formula", { as: "v", expression: start }),
    ...Array.from(
      { length },
      (_, index) => node(`f${index + 1}`, "formula", { as: "v", expression: step }),
    ),
  );
}

const CHAINS:
  readonly (readonly [length: number, start: string, step: string, last: string | number | null])[] = [
    [200, "[quantity]", "[v] + 1", "220"],
    [200, "[price]", "[v] + 0.5", "201.25"],
    [200, "[rate]", "[v] + [rate]", 301.5],
    [200, "1e0", "[v] * [rate]", Number((1.5 ** 200).toPrecision(11))],
    // Past the range of floating point: no error, on no engine.
    [200, "1e300", "[v] * 2e0", 1e300 * 2 ** 200],
    [200, "[quantity]", "[v] + [v]", null],
    [200, "[rate]", "SQRT([v])", 1],
    [200, "[rate]", "POWER([v], 1)", 1.5],
    [200, "[rate]", "ROUND([v] / 3, 2)", 0],
    [200, "[event_time]", 'DATE_ADD("day", 1, [v])', "2024-08-18T09:45:00.000Z"],
    [200, "[symbol]", 'REPLACE([v], "A", "a")', "aaPL"],
  ];

/** Where every formula names the one before it several times, ClickHouse nests too few queries for so many. */
const BRANCHING: typeof CHAINS = [
  [200, "[quantity]", "IF([v] > 1, [v] - 1, [v] * 2)", "2"],
  [200, "[rate]", "IF([v] > 3, [v] / 2, [v] + 2)", 2],
  [
    200,
    "[rate]",
    "CASE WHEN [v] > 3 THEN [v] - 1 WHEN [v] > 2 THEN [v] + 2 WHEN [v] > 1 THEN [v] * 2 END",
    5,
  ],
];

async function lastValue(engine: Engine, graph: Graph): Promise<unknown> {
  const compiled = compile(graph, graph.nodes.at(-1)?.id ?? "", {
    catalog,
    dialect: engine.dialect,
    entitlements: everything,
  });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  const rows = await engine.run(compiled);
  return rows[0]?.at(-1);
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `chains of formulas run: ${open.name}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const engine = await open();
      try {
        await engine.fill(trades, tradeRows);
        const chains = engine.dialect === "postgres" ? [...CHAINS, ...BRANCHING] : CHAINS;
        for (const [length, start, step, expected] of chains) {
          const value = await lastValue(engine, formulas(length, start, step));
          const wanted = expected === Infinity ? null : expected;
          assert.deepEqual(value, wanted, `${engine.dialect}: ${step}`);
        }
      } finally {
        await engine.close();
      }
    },
  });
}

Deno.test("a chain that no engine could read is refused, quickly and in words", () => {
  for (const dialect of DIALECT_NAMES) {
    const length = dialect === "postgres" ? 1_200 : 400;
    const graph = formulas(length, "[rate]", "IF([v] > 3, [v] + 1, [v] * [v])");
    const compiled = compile(graph, `f${length}`, { catalog, dialect, entitlements: everything });
    assert.ok(!compiled.ok);
    assert.ok(["too_complex", "too_large"].includes(compiled.problems[0]?.code ?? ""));
  }
});
