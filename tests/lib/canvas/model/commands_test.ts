import assert from "node:assert/strict";
import { apply } from "@/lib/canvas/model/commands.ts";
import { edgeKey, fromGraph, toGraph } from "@/lib/canvas/model/graph.ts";
import { chain, graphOf, node } from "./support.ts";

Deno.test("remove() heals the edge around the node", () => {
  const next = apply(chain("a", "b", "c"), { kind: "remove", ids: ["b"], heal: true });
  assert.deepEqual([...next.nodes.keys()], ["a", "c"]);
  assert.deepEqual(next.edges, [{ source: "a", target: "c" }]);
});

Deno.test("remove() heals across several removed nodes and every consumer", () => {
  const start = graphOf([node("a", "data_source"), node("b"), node("c"), node("d"), node("e")], [
    { source: "a", target: "b" },
    { source: "b", target: "c" },
    { source: "c", target: "d" },
    { source: "c", target: "e" },
  ]);
  const next = apply(start, { kind: "remove", ids: ["c", "b"], heal: true });
  assert.deepEqual(next.edges, [{ source: "a", target: "d" }, { source: "a", target: "e" }]);
});

Deno.test("remove() of a join keeps its left input and the consumer's port", () => {
  const start = graphOf(
    [node("l", "data_source"), node("r", "data_source"), node("j", "join"), node("u", "union")],
    [
      { source: "r", target: "j", port: "right" },
      { source: "l", target: "j", port: "left" },
      { source: "j", target: "u", port: "right" },
    ],
  );
  const next = apply(start, { kind: "remove", ids: ["j"], heal: true });
  assert.deepEqual(next.edges, [{ source: "l", target: "u", port: "right" }]);
});

Deno.test("remove() without healing cuts the edges", () => {
  assert.deepEqual(apply(chain("a", "b", "c"), { kind: "remove", ids: ["b"], heal: false }).edges, []);
});

Deno.test("connect() replaces the edge that was on the port", () => {
  const start = graphOf([node("a", "data_source"), node("b", "data_source"), node("c")], [
    { source: "a", target: "c" },
  ]);
  const next = apply(start, { kind: "connect", edge: { source: "b", target: "c" } });
  assert.deepEqual(next.edges, [{ source: "b", target: "c" }]);
  const same = apply(next, { kind: "connect", edge: { source: "b", target: "c", port: "in" } });
  assert.equal(same, next);
});

Deno.test("insert_on_edge() puts the node between both ends and keeps the target's port", () => {
  const edge = { source: "a", target: "j", port: "right" as const };
  const start = graphOf([node("a", "data_source"), node("j", "join")], [edge]);
  const next = apply(start, { kind: "insert_on_edge", node: node("f"), edge, port: "in" });
  assert.deepEqual(next.edges, [{ source: "a", target: "f" }, { source: "f", target: "j", port: "right" }]);
});

Deno.test("disconnect(), rename(), bypass() and move() change only what they name", () => {
  const start = chain("a", "b");
  const cut = apply(start, { kind: "disconnect", keys: [edgeKey(start.edges[0]!)] });
  assert.deepEqual(cut.edges, []);
  const renamed = apply(start, { kind: "rename", id: "b", label: "  Big trades " });
  assert.equal(renamed.nodes.get("b")?.label, "Big trades");
  assert.equal("label" in apply(renamed, { kind: "rename", id: "b", label: "" }).nodes.get("b")!, false);
  const off = apply(start, { kind: "bypass", ids: ["b"], disabled: true });
  assert.equal(off.nodes.get("b")?.disabled, true);
  assert.deepEqual(
    apply(off, { kind: "bypass", ids: ["b"], disabled: false }).nodes.get("b"),
    node("b", "filter", 300),
  );
  const moved = apply(start, { kind: "move", positions: new Map([["b", { x: 5, y: 6 }]]) });
  assert.deepEqual(moved.nodes.get("b")?.position, { x: 5, y: 6 });
  assert.equal(moved.nodes.get("a"), start.nodes.get("a"));
});

Deno.test("a command that changes nothing returns the same state", () => {
  const start = chain("a", "b");
  assert.equal(apply(start, { kind: "remove", ids: ["nobody"], heal: true }), start);
  assert.equal(apply(start, { kind: "move", positions: new Map([["a", { x: 0, y: 0 }]]) }), start);
  assert.equal(apply(start, { kind: "rename", id: "a", label: "" }), start);
  assert.equal(apply(start, { kind: "connect", edge: { source: "a", target: "nobody" } }), start);
});

Deno.test("unknown fields survive a round trip and edits elsewhere", () => {
  const json = {
    version: 1,
    owner: "desk",
    nodes: [
      { ...node("a", "data_source"), colour: "teal", position: { x: 0, y: 0, z: 4 }, config: { extra: [1] } },
      node("b"),
    ],
    edges: [{ source: "a", target: "b", weight: 2 }],
  } as const;
  const graph = fromGraph(json);
  assert.deepEqual(toGraph(graph), json);
  const moved = toGraph(apply(graph, { kind: "move", positions: new Map([["a", { x: 9, y: 9 }]]) }));
  assert.deepEqual(moved.nodes[0], { ...json.nodes[0], position: { x: 9, y: 9, z: 4 } });
  assert.deepEqual(moved.edges, json.edges);
});

Deno.test("__proto__ as an id or a config key is an ordinary name", () => {
  const config = JSON.parse('{"__proto__": {"polluted": true}}');
  const start = graphOf([{ ...node("__proto__", "data_source"), config }, node("b")]);
  const next = apply(start, { kind: "connect", edge: { source: "__proto__", target: "b" } });
  assert.deepEqual(next.edges, [{ source: "__proto__", target: "b" }]);
  assert.equal(JSON.stringify(toGraph(next).nodes[0]!.config), '{"__proto__":{"polluted":true}}');
  assert.equal(({} as { polluted?: boolean }).polluted, undefined);
});
