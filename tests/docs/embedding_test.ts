/** docs/embedding.md shows the lines that the administration shows, and those are the ones tried in a browser. */
import assert from "node:assert/strict";
import { exchangeSnippet, frameSnippet, renewSnippet } from "../../routes/admin/api-keys/(_form)/snippets.ts";

const ORIGIN = "https://flowforge.example";
const text = await Deno.readTextFile(new URL("../../docs/embedding.md", import.meta.url));
const indented = text.split("\n").filter((line) => line.startsWith("    ")).map((line) => line.slice(4));

Deno.test("docs/embedding.md has the snippets of the administration, word for word", () => {
  const renewing = renewSnippet(ORIGIN).split("\n").filter((line) => !/^<\/?script>$/.test(line));
  const shown = [
    exchangeSnippet(ORIGIN, "WIDGET_ID"),
    frameSnippet(ORIGIN, "WIDGET_ID", "Trades"),
    ...renewing,
  ];
  assert.deepEqual(indented, shown);
});
