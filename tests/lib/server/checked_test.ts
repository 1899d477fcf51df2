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
    options: {
      problems: [
        {
          code: "invalid_invalid_type",
          message: "Invalid input: expected string, received number",
          field: "name",
        },
        {
          code: "invalid_invalid_type",
          message: "Invalid input: expected number, received string",
          field: "layouts[1].x",
        },
      ],
    },
  });
  assert.deepEqual(checked(schema, { name: "n", layouts: [], more: 1 }), { name: "n", layouts: [] });
});

Deno.test("fieldPath() writes a path as it would stand in code", () => {
  assert.equal(fieldPath([]), "");
  assert.equal(fieldPath(["layouts", 0, "layout", "x"]), "layouts[0].layout.x");
});
