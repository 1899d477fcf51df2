import assert from "node:assert/strict";
import { notesOf } from "@/lib/tiles/notes.ts";

Deno.test("a pivot that shows a part of its values says how many there are", () => {
  const values = Array.from({ length: 100 }, (_, index) => String(index));
  const cut = { pivot_values: { p: values }, pivot_values_omitted: { p: 68 } };
  assert.deepEqual(notesOf(cut), ["168 values, 100 shown"]);
  assert.deepEqual(notesOf({ pivot_values: { p: values } }), []);
  assert.deepEqual(notesOf({}), []);
});

Deno.test("a filter that does not reach a tile is named, once, with a way out", () => {
  const ignored = {
    column: "simbol",
    operator: "=",
    reason: "unknown_column" as const,
    message: 'Cannot filter by "simbol": no table has it.',
    hint: 'Did you mean "symbol"?',
  };
  const note = 'Cannot filter by "simbol": no table has it. Did you mean "symbol"?';
  assert.deepEqual(notesOf({ filters: { applied: [], ignored: [ignored, ignored] } }), [note]);
});

Deno.test("values that were none of their type are counted", () => {
  assert.deepEqual(notesOf({ unreadable: 1 }), ["1 value unreadable, left empty"]);
  assert.deepEqual(notesOf({ unreadable: 1200 }), ["1,200 values unreadable, left empty"]);
  assert.deepEqual(notesOf({}), []);
});

Deno.test("a value that a table cannot have is said, though the filter applies", () => {
  const applied = { column: "id", operator: "in", placed: [], notes: ["No table of numbers has an x."] };
  assert.deepEqual(notesOf({ filters: { applied: [applied, applied], ignored: [] } }), applied.notes);
});
