import assert from "node:assert/strict";
import { functionReference, nodeTypes } from "@/compiler/mod.ts";
import { referencePages } from "@/tasks/reference.ts";

Deno.test("the reference pages are what the registries say (else: deno task reference)", async () => {
  const pages = await referencePages();
  for (const [name, text] of Object.entries(pages)) {
    const committed = await Deno.readTextFile(new URL(`../../docs/reference/${name}`, import.meta.url));
    assert.equal(committed, text, `docs/reference/${name} is out of date`);
  }
  for (const { label } of nodeTypes) assert.ok(pages["nodes.md"]?.includes(`### ${label}\n`), label);
  for (const { name } of functionReference) assert.ok(pages["functions.md"]?.includes(`### ${name}\n`), name);
});
