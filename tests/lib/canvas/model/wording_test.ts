import assert from "node:assert/strict";
import { propagate } from "@/compiler/mod.ts";
import { isUnfinished, worded } from "@/lib/canvas/model/wording.ts";

const node = (id: string, type: "data_source" | "sort", config: Record<string, unknown>) => ({
  id,
  type,
  config,
  position: { x: 0, y: 0 },
});

const schemaOf = (type: "data_source" | "sort", config: Record<string, unknown>) =>
  propagate({ version: 1, nodes: [node("n", type, config)], edges: [] }, { tables: [] }).nodes
    .n!;

Deno.test("a new source asks for one thing: a table", () => {
  const { problems } = worded(schemaOf("data_source", {}));
  assert.deepEqual(problems.map(({ message }) => message), ["Choose a table."]);
  assert.ok(problems.every(isUnfinished));
});

Deno.test("what is missing is said without the preamble that the panel already is", () => {
  const messages = worded(schemaOf("sort", { keys: [] })).problems.map(({ message }) => message);
  assert.ok(messages.includes("Nothing is connected to it."), messages.join());
  assert.ok(messages.every((message) => !message.startsWith("Cannot use this node yet")), messages.join());
});

Deno.test("a mistake stays as the compiler words it, and is no mere gap", () => {
  const schema = schemaOf("data_source", { database: "flowforge", table: "nowhere" });
  assert.deepEqual(worded(schema).problems, schema.problems);
  assert.ok(schema.problems.length > 0 && !schema.problems.some(isUnfinished));
});

Deno.test("the same schema is worded once", () => {
  const schema = schemaOf("sort", {});
  assert.equal(worded(schema), worded(schema));
});
