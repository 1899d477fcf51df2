import assert from "node:assert/strict";
import { hitTitle, spokenHit } from "@/lib/charts/hit_words.ts";
import { draw } from "@/lib/charts/registry.ts";
import { bars, column, lines, scatter } from "@/tests/components/charts/samples.ts";
import { plotOf, sized } from "./support.ts";

Deno.test("hitTitle() names the zone of a time, and is empty where a hit has no title", () => {
  const [first] = plotOf(draw("line_chart", sized(lines))).hits;
  assert.equal(hitTitle(first!, lines.columns), "2026-11-19 14:30 UTC");
  const plain = { ...scatter(3), config: {} };
  assert.equal(hitTitle(plotOf(draw("scatter_plot", sized(plain))).hits[0]!, plain.columns), "");
});

Deno.test("spokenHit() says the category and every exact value", () => {
  const [hit] = plotOf(draw("bar_chart", sized({ ...bars, rows: [["AAPL", "1250000.10"]] }))).hits;
  assert.equal(spokenHit(hit!, bars.columns), "AAPL: notional 1,250,000.10");
});

Deno.test("spokenHit() says as many entries as the tooltip shows", () => {
  const columns = [
    column("x", "string"),
    ...Array.from({ length: 20 }, (_, at) => column(`y${at}`, "int64")),
  ];
  const y = columns.slice(1).map(({ name }) => name);
  const sample = { chart: "bar_chart", config: { x: "x", y }, columns, rows: [["a", ...y.map(() => "7")]] };
  const [hit] = plotOf(draw("bar_chart", sized(sample))).hits;
  assert.equal(spokenHit(hit!, columns).split(", ").length, 14);
});
