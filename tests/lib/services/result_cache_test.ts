import assert from "node:assert/strict";
import { resultKey } from "@/lib/services/result_cache.ts";

const base = {
  tenantId: "tenant-a",
  store: "clickhouse",
  sql: "SELECT symbol FROM trades WHERE symbol IN ({p1:Array(String)})",
  params: [{ name: "p1", type: "Array(String)", value: ["AAPL"] }],
};

Deno.test("the same question of the same tenant has one key", () => {
  assert.equal(resultKey(base), resultKey(structuredClone(base)));
  assert.match(resultKey(base), /^flowforge:result:[0-9a-f]{64}$/);
});

Deno.test("another tenant, store, statement or bound value is another key", () => {
  const others = [
    { ...base, tenantId: "tenant-b" },
    { ...base, store: "materialize" },
    { ...base, sql: `${base.sql} ` },
    { ...base, params: [{ ...base.params[0]!, value: ["AAPL", "MSFT"] }] },
    { ...base, params: [{ ...base.params[0]!, value: [] }] },
    { ...base, params: [{ ...base.params[0]!, type: "String" }] },
    { ...base, params: [] },
    // Parts that run together must not meet in the middle.
    { ...base, tenantId: "tenant-aclick", store: "house" },
  ];
  const keys = new Set([base, ...others].map(resultKey));
  assert.equal(keys.size, others.length + 1);
});
