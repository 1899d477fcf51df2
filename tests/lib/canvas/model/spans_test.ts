import assert from "node:assert/strict";
import { partsOf } from "@/lib/canvas/model/spans.ts";

const shown = (spans: readonly (readonly [number, number])[]) =>
  partsOf("SELECT a FROM t", spans.map(([start, end]) => ({ start, end })))
    .map((part) => part.isMarked ? `<${part.text}>` : part.text).join("");

Deno.test("a statement is cut where spans begin and end", () => {
  assert.equal(shown([]), "SELECT a FROM t");
  assert.equal(shown([[14, 15], [7, 8]]), "SELECT <a> FROM <t>");
  assert.equal(shown([[0, 15]]), "<SELECT a FROM t>");
});

Deno.test("spans that overlap, nest or reach too far lose and double nothing", () => {
  assert.equal(shown([[0, 8], [7, 8]]), "<SELECT a> FROM t");
  assert.equal(shown([[0, 8], [4, 13]]), "<SELECT a>< FROM> t");
  assert.equal(shown([[9, 99]]), "SELECT a <FROM t>");
});
