/** Pictures as files, read as diffs in review. `deno test -A tests/components/charts/golden_test.ts -- --update` rewrites them. */
import assert from "node:assert/strict";
import { renderChart } from "@/components/charts/render.tsx";
import { charts } from "@/lib/charts/registry.ts";
import { samples } from "./samples.ts";

const folder = new URL("./golden/", import.meta.url);
const update = Deno.args.includes("--update");

/** A plot's SVG, or the HTML of a grid or card: one element a line, so that a diff shows which mark moved. */
function golden(name: string): { readonly file: string; readonly text: string } {
  const markup = renderChart({ ...samples[name]!, width: 480, height: 260 });
  const svg = /<svg class="chart-svg"[\s\S]*?<\/svg>/.exec(markup)?.[0];
  const body = svg?.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"') ?? markup;
  const text = `<!-- deno-fmt-ignore-file -->\n${body.replaceAll("><", ">\n<")}\n`;
  return { file: `${name}.${svg ? "svg" : "html"}`, text };
}

for (const name of Object.keys(samples)) {
  Deno.test(`ChartView draws ${name} as its golden file`, async () => {
    const { file, text } = golden(name);
    const url = new URL(file, folder);
    if (update) await Deno.writeTextFile(url, text);
    assert.equal(text, await Deno.readTextFile(url));
  });
}

Deno.test("every chart type has a golden file, and every golden file a sample", () => {
  for (const chart of Object.keys(charts)) {
    assert.equal(samples[chart]?.chart, chart, `${chart} has no sample`);
  }
  const files = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  assert.deepEqual(files, Object.keys(samples).map((name) => golden(name).file).sort());
});
