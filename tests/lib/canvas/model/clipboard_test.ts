import assert from "node:assert/strict";
import { apply } from "@/lib/canvas/model/commands.ts";
import { copy, paste } from "@/lib/canvas/model/clipboard.ts";
import { toGraph } from "@/lib/canvas/model/graph.ts";
import { chain } from "./support.ts";

function counter() {
  let count = 0;
  return (type: string) => `${type}-new-${++count}`;
}

Deno.test("paste() gives new ids, keeps relative positions and the edges between the copies", () => {
  const start = chain("a", "b", "c");
  const pasted = paste(copy(start, new Set(["b", "c"])), { at: { x: 10, y: 20 }, makeId: counter() })!;
  assert.deepEqual(pasted.nodes.map((node) => [node.id, node.position]), [
    ["filter-new-1", { x: 10, y: 20 }],
    ["filter-new-2", { x: 310, y: 20 }],
  ]);
  assert.deepEqual(pasted.edges, [{ source: "filter-new-1", target: "filter-new-2" }]);
});

Deno.test("paste() with edges keeps what fed the copies, where that node still is", () => {
  const start = chain("a", "b");
  const text = copy(start, new Set(["b"]));
  const pasted = paste(text, { at: { x: 0, y: 0 }, makeId: counter(), keepIncoming: true })!;
  assert.deepEqual(apply(start, { kind: "paste", ...pasted }).edges.at(-1), {
    source: "a",
    target: "filter-new-1",
  });
  const elsewhere = chain("z");
  assert.deepEqual(apply(elsewhere, { kind: "paste", ...pasted }).edges, []);
});

Deno.test("paste() reads an exported workflow too", () => {
  const text = JSON.stringify({ name: "Desk", graph: toGraph(chain("a", "b")) });
  assert.equal(paste(text, { at: { x: 0, y: 0 }, makeId: counter() })?.nodes.length, 2);
});

Deno.test("paste() ignores text that is no graph", () => {
  const target = { at: { x: 0, y: 0 }, makeId: counter() };
  for (
    const text of [
      "",
      "SELECT 1",
      "[]",
      "null",
      '{"nodes":[{"id":1}]}',
      '{"nodes":[]}',
      '{"nodes":[{"id":"a","type":"rocket","position":{"x":0,"y":0},"config":{}}]}',
    ]
  ) assert.equal(paste(text, target), undefined, text);
});
