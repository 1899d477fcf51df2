import assert from "node:assert/strict";
import { kpiCard } from "@/lib/charts/kpi_card/mod.ts";
import type { KpiPicture } from "@/lib/charts/types.ts";
import { column, kpi, type Sample } from "@/tests/components/charts/samples.ts";
import { sized } from "@/tests/lib/charts/support.ts";

function card(
  rows: Sample["rows"],
  config: Sample["config"] = {},
  type: "decimal" | "float64" | "int64" = "decimal",
) {
  const columns = [column("value", type), column("previous", type)].slice(0, rows[0]!.length);
  return kpiCard(sized({ chart: "kpi_card", config, columns, rows })) as KpiPicture;
}

Deno.test("kpiCard() computes the change exactly", () => {
  const { delta, exact } = card([["90071992547409930.25", "90071992547409930.00"]]);
  assert.equal(delta!.amount, "+0.25");
  assert.equal(exact, "90,071,992,547,409,930.25");
});

Deno.test("kpiCard() gives direction, sign and percent, against the size of a negative base", () => {
  assert.deepEqual(
    [["110", "100"], ["90", "100"], ["100", "100"], ["-50", "-100"]].map((row) => {
      const { direction, percent } = card([row]).delta!;
      return [direction, percent];
    }),
    [["up", "+10.00%"], ["down", "-10.00%"], ["flat", "0.00%"], ["up", "+50.00%"]],
  );
});

Deno.test("kpiCard() has no percent of nothing", () => {
  assert.equal(card([["5", "0"]]).delta!.percent, null);
  const unknown = card([["5", null]]).delta!;
  assert.equal(unknown.amount, "–");
  assert.equal(unknown.percent, null);
});

Deno.test("kpiCard() names the threshold that was reached, in words", () => {
  const above = { thresholds: { amber: 10, red: 20, direction: "above" } };
  assert.deepEqual(["9.99", "10", "20"].map((value) => card([[value]], above).status!.level), [
    "green",
    "amber",
    "red",
  ]);
  const below = { thresholds: { amber: "0", red: "-5", direction: "below" } };
  assert.deepEqual(["1", "0", "-5"].map((value) => card([[value]], below).status!.level), [
    "green",
    "amber",
    "red",
  ]);
  assert.match(card([["25"]], above).status!.text, /^Red: ≥ 20/);
  assert.equal(card([[null]], above).status, undefined);
});

Deno.test("kpiCard() shows a dash for null and says which period it compares with", () => {
  const picture = kpiCard(sized({ ...kpi, rows: [[null, "1"]] })) as KpiPicture;
  assert.equal(picture.value, "–");
  assert.equal(picture.delta!.period, "previous day");
});

Deno.test("kpiCard() says what was aggregated and over which time", () => {
  const compare = { column: "time", period: { size: 5, unit: "minute" } };
  assert.equal(
    card([["1", "2"]], { metric: "pnl", function: "sum", compare }).label,
    "Sum of pnl, last 5 minutes",
  );
  assert.equal(card([["1"]], { metric: "pnl", function: "max" }).label, "Highest pnl");
  assert.equal(card([["1"]], { metric: "pnl", function: "__proto__" }).label, "pnl");
});

Deno.test("kpiCard() tells no comparison from no change", () => {
  const [none, same] = [card([["5", null]]), card([["5", "5"]])];
  assert.deepEqual([none.delta!.direction, same.delta!.direction], ["none", "flat"]);
  assert.match(none.summary, /No comparison with the/);
  assert.match(same.summary, /Unchanged against the/);
});

Deno.test("kpiCard() under a range says which two periods it compares", () => {
  const said = (compared: object) => {
    const { label, delta } = kpiCard(sized({ ...kpi, rows: [["2", "1"]], compared } as never)) as KpiPicture;
    return [label.split(", ")[1], delta!.period];
  };
  assert.deepEqual(said({ last: { size: 6, unit: "hour" } }), ["last 6 hours", "previous 6 hours"]);
  const days = { from: "2024-01-01T00:00:00.000Z", to: "2024-02-01T00:00:00.000Z" };
  assert.deepEqual(said(days), ["2024-01-01 to 2024-02-01", "period of the same length before"]);
  assert.deepEqual(said({}), ["in the chosen range", "period before"]);
});

Deno.test("kpiCard() says both periods in a few words too", () => {
  const compare = { column: "time", period: { size: 1, unit: "day" } };
  const short = (compared?: object) => {
    const given = { ...kpi, config: { ...kpi.config, compare }, rows: [["2", "1"]], compared };
    return (kpiCard(sized(given as never)) as KpiPicture).delta!.short;
  };
  const between = (from: string, to: string) => ({ from: `2026-${from}:00.000Z`, to: `2026-${to}:00.000Z` });
  assert.equal(short(), "last day vs before");
  assert.equal(short({ last: { size: 6, unit: "hour" } }), "last 6 hours vs before");
  assert.equal(short(between("11-24T00:00", "11-25T00:00")), "24 Nov vs 23 Nov");
  assert.equal(short(between("11-03T00:00", "11-05T00:00")), "3 Nov–4 Nov vs 1 Nov–2 Nov");
  assert.equal(
    short(between("11-24T10:00", "11-24T12:00")),
    "24 Nov 10:00–12:00 vs 24 Nov 08:00–10:00",
  );
  assert.equal(
    short(between("11-24T20:00", "11-25T02:00")),
    "24 Nov 20:00–25 Nov 02:00 vs 24 Nov 14:00–20:00",
  );
  assert.equal(short({ reason: "open_ended" }), "chosen range");
});

Deno.test("kpiCard() says why a range is compared with nothing", () => {
  const given = { ...kpi, rows: [["2", null]], compared: { reason: "several_ranges" } };
  const { delta, summary } = kpiCard(sized(given as never)) as KpiPicture;
  assert.equal(delta!.reason, "the filters say more than one period");
  assert.match(summary, /No comparison: the filters say more than one period\./);
});
