/** The walks of docs/architecture.md lead through files that exist, are joined by imports, and come once each. */
import assert from "node:assert/strict";
import { importsOf, sourceFiles } from "@/tasks/source.ts";

const ROOT = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
const text = await Deno.readTextFile(`${ROOT}/docs/architecture.md`);
const [, chapter = ""] = text.split("## Five walks\n");
const walks = chapter.split("\n## ")[0]!.split("\n### ").slice(1).map((section) => ({
  title: section.split("\n")[0]!,
  files: [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, path]) => path!),
}));

const importsByPath = new Map(
  (await sourceFiles(ROOT)).map((file) => [file.path, importsOf(file).map(({ target }) => target)]),
);
const joined = (one: string, other: string) =>
  importsByPath.get(one)!.includes(other) || importsByPath.get(other)!.includes(one);

Deno.test("there are five walks", () => assert.equal(walks.length, 5));

for (const { title, files } of walks) {
  Deno.test(`${title}: every file exists and comes once`, () => {
    assert.ok(files.length > 3);
    assert.deepEqual(files.filter((path) => !importsByPath.has(path)), []);
    assert.equal(new Set(files).size, files.length);
  });

  Deno.test(`${title}: each file is joined by an import to one before it`, () => {
    const apart = files.filter((path, at) =>
      at > 0 && !files.slice(0, at).some((earlier) => joined(path, earlier))
    );
    assert.deepEqual(apart, []);
  });
}
