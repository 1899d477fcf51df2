/** Frames in time where engines count differently: zones, long spans, months, and stores that have none. */
import assert from "node:assert/strict";
import { compile, type Graph } from "@/compiler/mod.ts";
import { monthLengths } from "@/compiler/dialects/calendar.ts";
import type { TimeUnit } from "@/compiler/ir/expr.ts";
import { addUnits, DAY_MS } from "./formula/evaluator/time.ts";
import { type Engine, openClickHouse, openPostgres } from "./support/engines.ts";
import { catalog, chain, everything, node, source, trades } from "./support/graphs.ts";

interface Span {
  readonly size: number;
  readonly unit: TimeUnit;
}
const span = (size: number, unit: TimeUnit): Span => ({ size, unit });

const counting = (frame: Record<string, unknown>, config: Record<string, unknown> = {}): Graph =>
  chain(
    source("a", { columns: ["event_time"] }),
    node("w", "window", {
      function: "count",
      as: "n",
      partition_by: [],
      order_by: [{ column: "event_time", direction: "asc" }],
      frame,
      ...config,
    }),
    node("s", "sort", { keys: [{ column: "event_time", direction: "asc" }] }),
    node("only", "select", { columns: ["n"] }),
  );

async function counts(engine: Engine, graph: Graph): Promise<number[]> {
  const compiled = compile(graph, "only", { catalog, dialect: engine.dialect, entitlements: everything });
  assert.ok(compiled.ok, JSON.stringify(compiled));
  return (await engine.run(compiled)).map(([n]) => Number(n));
}

/** Of moments in order: how many lie in the frame of each. */
const expected = (moments: readonly number[], before: Span, after: Span) =>
  moments.map((moment) => {
    const from = addUnits(moment, -before.size, before.unit);
    const to = addUnits(moment, after.size, after.unit);
    return moments.filter((other) => other >= from && other <= to).length;
  });

async function onBoth(moments: readonly number[], test: (engine: Engine) => Promise<void>): Promise<void> {
  const rows = moments.map((moment, id) => {
    const text = new Date(moment).toISOString().replace("T", " ").replace("Z", "");
    return [id, text, "AAPL", null, null, null, null, null, null];
  });
  for (const open of [openClickHouse, openPostgres]) {
    const engine = await open();
    try {
      await engine.fill(trades, rows);
      await test(engine);
    } finally {
      await engine.close();
    }
  }
}

const NONE = span(0, "day");
const unsettled = { sanitizeOps: false, sanitizeResources: false };

Deno.test("days are those of UTC, whatever the session's zone", unsettled, async () => {
  // New York's clocks went forward on that morning.
  const moments = ["2024-03-09T11:59:59.999Z", "2024-03-09T12:00:00.000Z", "2024-03-10T12:00:00.000Z"].map(
    Date.parse,
  );
  await onBoth(moments, async (engine) => {
    assert.deepEqual(await counts(engine, counting({ preceding: span(1, "day"), following: "current" })), [
      1,
      2,
      2,
    ]);
  });
});

Deno.test("long frames hold what lies just within them, and nothing more", unsettled, async () => {
  const frames: readonly (readonly [Span, Span])[] = [
    [span(20_000_001, "second"), NONE],
    [span(123_457, "hour"), NONE],
    [span(30_001, "day"), NONE],
    [span(3001, "week"), NONE],
    [span(69, "year"), NONE],
    [span(101, "year"), NONE],
    [NONE, span(1201, "month")],
    [span(99, "year"), span(101, "year")],
    [span(13, "month"), span(200, "day")],
    [span(40_000_001, "second"), span(20_000_003, "second")],
  ];
  const start = Date.parse("2024-02-29T12:34:56.789Z");
  const ends = frames.flat().filter(({ size }) => size > 0)
    .flatMap(({ size, unit }) => [-size, size].map((count) => addUnits(start, count, unit)))
    .filter((end) => end > Date.parse("1901-01-01T00:00:00Z") && end < Date.parse("2290-01-01T00:00:00Z"));
  const moments = [start, ...ends.flatMap((end) => [end - 1, end, end + 1])].sort((a, b) => a - b);
  await onBoth(moments, async (engine) => {
    for (const [preceding, following] of frames) {
      const got = await counts(engine, counting({ preceding, following }));
      assert.deepEqual(got, expected(moments, preceding, following), JSON.stringify([preceding, following]));
    }
  });
});

Deno.test("months have the lengths that the calendar gives them", () => {
  const first = Date.parse("1900-01-01T00:00:00Z");
  const days = Array.from({ length: 146_097 }, (_, at) => first + at * DAY_MS);
  for (const months of [1, -1, 2, -3, 12, -12, 48, -1201]) {
    const lengths = new Set(days.map((day) => Math.abs(addUnits(day, months, "month") - day) / DAY_MS));
    assert.deepEqual(monthLengths(months), [...lengths].sort((a, b) => a - b), `${months} months`);
  }
});

Deno.test("what a store cannot do is said in words", () => {
  const problemsOf = (graph: Graph, dialect: "clickhouse" | "postgres" | "materialize") => {
    const compiled = compile(graph, "only", { catalog, dialect, entitlements: everything });
    return compiled.ok
      ? []
      : compiled.problems.map(({ code, message, nodeId }) => `${nodeId} ${code}: ${message}`);
  };
  const week = counting({ preceding: span(7, "day"), following: "current" });
  assert.deepEqual(problemsOf(week, "materialize"), [
    "w unsupported_on_store: Cannot run here: the live store has no frames in time.",
  ]);
  const lopsided = counting({ preceding: span(100, "year"), following: span(1, "second") });
  assert.deepEqual(problemsOf(lopsided, "clickhouse"), [
    "w unsupported_on_store: Cannot run here: a frame cannot be as long as that on one side and as short on the other.",
  ]);
  assert.deepEqual(problemsOf(lopsided, "postgres"), []);
  assert.match(
    problemsOf(counting({}, { function: "ntile", buckets: 4 }), "materialize").join(),
    /^w unsupported_on_store: Cannot run here: the live store does not deal rows out into buckets\.$/,
  );
  const skipping = chain(
    source(),
    node("only", "window", {
      function: "lag",
      column: "quantity",
      as: "n",
      order_by: [{ column: "trade_id", direction: "asc" }],
      ignore_nulls: true,
    }),
  );
  assert.match(problemsOf(skipping, "materialize").join(), /look a row up by its place/);
  for (const name of ["percent_rank", "share"]) {
    const config = name === "share" ? { column: "quantity" } : {};
    const given = chain(
      source(),
      node("only", "window", {
        function: name,
        as: "n",
        order_by: [{ column: "trade_id", direction: "asc" }],
        ...config,
      }),
    );
    assert.deepEqual(problemsOf(given, "materialize"), []);
  }
});
