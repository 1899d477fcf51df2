/** Adding a chart is what CONTRIBUTING says, and no more: nothing else in its rooms names a chart. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pictureOf } from "@/compiler/browser.ts";
import { charts, draw, drawPlot } from "@/lib/charts/registry.ts";
import { samples } from "@/tests/components/charts/samples.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Files of a room, with `/` between folders whatever the system. */
function filesOf(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length).replaceAll("\\", "/"))
    .sort();
}

const rooms = ["lib/charts", "components/charts"].flatMap(filesOf);

for (const chart of Object.keys(charts)) {
  Deno.test(`only its folder and one line of the registry name ${chart}`, () => {
    const naming = rooms.filter((path) =>
      !path.startsWith(`lib/charts/${chart}/`) &&
      new RegExp(`\\b${chart}\\b`).test(readFileSync(join(root, path), "utf8"))
    );
    assert.deepEqual(naming, ["lib/charts/registry.ts"]);
  });
}

Deno.test("CONTRIBUTING names the files of a chart", () => {
  const row = /^\| a chart .*$/m.exec(readFileSync(join(root, "CONTRIBUTING.md"), "utf8"))?.[0] ?? "";
  const paths = [...row.matchAll(/`([^`]+)`/g)].map(([, path]) => path!);
  assert.deepEqual(paths, ["lib/charts/<chart>/", "lib/charts/registry.ts", "tests/components/charts/"]);
  const known = new Set([...rooms, ...filesOf("tests/components/charts")]);
  for (const chart of Object.keys(charts)) {
    for (const path of paths.map((path) => path.replace("<chart>", chart))) {
      const exists = path.endsWith("/") ? [...known].some((file) => file.startsWith(path)) : known.has(path);
      assert.ok(exists, `${path} does not exist`);
    }
  }
});

Deno.test("an island draws every chart that follows the pointer as a page does", () => {
  for (const [name, sample] of Object.entries(samples)) {
    if (pictureOf(sample.chart) !== "chart") continue;
    const input = { ...sample, width: 640, height: 300 };
    const picture = draw(sample.chart, input);
    assert.deepEqual(drawPlot(sample.chart, input), picture, name);
    assert.notEqual(picture.kind, "grid", name);
  }
});
