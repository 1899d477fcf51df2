/** What a file exports, another one takes: an export that nobody imports says more of its file than is true. */
import assert from "node:assert/strict";
import { ROOMS, SINGLE_FILES, sourceFiles } from "@/tasks/source.ts";
import { exportsOf, namesTakenBy } from "@/tasks/exports.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Files that something other than an import reads. */
const ENTRIES: readonly { readonly path: RegExp; readonly why: string }[] = [
  { path: /^routes\/(?!.*\(_)/, why: "the app finds routes by their paths; folders in `(_…)` hold none" },
  { path: /^tests\/lib\/fresh\/fixture\//, why: "a build of the fixture finds its files by their paths" },
  {
    path: /^lib\/fresh\/(mod|dev|runtime|runtime_browser)\.ts$/,
    why: "apps import it as the package `fresh`",
  },
  { path: /^lib\/fresh\/build\/production\.ts$/, why: "the written entry of a built server imports it" },
  { path: /^tests\/lib\/server\/checked_test\.ts$/, why: "a function is there for the type check alone" },
];

Deno.test("every export is imported by some file", async () => {
  const files = await sourceFiles(ROOT, [...ROOMS, "tasks", "bench", "tests"]);
  const taken = namesTakenBy(files);
  const forgotten = files
    .filter(({ path }) => !SINGLE_FILES.includes(path) && !ENTRIES.some((entry) => entry.path.test(path)))
    .flatMap((file) =>
      exportsOf(file).filter((name) => !taken(file.path, name)).map((name) => `${file.path}: ${name}`)
    );
  assert.deepEqual(forgotten, []);
});

Deno.test("exportsOf() reads declarations, lists and the default, and no name in a comment", () => {
  const text = [
    `export const a = 1;`,
    `export async function b() {}`,
    `export interface C {}`,
    `export { d, type E as F } from "./other.ts";`,
    `// export const g = 2;`,
    `export default a;`,
  ].join("\n");
  assert.deepEqual(exportsOf({ path: "lib/a.ts", text }), ["a", "b", "C", "d", "F", "default"]);
});

Deno.test("namesTakenBy() follows lists, namespaces, onward exports and late imports", () => {
  const taken = namesTakenBy(
    Object.entries({
      "lib/b.ts":
        `import first, { type A, b as c } from "./a.ts";\nimport * as all from "./all.ts";\nall.one();`,
      "lib/mod.ts": `export * from "./inner.ts";\nconst late = await import("./late.ts");`,
      "routes/x.ts":
        `import { deep } from "@/lib/mod.ts";\nimport * as whole from "@/lib/whole.ts";\nf(whole);`,
    }).map(([path, text]) => ({ path, text })),
  );
  for (const name of ["default", "A", "b"]) assert.ok(taken("lib/a.ts", name), name);
  assert.ok(!taken("lib/a.ts", "c"));
  assert.ok(taken("lib/all.ts", "one") && !taken("lib/all.ts", "two"));
  assert.ok(taken("lib/inner.ts", "deep") && !taken("lib/inner.ts", "other"));
  assert.ok(taken("lib/late.ts", "any") && taken("lib/whole.ts", "any"));
});
