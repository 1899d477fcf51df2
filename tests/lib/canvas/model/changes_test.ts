import assert from "node:assert/strict";
import { outdated } from "@/lib/canvas/model/changes.ts";
import { apply, type Command } from "@/lib/canvas/model/commands.ts";
import { edgeKey } from "@/lib/canvas/model/graph.ts";
import { chain, node } from "./support.ts";

function after(command: Command) {
  const start = chain("a", "b", "c");
  return [...outdated(start, apply(start, command))].sort();
}

Deno.test("moving, naming and noting make no result old", () => {
  assert.deepEqual(after({ kind: "move", positions: new Map([["a", { x: 9, y: 9 }]]) }), []);
  assert.deepEqual(after({ kind: "rename", id: "a", label: "Trades" }), []);
  assert.deepEqual(after({ kind: "annotate", id: "b", note: "why" }), []);
});

Deno.test("a changed setting makes the node and what it feeds old", () => {
  assert.deepEqual(after({ kind: "configure", id: "b", config: { x: 1 } }), ["b", "c"]);
  assert.deepEqual(after({ kind: "bypass", ids: ["a"], disabled: true }), ["a", "b", "c"]);
});

Deno.test("edges count for the node they end in", () => {
  assert.deepEqual(after({ kind: "disconnect", keys: [edgeKey({ source: "b", target: "c" })] }), ["c"]);
  assert.deepEqual(after({ kind: "remove", ids: ["b"], heal: true }), ["c"]);
  assert.deepEqual(after({ kind: "add", node: node("d"), from: { source: "a", port: "in" } }), ["d"]);
});
