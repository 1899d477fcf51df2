/** A preview's filters apply, or the result says why they do not. */
import assert from "node:assert/strict";
import { openTestApp, tradesGraph } from "./support.ts";

const app = await openTestApp();
Deno.test.afterAll(() => app.close());

Deno.test("a preview applies the filters of its body, and says so", async () => {
  const filters = [
    { column: "symbol", operator: "=", value: "AAPL" },
    { column: "simbol", operator: "=", value: "AAPL" },
  ];
  const body = { graph: tradesGraph(), target_node_id: "table", limit: 50, filters };
  const { status, json, text } = await app.ask("POST", "/api/v1/preview", { body });
  assert.equal(status, 200, text);
  const at = json.columns.findIndex(({ name }: { name: string }) => name === "symbol");
  assert.deepEqual(new Set(json.rows.map((row: string[]) => row[at])), new Set(["AAPL"]));
  const names = (of: { column: string }[]) => of.map(({ column }) => column);
  assert.deepEqual([names(json.filters.applied), names(json.filters.ignored)], [["symbol"], ["simbol"]]);
});
