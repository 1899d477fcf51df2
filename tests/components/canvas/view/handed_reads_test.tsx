import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { columnIn, HandedReads } from "@/components/canvas/view/HandedReads.tsx";
import type { CompiledStatement } from "@/lib/server/query/schema.ts";

const run = { store: "clickhouse", text: "SELECT 1" } as const;
const read = {
  store: "redis",
  text: "HMGET latest:quote:{symbol} bid",
  table: "latest.quote",
  symbols: ["AAPL", "<b>"],
  columns: [{ name: "bid", param: "p2" }],
} as const;

const shown = (statements: CompiledStatement["statements"]) =>
  renderToString(<HandedReads statements={statements} />);

Deno.test("what another store hands over is shown with its rows and its command; a statement alone shows nothing", () => {
  const html = shown([read, run]);
  assert.match(html, /First <strong>latest\.quote<\/strong> from Redis, AAPL, &lt;b>:/);
  assert.match(html, /HMGET latest:quote:\{symbol\} bid/);
  assert.doesNotMatch(html, /SELECT 1/);
  assert.equal(shown([run]), "");
});

Deno.test("many symbols are counted, all are called so, and none says why", () => {
  const many = Array.from({ length: 9 }, (_, at) => `S${at}`);
  assert.match(shown([{ ...read, symbols: many }, run]), /9 symbols/);
  assert.match(shown([{ ...read, symbols: "all" }, run]), /every row/);
  assert.match(shown([{ ...read, symbols: [] }, run]), /no row: none is asked for and entitled/);
});

Deno.test("a parameter that holds a column says which", () => {
  assert.equal(columnIn([read, run], "p2"), "bid");
  assert.equal(columnIn([read, run], "p1"), undefined);
});
