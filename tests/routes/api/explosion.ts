/** Queries that break a preview's limits, and what must stay right around them. */
import assert from "node:assert/strict";
import { type Answer, type TestApp, tradesGraph } from "./support.ts";

const trades = (id: string) => ({
  id,
  type: "data_source",
  position: { x: 0, y: 0 },
  config: { database: "flowforge", table: "raw_trades" },
});

const cross = (id: string) => ({
  id,
  type: "join",
  position: { x: 0, y: 0 },
  config: { kind: "cross", keys: [], suffix: `_${id}` },
});

/** Every trade with every trade with every trade with every trade: 10^12 rows, whatever is done with them. */
function explosion(last: { id: string; type: string; config: unknown }, formula?: unknown) {
  const end = formula === undefined ? "abcd" : "formula";
  return {
    version: 1,
    nodes: [
      ...["a", "b", "c", "d"].map(trades),
      ...["ab", "abc", "abcd"].map(cross),
      ...(formula === undefined
        ? []
        : [{ id: "formula", type: "formula", position: { x: 0, y: 0 }, config: formula }]),
      { ...last, position: { x: 0, y: 0 } },
    ],
    edges: [
      { source: "a", target: "ab", port: "left" },
      { source: "b", target: "ab", port: "right" },
      { source: "ab", target: "abc", port: "left" },
      { source: "c", target: "abc", port: "right" },
      { source: "abc", target: "abcd", port: "left" },
      { source: "d", target: "abcd", port: "right" },
      ...(formula === undefined ? [] : [{ source: "abcd", target: "formula" }]),
      { source: end, target: last.id },
    ],
  };
}

/** A query that would count for longer than any test waits. */
export const endless = explosion({
  id: "last",
  type: "group_by",
  config: { keys: [], metrics: [{ function: "count", as: "n" }] },
});

/** Remembers every different text, and none is like another. */
export const bulky = explosion({
  id: "last",
  type: "group_by",
  config: { keys: [], metrics: [{ function: "count_distinct", column: "path", as: "n" }] },
}, { as: "path", expression: "[trade_id] & [trade_id_ab] & [trade_id_abc] & [trade_id_abcd]" });

export const preview = (
  app: TestApp,
  graph: unknown,
  target = "last",
  tenant = "tenant-a",
): Promise<Answer> => app.ask("POST", "/api/v1/preview", { tenant, body: { graph, target_node_id: target } });

/** Previews of both tenants that must be right, whoever's query failed just before or fails beside them. */
export async function othersAreRight(app: TestApp, round: number): Promise<void> {
  const graph = tradesGraph();
  // A label is not part of the statement; a different limit is, so that no cache answers.
  const ask = (tenant: string) =>
    app.ask("POST", "/api/v1/preview", {
      tenant,
      body: { graph, target_node_id: "table", limit: 40 + round },
    });
  for (const [tenant, symbols] of [["tenant-a", 10], ["tenant-b", 3]] as const) {
    const answer = await ask(tenant);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json.cache_hit, false);
    assert.equal(answer.json.row_count, 40 + round);
    const at = answer.json.columns.findIndex(({ name }: { name: string }) => name === "symbol");
    const seen = new Set(answer.json.rows.map((row: unknown[]) => row[at]));
    assert.ok(seen.size <= symbols && seen.size > 0);
    if (tenant === "tenant-b") {
      for (const symbol of seen) assert.ok(["BAC", "GS", "JPM"].includes(String(symbol)));
    }
  }
}
