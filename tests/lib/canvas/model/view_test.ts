import assert from "node:assert/strict";
import { apply } from "@/lib/canvas/model/commands.ts";
import { bestPort, refusal } from "@/lib/canvas/model/connection.ts";
import { spokenName } from "@/lib/canvas/model/spoken.ts";
import { flowOrder } from "@/lib/canvas/model/flow_order.ts";
import { CARD, fit, freeSpot, revealing, toWorld, zoomAt } from "@/lib/canvas/model/geometry.ts";
import { autoLayout } from "@/lib/canvas/model/layout.ts";
import { nameOf } from "@/lib/canvas/model/naming.ts";
import { neighbour } from "@/lib/canvas/model/navigation.ts";
import { withKey } from "@/lib/canvas/model/config.ts";
import { findNodeTypes } from "@/lib/canvas/model/search.ts";
import { chain, graphOf, node } from "./support.ts";

Deno.test("refusal() names the reason", () => {
  const state = graphOf([node("s", "data_source"), node("f"), node("g"), node("t", "table_view")], [
    { source: "s", target: "f" },
    { source: "f", target: "g" },
  ]);
  const why = (source: string, target: string, port: "in" | "left" = "in") =>
    refusal(state, { source, target, port });
  assert.equal(why("f", "t"), undefined);
  assert.match(why("f", "f")!, /itself/);
  assert.match(why("t", "f")!, /output node ends the flow/);
  assert.match(why("f", "s")!, /source has no input/);
  assert.match(why("g", "f")!, /would loop/);
  assert.match(why("f", "t", "left")!, /no "left" input/);
});

Deno.test("bestPort() prefers the free side of a join", () => {
  const state = graphOf([node("s", "data_source"), node("j", "join")], [
    { source: "s", target: "j", port: "left" },
  ]);
  assert.equal(bestPort(state, "j"), "right");
  assert.equal(bestPort(state, "s"), undefined);
});

Deno.test("spokenName() tells the kind, the conditions and the neighbours", () => {
  let state = chain("s", "f");
  state = apply(state, { kind: "rename", id: "s", label: "Trades" });
  state = apply(state, {
    kind: "configure",
    id: "f",
    config: { logic: "and", conditions: [{ column: "a" }, { conditions: [{ column: "b" }] }] },
  });
  assert.equal(
    spokenName(state, state.nodes.get("f")!, undefined),
    "Filter, 2 conditions, connected from Trades",
  );
  assert.match(
    spokenName(state, state.nodes.get("s")!, "No table."),
    /^Trades, Data source.*problem: No table\.$/,
  );
});

Deno.test("nameOf() uses the node's own name, also after it is gone", () => {
  const before = apply(chain("s", "f"), { kind: "rename", id: "f", label: "Big trades" });
  const command = { kind: "remove", ids: ["f"], heal: true } as const;
  assert.equal(nameOf(command, before, apply(before, command)), "remove Big trades");
});

Deno.test("zoomAt() keeps the point under the pointer", () => {
  const before = { x: 30, y: -20, zoom: 1 };
  const pointer = { x: 200, y: 120 };
  const after = zoomAt(before, pointer, 1.5);
  assert.deepEqual(toWorld(after, pointer), toWorld(before, pointer));
  assert.equal(zoomAt(before, pointer, 1000).zoom, 2);
});

Deno.test("fit() centres the box and never magnifies", () => {
  const view = fit({ x: 100, y: 100, width: 200, height: 100 }, { width: 800, height: 600 });
  assert.deepEqual(view, { zoom: 1, x: 200, y: 150 });
});

Deno.test("revealing() moves just so far that the card is in sight", () => {
  const view = { x: 0, y: 0, zoom: 1 };
  const size = { width: 800, height: 600 };
  assert.equal(revealing(view, { x: 100, y: 100 }, size), view, "in sight already");
  assert.deepEqual(revealing(view, { x: -50, y: 100 }, size, 20), { x: 70, y: 0, zoom: 1 });
  const below = revealing(view, { x: 100, y: 590 }, size, 20);
  assert.deepEqual(below, { x: 0, y: 600 - 20 - CARD.height - 590, zoom: 1 });
});

Deno.test("freeSpot() moves down until no card is under it", () => {
  const spot = freeSpot({ x: 0, y: 0 }, [{ x: 0, y: 0 }, { x: 0, y: CARD.height + 8 }]);
  assert.ok(spot.y >= CARD.height * 2 && spot.x === 0);
});

Deno.test("autoLayout() puts every node right of its inputs and no two on one spot", () => {
  const state = graphOf(
    [
      node("t", "table_view"),
      node("j", "join"),
      node("a", "data_source"),
      node("b", "data_source"),
      node("f"),
    ],
    [
      { source: "a", target: "f" },
      { source: "f", target: "j", port: "left" },
      { source: "b", target: "j", port: "right" },
      { source: "j", target: "t" },
    ],
  );
  const places = autoLayout(state);
  for (const { source, target } of state.edges) assert.ok(places.get(source)!.x < places.get(target)!.x);
  assert.equal(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size, 5);
});

Deno.test("autoLayout() ends on a cycle", () => {
  const state = graphOf([node("a"), node("b")], [
    { source: "a", target: "b" },
    { source: "b", target: "a" },
  ]);
  assert.equal(autoLayout(state).size, 2);
});

Deno.test("neighbour() follows edges sideways and space up and down", () => {
  const state = graphOf([
    node("a", "data_source", 0, 0),
    node("b", "filter", 300, 0),
    node("c", "filter", 0, 200),
  ], [
    { source: "a", target: "b" },
  ]);
  assert.equal(neighbour(state, "a", "right"), "b");
  assert.equal(neighbour(state, "b", "left"), "a");
  assert.equal(neighbour(state, "a", "down"), "c");
  assert.equal(neighbour(state, "c", "up"), "a");
  assert.equal(neighbour(state, "c", "left"), undefined);
});

Deno.test("flowOrder() puts inputs first and a loop last", () => {
  const state = graphOf([node("f"), node("b"), node("s", "data_source"), node("a")], [
    { source: "s", target: "f" },
    { source: "a", target: "b" },
    { source: "b", target: "a" },
  ]);
  assert.deepEqual(flowOrder(state), ["s", "f", "b", "a"]);
});

Deno.test("findNodeTypes() wants every word, in any order", () => {
  const found = (search: string) => findNodeTypes(search).map(({ type }) => type);
  assert.ok(found("chart bar").includes("bar_chart"));
  assert.deepEqual(found("chart rocket"), []);
  assert.ok(found("").length > 20);
});

Deno.test("withKey() keeps the order of keys and treats __proto__ as a name", () => {
  assert.deepEqual(Object.keys(withKey({ a: 1, b: 2 }, "a", 3)), ["a", "b"]);
  assert.deepEqual(withKey({ a: 1, b: 2 }, "a", undefined), { b: 2 });
  const odd = withKey({}, "__proto__", 1);
  assert.equal(JSON.stringify(odd), '{"__proto__":1}');
});
