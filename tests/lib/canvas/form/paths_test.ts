import assert from "node:assert/strict";
import { nodeDescription } from "@/compiler/browser.ts";
import { hasField, joinPath, problemsAt } from "@/lib/canvas/form/paths.ts";

const at = (field?: string) => ({ code: "c", message: "m", field });

Deno.test("joinPath() writes paths as problems name them", () => {
  assert.equal(joinPath(joinPath(joinPath("", "metrics"), 1), "column"), "metrics[1].column");
  assert.equal(joinPath("conditions", ""), "conditions", "a field without a key adds nothing");
});

Deno.test("problemsAt() finds the problems of exactly that setting", () => {
  const problems = [at("keys"), at("keys[0]"), at()];
  assert.deepEqual(problemsAt(problems, "keys"), [problems[0]]);
  assert.deepEqual(problemsAt(problems, ""), []);
});

Deno.test("hasField() tells problems that stand at a setting from those of the whole node", () => {
  const { fields } = nodeDescription("group_by")!;
  assert.equal(hasField(fields, at("metrics[1].column")), true);
  assert.equal(hasField(fields, at("gone")), false);
  assert.equal(hasField(fields, at()), false);
  const filter = nodeDescription("filter")!;
  assert.equal(hasField(filter.fields, at("conditions[0].value")), true, "the whole config is the group");
});
