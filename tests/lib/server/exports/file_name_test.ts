import assert from "node:assert/strict";
import fc from "fast-check";
import type { FilterReport } from "@/compiler/schema/types.ts";
import { fileName } from "@/lib/server/exports/file_name.ts";
import type { AskedFilters } from "@/lib/server/query/filters.ts";

const AT = Date.parse("2026-11-28T14:05:59Z");
const NOTHING: AskedFilters = { filters: [], empty: [] };

/** As if every filter took effect. */
function applied({ filters, range }: AskedFilters): FilterReport {
  const names = [...filters, ...(range ? [{ column: "range", operator: "range" }] : [])];
  return { applied: names.map(({ column, operator }) => ({ column, operator, placed: [] })), ignored: [] };
}

const named = (title: string, asked: Partial<AskedFilters> = {}, omitted = 0) => {
  const whole = { ...NOTHING, ...asked };
  return fileName({ title, asked: whole, report: applied(whole), omitted, atMs: AT });
};

Deno.test("a file is called after what it shows, the filters in force and the moment", () => {
  const filters = [{ column: "symbol", operator: "=", value: "AAPL" }];
  const range = { last: { size: 1, unit: "hour" } };
  assert.equal(
    named("VWAP by symbol", { filters, range }),
    "vwap-by-symbol_symbol-AAPL_last-1h_2026-11-28T1405Z.csv",
  );
  assert.equal(named("Trades"), "trades_2026-11-28T1405Z.csv");
  const more = [
    { column: "event_time", operator: ">=", value: "2026-11-01" },
    { column: "venue", operator: "in", value: ["NYSE", "ARCA", "BATS", "IEX", "LSE"] },
    { column: "side", operator: "is_null" },
    { column: "price", operator: "between", value: ["1.5", "2"] },
    { column: "at", operator: "last_n", value: { size: 2, unit: "week" } },
  ];
  assert.equal(
    named("T", { filters: more }),
    "t_event-time-from-2026-11-01_venue-NYSE-ARCA-BATS-and-2-more_side-is-null_price-between-1.5-2_at-last-2w" +
      "_2026-11-28T1405Z.csv",
  );
});

Deno.test("what had no effect is called so, and what is left out is counted", () => {
  const filters = [{ column: "symbl", operator: "=", value: "AAPL" }];
  const report: FilterReport = {
    applied: [],
    ignored: [{ column: "symbl", operator: "=", reason: "unknown_column", message: "" }],
  };
  const name = fileName({ title: "T", asked: { ...NOTHING, filters }, report, omitted: 7, atMs: AT });
  assert.equal(name, "t_without-symbl_7-values-left-out_2026-11-28T1405Z.csv");
});

Deno.test("whatever its title and filters are, a name is one that file systems take, and says when it says less", () => {
  const texts = fc.string({ unit: "binary", maxLength: 300 });
  const filters = fc.array(
    fc.record({
      column: texts,
      operator: fc.constantFrom("=", ">=", "in"),
      value: fc.oneof(texts, fc.array(texts)),
    }),
    { maxLength: 20 },
  );
  fc.assert(fc.property(texts, filters, (title, filters) => {
    const name = named(title, { filters });
    assert.match(name, /^[\p{L}\p{N}\p{M}][\p{L}\p{N}\p{M}._-]*_2026-11-28T1405Z\.csv$/u);
    assert.ok(new TextEncoder().encode(name).length <= 210, name);
    assert.ok(!name.includes(".."), name);
  }));
  const many = Array.from({ length: 20 }, (_, at) => ({
    column: `column_${at}`,
    operator: "=",
    value: "x".repeat(30),
  }));
  assert.match(named("T", { filters: many }), /_and-\d+-more_/);
});
