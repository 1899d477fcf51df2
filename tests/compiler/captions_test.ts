/** A node's settings in a few words, under its name on the canvas. */
import assert from "node:assert/strict";
import { nodeCaption, spokenCaption } from "@/compiler/mod.ts";

Deno.test("nodeCaption() says a config in a few words", () => {
  const conditions = [
    { column: "price", operator: ">", value: 100 },
    {
      logic: "or",
      conditions: [
        { column: "symbol", operator: "in", value: ["AAPL", "JPM"] },
        { column: "event_time", operator: "last_n", value: { size: 2, unit: "day" } },
      ],
    },
  ];
  assert.equal(
    nodeCaption("filter", { logic: "and", conditions }),
    "price > 100 and (symbol in AAPL, JPM or event_time in the last 2 days)",
  );
  assert.equal(nodeCaption("sort", { keys: [{ column: "price", direction: "desc" }] }), "price ↓");
  assert.equal(
    nodeCaption("group_by", {
      keys: [{ column: "symbol" }],
      metrics: [{ function: "formula", as: "vwap", expression: "SUM([x])" }, { function: "count", as: "n" }],
    }),
    "vwap, count(rows) by symbol",
  );
  const unfinished = { metrics: [{ function: "sum", as: "total" }] };
  assert.equal(nodeCaption("group_by", unfinished), "sum(…)", "only a count reads rows");
  assert.equal(
    nodeCaption("unpivot", { columns: ["bid", "ask"], name: "side", value: "price" }),
    "bid, ask → side, price",
  );
  assert.equal(
    nodeCaption("fill", { time: "day", bucket: { size: 2, unit: "week" }, partition_by: ["symbol", "side"] }),
    "day every 2 week by symbol, side",
  );
  assert.equal(nodeCaption("fill", { time: "", bucket: 7 }), "");
  assert.equal(nodeCaption("filter", { conditions: "nonsense" }), "");
  assert.equal(nodeCaption("constructor", {}), "");
});

Deno.test("a screen reader hears how many conditions there are, however deep, and every other caption", () => {
  const deep = { logic: "and", conditions: [{ column: "price" }, { logic: "or", conditions: [{}, {}] }] };
  assert.equal(spokenCaption("filter", deep), "3 conditions");
  assert.equal(spokenCaption("filter", { conditions: [{}] }), "1 condition");
  assert.equal(spokenCaption("limit", { count: 5 }), nodeCaption("limit", { count: 5 }));
});
