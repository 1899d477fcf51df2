import assert from "node:assert/strict";
import { widgetBody } from "@/lib/server/widgets/body.ts";
import { rowsAsWritten, writeRows } from "@/lib/server/query/written_rows.ts";

const head = { widget_id: "w", title: "Trades", chart: "table_view", config: { page_size: 20 } } as const;
const rows = writeRows([["AAPL", 1], ["MSFT", null]]);
const result = {
  columns: [
    { name: "symbol", type: "string", nullable: false },
    { name: "price", type: "float64", nullable: true },
  ],
  rows,
  truncated: false,
  as_of: "2026-01-02T03:04:05.678Z",
  execution_ms: 1.5,
  cache_hit: false,
} as const;

Deno.test("the body is the data as JSON, from rows that nobody reads back", () => {
  const unread = { ...rows, read: () => assert.fail("the rows were read") };
  const { bytes, as_of } = widgetBody(head, { ...result, rows: unread });
  assert.equal(as_of, result.as_of);
  const text = new TextDecoder().decode(bytes().plain);
  assert.deepEqual(JSON.parse(text), { ...head, ...result, rows: rows.read(), row_count: 2 });
});

Deno.test("the digest follows what a viewer sees, not when or how it was read", () => {
  const digest = (changed: object = {}, looks: object = {}) =>
    widgetBody({ ...head, ...looks }, { ...result, ...changed }).digest;
  for (const same of [{ as_of: "2027-01-01T00:00:00.000Z" }, { execution_ms: 9 }, { cache_hit: true }]) {
    assert.equal(digest(same), digest(), JSON.stringify(same));
  }
  const others = [
    digest({ rows: writeRows([["AAPL", 1]]) }),
    digest({ rows: writeRows([["MSFT", null], ["AAPL", 1]]) }),
    digest({ columns: result.columns.toReversed() }),
    digest({ truncated: true }),
    digest({ pivot_values: { pivot: ["buy"] } }),
    digest({}, { title: "Quotes" }),
    digest({}, { chart: "bar_chart" }),
    digest({}, { config: { page_size: 21 } }),
    digest({}, { widget_id: "v" }),
  ];
  assert.equal(new Set([digest(), ...others]).size, others.length + 1);
});

Deno.test("written rows are read once, and equal rows have one digest", () => {
  const written = rowsAsWritten({ json: rows.json, digest: rows.digest, count: 2 });
  assert.deepEqual(written.read(), rows.read());
  assert.equal(written.read(), written.read());
  assert.equal(writeRows(structuredClone(rows.read())).digest, rows.digest);
});

Deno.test("one result under one head is written once, and under another again", () => {
  const own = { ...result };
  const first = widgetBody(head, own);
  assert.equal(widgetBody(head, own), first);
  assert.equal(first.bytes(), first.bytes());
  const other = widgetBody({ ...head, title: "Quotes" }, own);
  assert.match(new TextDecoder().decode(other.bytes().plain), /"title":"Quotes"/);
  assert.notEqual(other.digest, first.digest);
});
