/** The statement says which node each of its parts comes from. */
import assert from "node:assert/strict";
import { compile, type CompileOptions, type Graph } from "@/compiler/mod.ts";
import { DIALECT_NAMES } from "@/compiler/schema/vocabulary.ts";
import { catalog, chain, everything, graph, instrumentSource, node, source } from "./support/graphs.ts";

function partsOf(given: Graph, target: string, more: Partial<CompileOptions> = {}) {
  const compiled = compile(given, target, {
    catalog,
    dialect: "postgres",
    entitlements: everything,
    ...more,
  });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  const parts: Record<string, string[]> = {};
  const levels: Record<string, number> = {};
  for (const { nodeId, level, spans } of compiled.attribution ?? []) {
    levels[nodeId] = level;
    parts[nodeId] = spans.map(({ start, end }) => compiled.sql.slice(start, end));
  }
  return { parts, levels, compiled };
}

const CHAIN = chain(
  source("trades", { columns: ["event_time", "quantity", "price"] }),
  node("big", "filter", { logic: "and", conditions: [{ column: "quantity", operator: ">", value: "5" }] }),
  node("total", "formula", { as: "total", expression: "[price] * [quantity]" }),
  node("names", "rename", { renames: [{ from: "price", to: "cost" }] }),
  node("order", "sort", { keys: [{ column: "event_time", direction: "desc" }] }),
  node("ten", "limit", { count: 10, offset: 2 }),
);

Deno.test("each node of a merged chain has its own parts of one SELECT", () => {
  const { parts, levels } = partsOf(CHAIN, "ten");
  assert.deepEqual(levels, { trades: 1, big: 1, total: 1, names: 1, order: 1, ten: 1 });
  assert.deepEqual(parts.trades, ['"flowforge"."trades" AS s1']);
  assert.deepEqual(parts.big, ['(s1."quantity" > $1::bigint)']);
  assert.match(parts.total?.join() ?? "", /^.*"price".*\*.*"quantity".* AS "total"$/);
  assert.deepEqual(parts.names, []);
  assert.deepEqual(parts.order, ['s1."event_time" DESC NULLS LAST']);
  assert.deepEqual(parts.ten, ["LIMIT $2::bigint", "OFFSET $3::bigint"]);
});

Deno.test("unmerged, every part moves into the subquery of its node", () => {
  const { parts, levels, compiled } = partsOf(CHAIN, "ten", { merge: false, dialect: "clickhouse" });
  assert.deepEqual(levels, { ten: 1, order: 2, names: 3, total: 4, big: 5, trades: 6 });
  assert.equal(compiled.levels, 6);
  assert.equal(parts.trades?.length, 1);
  assert.equal(parts.big?.length, 1);
  assert.match(parts.big?.[0] ?? "", / > \{p\d+:Int64\}\)$/);
});

Deno.test("joins, unions, groups and what a reader is entitled to", () => {
  const given = graph(
    [
      source("trades"),
      instrumentSource("list"),
      node("joined", "join", { kind: "left", keys: [{ left: "symbol", right: "symbol" }], suffix: "_right" }),
      node("both", "union", {}),
      node("groups", "group_by", {
        keys: [{ column: "sector" }],
        metrics: [{ function: "sum", column: "quantity", as: "q" }],
      }),
      node("some", "filter", { logic: "and", conditions: [{ column: "q", operator: ">", value: "1" }] }),
    ],
    [
      "trades > joined.left",
      "list > joined.right",
      "joined > both.left",
      "trades > both.right",
      "both > groups",
    ]
      .concat("groups > some"),
  );
  for (const dialect of DIALECT_NAMES) {
    const { parts, compiled } = partsOf(given, "some", { dialect, entitlements: { symbols: ["AAPL"] } });
    const joined = parts.joined?.join(" | ") ?? "";
    assert.match(joined, /LEFT JOIN \| ON /);
    assert.deepEqual(parts.both, ["UNION ALL"]);
    assert.match(parts.groups?.join(" | ") ?? "", /sum.* \| GROUP BY/);
    assert.match(parts.some?.join() ?? "", />/);
    // The entitlement stands with the table that it guards, at every place the table is read.
    assert.equal(parts.trades?.filter((part) => part.includes(" AS s")).length, 2);
    assert.equal(parts.trades?.filter((part) => part.includes('"symbol"')).length, 2);
    for (const { spans } of compiled.attribution ?? []) {
      for (const { start, end } of spans) assert.ok(start < end && end <= compiled.sql.length);
    }
  }
});
