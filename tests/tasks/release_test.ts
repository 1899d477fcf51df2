/** What a release says of itself agrees in every place. */
import assert from "node:assert/strict";
import manifest from "@/deno.json" with { type: "json" };

Deno.test("the newest version of the CHANGELOG is deno.json's, below an Unreleased section", async () => {
  const changelog = await Deno.readTextFile(new URL("../../CHANGELOG.md", import.meta.url));
  const headings = [...changelog.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!);
  assert.equal(headings[0], "Unreleased");
  assert.match(headings[1]!, /^\d+\.\d+\.\d+ – \d{4}-\d\d-\d\d$/);
  assert.equal(headings[1]!.split(" ")[0], manifest.version);
  const released = headings.slice(1).map((heading) => heading.split(" – ")[1]!);
  assert.deepEqual(released, released.toSorted().reverse(), "newest first");
});
