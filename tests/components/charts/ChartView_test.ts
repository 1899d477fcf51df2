import assert from "node:assert/strict";
import { renderChart } from "@/components/charts/render.tsx";
import { bars, blotter, candles, column, hostile, kpi, lines, redKpi, samples } from "./samples.ts";

const size = { width: 480, height: 260 };

for (const [name, sample] of Object.entries(samples)) {
  Deno.test(`markup of ${name} needs no inline style or script`, () => {
    const markup = renderChart({ ...sample, ...size });
    const tags = markup.replaceAll(/"[^"]*"/g, '""').match(/<[a-z][^<>]*>/g)!.join("");
    assert.doesNotMatch(tags, /\sstyle=|<style|<script|\son[a-z]+=/);
    assert.doesNotMatch(markup, /undefined|NaN|\[object/);
  });
}

Deno.test("labels are text: markup in data stays text", () => {
  const markup = renderChart({ ...hostile, ...size, title: "<b>&\"'" });
  assert.ok(!markup.includes("<script>"));
  assert.ok(!markup.includes("<img"));
  assert.ok(!markup.includes("<b>"));
  assert.ok(markup.includes("&lt;script"));
  assert.ok(!markup.includes("\u202E") && !markup.includes("\u0000"));
});

Deno.test("a plot has a role, a name, a description and a table of its values", () => {
  const markup = renderChart({ ...lines, ...size, title: "Prices" });
  assert.match(markup, /<svg[^>]*role="img"[^>]*aria-label="Prices\. Line chart of price by time/);
  assert.match(markup, /<title>Prices<\/title><desc>Line chart .*3 series: AAPL, JPM, MSFT\..*Values from/);
  assert.match(markup, /<table[\s\S]*<caption/);
  assert.ok(markup.includes(lines.rows[0]![2] as string));
});

Deno.test("the table twin of a long result says what it leaves out", () => {
  assert.match(renderChart({ ...candles(500), ...size }), /First 100 rows; there are more/);
});

Deno.test("a data grid scrolls by keyboard and marks its headings", () => {
  const markup = renderChart({ ...blotter, ...size });
  assert.match(markup, /<div class="chart-scroll" tabindex="0" role="group" aria-label=/i);
  assert.match(markup, /<th scope="col" class="chart-number">quantity<\/th>/);
  assert.match(markup, /<td class="chart-number chart-null">–<\/td>/);
});

Deno.test("a KPI says its state in words", () => {
  assert.match(renderChart({ ...redKpi, ...size }), /chart-status-red">.*Red: ≤ -250K/);
  const markup = renderChart({ ...kpi, ...size });
  assert.match(markup, /▲<\/span><span class="chart-hidden">up<\/span> \+562,217\.41/);
  assert.match(markup, /<data value="12,482,331\.4200" title="12,482,331\.4200">12,482,331\.42<\/data>/);
});

Deno.test("a type without a picture of its own is shown as a grid", () => {
  const markup = renderChart({ ...bars, chart: "filter", ...size });
  assert.match(markup, /<table class="chart-data">/);
  assert.match(renderChart({ ...bars, chart: "constructor", ...size }), /<table class="chart-data">/);
});

Deno.test("5,000 points stay a few paths", () => {
  const rows = Array.from({ length: 5000 }, (_, index) => [String(index), Math.sin(index)]);
  const columns = [column("i", "int64"), column("v", "float64")];
  for (const chart of ["line_chart", "bar_chart", "scatter_plot"]) {
    const markup = renderChart({ chart, config: { x: "i", y: ["v"] }, columns, rows, ...size });
    const svg = markup.slice(0, markup.indexOf("</svg>"));
    assert.ok(svg.match(/<(path|circle|rect|line|text)/g)!.length < 120, chart);
    assert.ok(svg.length < 400_000, `${chart}: ${svg.length}`);
  }
});
