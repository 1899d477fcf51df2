import assert from "node:assert/strict";
import { z } from "zod";
import { checked, fieldPath } from "@/lib/server/checked.ts";
import type { Services } from "@/lib/server/services.ts";

/** What a method of a service takes from its caller, after who asks. */
type Given<Service extends keyof Services, Method extends keyof Services[Service]> =
  Services[Service][Method] extends (...values: infer Values) => unknown ? Values : never;

const graph = { version: 1 as const, nodes: [], edges: [] };
const layout = { x: 0, y: 0, w: 1, h: 1 };

/** Each of these has the right fields, and is refused by its type: nobody has checked it. */
export function unchecked() {
  // @ts-expect-error -- not checked
  const list: Given<"workflows", "list">[1] = {};
  // @ts-expect-error -- not checked
  const workflow: Given<"workflows", "create">[1] = { name: "", description: "", graph };
  // @ts-expect-error -- not checked
  const save: Given<"workflows", "update">[2] = { version: 1 };
  // @ts-expect-error -- not checked
  const dashboard: Given<"dashboards", "create">[1] = { name: "", description: "" };
  // @ts-expect-error -- not checked
  const rename: Given<"dashboards", "update">[2] = { name: "" };
  // @ts-expect-error -- not checked
  const arrange: Given<"dashboards", "arrange">[2] = { layouts: [{ id: "", layout }] };
  // @ts-expect-error -- not checked
  const pins: Given<"widgets", "list">[1] = { dashboard_id: "" };
  // @ts-expect-error -- not checked
  const pin: Given<"widgets", "create">[1] = {
    dashboard_id: "",
    workflow_id: "",
    node_id: "",
    overrides: {},
  };
  // @ts-expect-error -- not checked
  const move: Given<"widgets", "update">[2] = { layout };
  // @ts-expect-error -- not checked
  const keys: Given<"apiKeys", "list">[1] = {};
  const scope = { widget_ids: [], dashboard_ids: [], allowed_origins: [], locked_filters: [] };
  // @ts-expect-error -- not checked
  const key: Given<"apiKeys", "create">[1] = { name: "", ...scope };
  // @ts-expect-error -- not checked
  const audit: Given<"audit", "list">[1] = {};
  // @ts-expect-error -- not checked
  const run: Given<"preview", "run">[1] = { graph, target_node_id: "" };
  // @ts-expect-error -- not checked
  const compile: Given<"preview", "compile">[1] = { graph, target_node_id: "" };
  // @ts-expect-error -- not checked
  const validate: Given<"preview", "validate">[1] = { graph };
  return [
    ...[list, workflow, save, dashboard, rename, arrange, pins, pin, move, keys, key, audit, run],
    ...[compile, validate],
  ];
}

Deno.test("checked() names every fault with the path of its field", () => {
  const schema = z.object({ name: z.string(), layouts: z.array(z.object({ x: z.int() })) });
  assert.throws(() => checked(schema, { name: 1, layouts: [{ x: 0 }, { x: "y" }] }), {
    code: "invalid_input",
    message: "Cannot accept this input: `name` must be text.",
    options: {
      problems: [
        { code: "invalid_type", message: "Must be text.", field: "name" },
        { code: "invalid_type", message: "Must be a whole number.", field: "layouts[1].x" },
      ],
    },
  });
  assert.deepEqual(checked(schema, { name: "n", layouts: [], more: 1 }), { name: "n", layouts: [] });
});

Deno.test("checked() says what is wrong in plain words", () => {
  const cases: readonly (readonly [z.ZodType, unknown, string])[] = [
    [z.object({}), null, "it must be an object"],
    [z.object({ limit: z.coerce.number().int() }), { limit: "x" }, "`limit` must be a whole number"],
    [z.object({ x: z.int() }), { x: 1.5 }, "`x` must be a whole number"],
    [z.object({ x: z.int() }), {}, "`x` must be given"],
    [z.object({ x: z.number() }), { x: "1" }, "`x` must be a number"],
    [z.boolean(), "yes", "it must be true or false"],
    [z.array(z.string()), {}, "it must be a list"],
    [z.record(z.string(), z.unknown()), [], "it must be an object"],
    [z.number().max(3), 4, "it must be at most 3"],
    [z.number().min(3), 2, "it must be at least 3"],
    [z.number().positive(), 0, "it must be above 0"],
    [z.number().lt(3), 3, "it must be below 3"],
    [z.string().max(3), "four", "it must have at most 3 characters"],
    [z.string().min(1), "", "it must not be empty"],
    [z.array(z.string()).max(1), ["a", "b"], "it must have at most 1 item"],
    [z.array(z.string()).min(2), ["a"], "it must have at least 2 items"],
    [z.iso.datetime(), "soon", "it must be a date and time such as 2026-01-31T09:30:00Z"],
    [z.email(), "nobody", "it must have the form that the documentation shows"],
    [z.number().multipleOf(5), 3, "it must be a multiple of 5"],
    [z.strictObject({}), { more: 1 }, 'it must not have "more"'],
    [z.union([z.string(), z.null()]), 1, "it must have one of the forms that the documentation shows"],
    [z.record(z.string().max(1), z.string()), { long: "" }, "`long` must not have a key of this kind"],
    [z.enum(["a", "b"]), "c", 'it must be "a" or "b"'],
    [z.literal(1), 2, "it must be 1"],
    [z.string().refine(() => false), "a", "it must have another value"],
    [z.string().refine(() => false, { message: "must rhyme" }), "a", "it must rhyme"],
  ];
  for (const [schema, value, words] of cases) {
    assert.throws(() => checked(schema, value), { message: `Cannot accept this input: ${words}.` });
  }
});

Deno.test("fieldPath() writes a path as it would stand in code", () => {
  assert.equal(fieldPath([]), "");
  assert.equal(fieldPath(["layouts", 0, "layout", "x"]), "layouts[0].layout.x");
});
