/**
 * The counts of `deno task count`, held where they are: CONTRIBUTING's table of what to write for an addition is true
 * as long as these do not rise. Who lowers a count lowers its line here.
 */
import assert from "node:assert/strict";
import { measure, placesOf } from "@/tasks/count/measure.ts";
import { KINDS } from "@/tasks/count/probes.ts";

const ROOT = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");

const HELD: Readonly<Record<string, number>> = {
  "a field of a workflow, beside where it is shown": 3,
  "a chart, beside its node": 3,
  "a chart with a picture of its own, beside its node": 5,
  "a node, beside its cases": 2,
  "a function, its lines for the dialects counted as one": 2,
  "a function with rules of its own for depth, type or nulls": 4,
  "a store": 4,
  "a store with a dialect of its own": 5,
  "circles of imports": 0,
  "files over 300 lines": 0,
  "files of tests over 300 lines": 9,
  "style sheets over 300 lines": 0,
};

const figures = await measure(ROOT);

Deno.test("every count is held", () => {
  assert.deepEqual(figures.map(({ title }) => title), Object.keys(HELD));
});

for (const { title, value, counted } of figures) {
  Deno.test(`${title}: at most ${HELD[title]}`, () => {
    assert.ok(
      value <= HELD[title]!,
      `Cannot keep the count at ${HELD[title]}: it is ${value}.\n${counted.join("\n")}`,
    );
  });
}

Deno.test("every probe is found, in its own file at least", () => {
  for (const { counted } of figures.slice(0, KINDS.length)) {
    for (const line of counted) assert.match(line, /^\w+: \w/);
  }
});

Deno.test("placesOf() counts a folder once, and neither comments nor what is left out", () => {
  const kind = {
    title: "a chart",
    target: 1,
    probes: [{ name: "radar", pattern: /radar/i }],
    leftOut: /^routes\//,
    places: [/^lib\/charts\/\w+(?=\/)/],
  };
  const files = Object.entries({
    "lib/charts/radar/layout.ts": "export const layout = 1;",
    "lib/charts/radar/words.ts": "export const words = 1;",
    "lib/charts/registry.ts": `import { radar } from "./radar/layout.ts";`,
    "lib/tiles/model.ts": "// A radar is drawn late.\nexport const late = [];",
    "routes/index.tsx": `const chart = "radar";`,
  }).map(([path, text]) => ({ path, text }));
  assert.deepEqual(placesOf(files, kind, kind.probes[0]!), ["lib/charts/radar", "lib/charts/registry.ts"]);
});
