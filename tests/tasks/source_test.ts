import assert from "node:assert/strict";
import { codeOnly, importsOf, withoutComments } from "@/tasks/source.ts";
import { circlesOf } from "@/tasks/count/circles.ts";

const read = (text: string, path = "lib/charts/bars/layout.ts") => importsOf({ path, text });
const value = (target: string) => ({ target, typeOnly: false });
const type = (target: string) => ({ target, typeOnly: true });

Deno.test("importsOf() resolves paths from the file and from the root, and leaves packages as they are", () => {
  assert.deepEqual(read(`import { a } from "./marks.ts";\nimport b from "../types.ts";`), [
    value("lib/charts/bars/marks.ts"),
    value("lib/charts/types.ts"),
  ]);
  assert.deepEqual(read(`import { z } from "@/compiler/mod.ts";\nimport { h } from "preact";`), [
    value("compiler/mod.ts"),
    value("preact"),
  ]);
  assert.deepEqual(read(`import { a } from "../(_shared)/form.ts";`, "routes/canvas/[id]/index.tsx"), [
    value("routes/canvas/(_shared)/form.ts"),
  ]);
});

Deno.test("importsOf() reads every form of import and onward export", () => {
  assert.deepEqual(
    read([
      `import {`,
      `  first,`,
      `  second as other,`,
      `} from "./several_lines.ts";`,
      `import start, { part } from "./both.ts";`,
      `import * as all from "./all.ts";`,
      `export * from "./onward.ts";`,
      `export * as named from "./named.ts";`,
      `export { one } from "./one.ts";`,
      `import "./effect.ts";`,
      `const late = await import("./late.ts");`,
    ].join("\n")).map(({ target }) => target.slice("lib/charts/bars/".length)),
    [
      "several_lines.ts",
      "both.ts",
      "all.ts",
      "onward.ts",
      "named.ts",
      "one.ts",
      "effect.ts",
      "late.ts",
    ],
  );
});

Deno.test("importsOf() tells what is left when the code runs from types alone", () => {
  assert.deepEqual(
    read([
      `import type { A } from "a";`,
      `export type { B } from "b";`,
      `import { type C, type D } from "c";`,
      `import { type E, f } from "d";`,
      `import g, { type H } from "e";`,
    ].join("\n")),
    [type("a"), type("b"), type("c"), value("d"), value("e")],
  );
});

Deno.test("importsOf() reads no import that stands in a comment or in a template", () => {
  assert.deepEqual(
    read([
      `// import { a } from "a";`,
      `/*`,
      `import { b } from "b";`,
      `*/`,
      "const program = `",
      `import { c } from "c";`,
      "`;",
      `const address = "https://example.test"; // "`,
      `export interface Row { readonly from: string }`,
      `import { d } from "d";`,
    ].join("\n")),
    [value("d")],
  );
});

Deno.test("withoutComments() keeps strings, codeOnly() empties them", () => {
  const text = `const a = "// no comment"; // one\nconst b = 'it''s'; /* two */`;
  assert.equal(withoutComments(text), `const a = "// no comment"; \nconst b = 'it''s'; `);
  assert.equal(codeOnly(text), `const a = ""; \nconst b = """"; `);
});

Deno.test("circlesOf() finds circles over several files, through types and of a file with itself", () => {
  const files = Object.entries({
    "lib/a.ts": `import { b } from "./b.ts";`,
    "lib/b.ts": `import type { C } from "./c.ts";`,
    "lib/c.ts": `export { a } from "./a.ts";`,
    "lib/d.ts": `import { a } from "./a.ts";\nimport { e } from "./e.ts";`,
    "lib/e.ts": `import { f } from "@/lib/f.ts";`,
    "lib/f.ts": `import { e } from "./e.ts";\nimport "preact";`,
    "lib/self.ts": `import * as self from "./self.ts";`,
  }).map(([path, text]) => ({ path, text }));
  assert.deepEqual(circlesOf(files), [
    ["lib/a.ts", "lib/b.ts", "lib/c.ts"],
    ["lib/e.ts", "lib/f.ts"],
    ["lib/self.ts"],
  ]);
});
