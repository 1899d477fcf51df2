/** What buckets, shares and frames in time refuse, and where they point. */
import assert from "node:assert/strict";
import { compile, type Graph } from "@/compiler/mod.ts";
import { catalog, chain, everything, graph, node, source } from "./support/graphs.ts";

const byId = [{ column: "trade_id", direction: "asc" }];
const window = (config: Record<string, unknown>) =>
  chain(source(), node("it", "window", { as: "w", partition_by: [], order_by: byId, ...config }));
const day = { size: 1, unit: "day" };
const byTime = [{ column: "event_time", direction: "asc" }];
const timed = (frame: Record<string, unknown>, order_by: readonly unknown[] = byTime) =>
  window({ function: "sum", column: "quantity", order_by, frame });

const grouped = (config: Record<string, unknown>) => chain(source(), node("it", "group_by", config));
const stepped = (type: string, size: number, unit: string) => {
  const bucket = { size, unit };
  const config = type === "fill"
    ? { time: "event_time", bucket }
    : { keys: [{ column: "event_time", bucket }], metrics: [{ function: "count", as: "n" }] };
  return chain(source(), node("it", type, config));
};

const REFUSED: readonly (readonly [what: string, graph: Graph, code: string, field: string])[] = [
  ["groups of 71 years", stepped("group_by", 71, "year"), "too_large", "keys[0].bucket"],
  ["groups of a billion years", stepped("group_by", 1e9, "year"), "too_large", "keys[0].bucket"],
  ["groups of a billion minutes", stepped("group_by", 1e9, "minute"), "too_large", "keys[0].bucket"],
  ["a fill by a billion quarters", stepped("fill", 1e9, "quarter"), "too_large", "bucket"],
  ["a fill by 1001 years", stepped("fill", 1_001, "year"), "too_large", "bucket"],
  [
    "a metric without its column, and nothing else",
    grouped({ metrics: [{ function: "sum", column: "gone", as: "n" }] }),
    "unknown_column",
    "metrics[0].column",
  ],
  [
    "a metric without a name",
    grouped({ metrics: [{ function: "count" }] }),
    "missing_setting",
    "metrics[0].as",
  ],
  ["a key without its column", grouped({ keys: [{ as: "k" }] }), "missing_setting", "keys[0].column"],
  [
    "a join by half a key",
    graph(
      [source(), source("b"), node("it", "join", { kind: "semi", keys: [{ left: "symbol" }] })],
      ["a > it.left", "b > it.right"],
    ),
    "missing_setting",
    "keys[0].right",
  ],
  ["ntile without its buckets", window({ function: "ntile" }), "missing_setting", "buckets"],
  ["no buckets", window({ function: "ntile", buckets: 0 }), "invalid_setting", "buckets"],
  ["half a bucket of rows", window({ function: "ntile", buckets: 1.5 }), "invalid_setting", "buckets"],
  ...["percent_rank", "ntile"].map((name) =>
    [
      `${name} without an order`,
      window({ function: name, buckets: 2, order_by: [] }),
      "missing_setting",
      "order_by",
    ] as const
  ),
  ["a share of text", window({ function: "share", column: "side" }), "wrong_type", "column"],
  ["a share of nothing", window({ function: "share" }), "missing_setting", "column"],
  ...["percentile", "weighted_avg", "variance"].map((name) =>
    [
      `${name} over a window`,
      window({ function: name, column: "price" }),
      "invalid_setting",
      "function",
    ] as const
  ),
  ["a frame of rows and time", timed({ preceding: 3, following: day }), "invalid_frame", "frame.preceding"],
  [
    "a frame of time and no rows",
    timed({ preceding: day, following: 0 }),
    "invalid_frame",
    "frame.following",
  ],
  [
    "a frame in time over numbers",
    timed({ preceding: day, following: "current" }, byId),
    "invalid_frame",
    "order_by",
  ],
  [
    "a frame in time without an order",
    timed({ preceding: day, following: "current" }, []),
    "invalid_frame",
    "order_by",
  ],
  [
    "a frame in time by two keys",
    timed({ preceding: day, following: "current" }, [...byTime, ...byId]),
    "invalid_frame",
    "order_by",
  ],
  [
    "a frame of hours over dates",
    timed({ preceding: { size: 24, unit: "hour" }, following: "current" }, [{
      column: "day",
      direction: "asc",
    }]),
    "invalid_frame",
    "frame.preceding",
  ],
  [
    "a frame that ends in minutes over dates",
    timed({ preceding: "unbounded", following: { size: 0, unit: "minute" } }, [{
      column: "day",
      direction: "desc",
    }]),
    "invalid_frame",
    "frame.following",
  ],
  [
    "a frame of less than no time",
    timed({ preceding: { size: -1, unit: "day" }, following: "current" }),
    "invalid_setting",
    "frame.preceding.size",
  ],
  [
    "a frame of no unit",
    timed({ preceding: day, following: { size: 1, unit: "aeon" } }),
    "invalid_setting",
    "frame.following.unit",
  ],
  [
    "a frame without a size",
    timed({ preceding: { unit: "day" }, following: "current" }),
    "missing_setting",
    "frame.preceding.size",
  ],
];

Deno.test("groups of 70 years begin within the calendar", () => {
  for (const [size, unit] of [[70, "year"], [280, "quarter"], [1e9, "second"]] as const) {
    const compiled = compile(stepped("group_by", size, unit), "it", {
      catalog,
      dialect: "postgres",
      entitlements: everything,
    });
    assert.ok(compiled.ok, JSON.stringify(compiled));
  }
});

for (const [what, refused, code, field] of REFUSED) {
  Deno.test(`refused: ${what}`, () => {
    const compiled = compile(refused, "it", { catalog, dialect: "clickhouse", entitlements: everything });
    assert.ok(!compiled.ok, "it compiles");
    const found = compiled.problems.map((problem) => `${problem.nodeId} ${problem.code} ${problem.field}`);
    assert.deepEqual(found, [`it ${code} ${field}`]);
  });
}
