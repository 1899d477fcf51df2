import assert from "node:assert/strict";
import fc from "fast-check";
import type { NodeType, Port } from "@/compiler/browser.ts";
import { apply, type Command } from "@/lib/canvas/model/commands.ts";
import { edgeKey, type GraphState, makeEdge, portOf } from "@/lib/canvas/model/graph.ts";
import {
  isDirty,
  markSaved,
  MAX_STEPS,
  MERGE_WINDOW_MS,
  record,
  redo,
  startHistory,
  undo,
} from "@/lib/canvas/model/history.ts";
import { chain, node } from "./support.ts";

const ids = fc.constantFrom("a", "b", "c", "d", "e", "__proto__");
const ports = fc.constantFrom<Port>("in", "left", "right");
const types = fc.constantFrom<NodeType>("filter", "join", "table_view");
const point = fc.record({ x: fc.integer({ min: -9, max: 9 }), y: fc.integer({ min: -9, max: 9 }) });
const edges = fc.tuple(ids, ids, ports).map(([source, target, port]) => makeEdge(source, target, port));
const nodes = fc.tuple(ids, types, point).map(([id, type, { x, y }]) => node(id, type, x, y));

const commands: fc.Arbitrary<Command> = fc.oneof(
  nodes.map((added) => ({ kind: "add" as const, node: added })),
  fc.tuple(nodes, edges).map(([added, edge]) => ({
    kind: "insert_on_edge" as const,
    node: added,
    edge,
    port: "in" as const,
  })),
  fc.tuple(fc.array(ids, { maxLength: 3 }), fc.boolean()).map(([removed, heal]) => ({
    kind: "remove" as const,
    ids: removed,
    heal,
  })),
  fc.array(fc.tuple(ids, point), { maxLength: 3 }).map((moves) => ({
    kind: "move" as const,
    positions: new Map(moves),
  })),
  edges.map((edge) => ({ kind: "connect" as const, edge })),
  edges.map((edge) => ({ kind: "disconnect" as const, keys: [edgeKey(edge)] })),
  fc.tuple(ids, fc.dictionary(fc.string(), fc.integer())).map(([id, config]) => ({
    kind: "configure" as const,
    id,
    config,
  })),
  fc.tuple(ids, fc.string()).map(([id, label]) => ({ kind: "rename" as const, id, label })),
  fc.tuple(fc.array(ids), fc.boolean()).map(([some, disabled]) => ({
    kind: "bypass" as const,
    ids: some,
    disabled,
  })),
  fc.tuple(fc.array(nodes, { maxLength: 2 }), fc.array(edges, { maxLength: 3 })).map(([pasted, feeds]) => ({
    kind: "paste" as const,
    nodes: pasted,
    edges: feeds,
  })),
);

function run(state: GraphState, sequence: readonly Command[]) {
  return sequence.reduce(
    (history, command, at) => record(history, apply(history.present, command), { name: command.kind, at }),
    startHistory(state),
  );
}

function dump(state: GraphState) {
  return [[...state.nodes], state.edges, state.rest];
}

Deno.test("undoing every step of any command sequence gives the start, and redoing all the end", () => {
  fc.assert(fc.property(fc.array(commands, { maxLength: 40 }), (sequence) => {
    const start = chain("a", "b", "c");
    const before = structuredClone(dump(start));
    const done = run(start, sequence);
    let history = done;
    while (history.past.length > 0) history = undo(history);
    assert.deepEqual(dump(history.present), before);
    assert.equal(isDirty(history), false);
    while (history.future.length > 0) history = redo(history);
    assert.deepEqual(dump(history.present), dump(done.present));
  }));
});

Deno.test("no command sequence leaves a dangling edge or two edges on a port", () => {
  fc.assert(fc.property(fc.array(commands, { maxLength: 40 }), (sequence) => {
    const { present } = run(chain("a", "b", "c"), sequence);
    const taken = new Set<string>();
    for (const edge of present.edges) {
      assert.ok(present.nodes.has(edge.source) && present.nodes.has(edge.target));
      const port = `${edge.target} ${portOf(edge)}`;
      assert.ok(!taken.has(port), `two edges on ${port}`);
      taken.add(port);
    }
  }));
});

Deno.test("record() joins quick steps with the same key and keeps slow ones apart", () => {
  const start = chain("a");
  const typed = (label: string) => apply(start, { kind: "rename", id: "a", label });
  let history = startHistory(start);
  history = record(history, typed("T"), { name: "rename", mergeKey: "rename a", at: 0 });
  history = record(history, typed("Tr"), { name: "rename", mergeKey: "rename a", at: 100 });
  assert.equal(history.past.length, 1);
  assert.equal(undo(history).present, start);
  history = record(history, typed("Tra"), {
    name: "rename",
    mergeKey: "rename a",
    at: 101 + MERGE_WINDOW_MS,
  });
  assert.equal(history.past.length, 2);
});

Deno.test("a new edit forgets what could be redone", () => {
  let history = run(chain("a"), [{ kind: "rename", id: "a", label: "One" }]);
  history = undo(history);
  assert.equal(history.future[0]?.name, "rename");
  history = record(history, apply(history.present, { kind: "rename", id: "a", label: "Two" }), {
    name: "rename",
    at: 9,
  });
  assert.equal(history.future.length, 0);
  assert.equal(redo(history), history);
});

Deno.test("markSaved() keeps edits made while saving dirty", () => {
  let history = run(chain("a"), [{ kind: "rename", id: "a", label: "One" }]);
  const sent = history.present;
  history = record(history, apply(sent, { kind: "rename", id: "a", label: "Two" }), {
    name: "rename",
    at: 5,
  });
  history = markSaved(history, sent);
  assert.equal(isDirty(history), true);
  assert.equal(isDirty(undo(history)), false);
});

Deno.test("the log is bounded", () => {
  const sequence = Array.from({ length: MAX_STEPS + 20 }, (_, index): Command => ({
    kind: "rename",
    id: "a",
    label: `name ${index}`,
  }));
  assert.equal(run(chain("a"), sequence).past.length, MAX_STEPS);
});
