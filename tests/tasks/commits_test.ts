import assert from "node:assert/strict";
import { fault } from "@/tasks/commits.ts";

Deno.test("fault() accepts one type, an optional room and a short lower-case subject", () => {
  for (
    const subject of [
      "feat: dashboards refresh by themselves",
      "fix(formula): `ROUND` of a half rounds away from zero",
      "feat(api)!: lists are paged by cursor",
      "chore: release 0.1.0",
      "docs: what fix: and feat: mean",
    ]
  ) assert.equal(fault(subject), null, subject);
});

Deno.test("fault() names what is wrong with a subject", () => {
  for (
    const [subject, expected] of [
      ["Dashboards refresh", /begins with no type/],
      ["feature: dashboards refresh", /begins with no type/],
      ["feat: Dashboards refresh", /begins with no type/],
      ["feat(the canvas): zoom", /begins with no type/],
      ["docs: the canvas as it is; fix(canvas): a statement scrolls", /two types/],
      [`fix: ${"x".repeat(67)}`, /has 72 characters/],
      ["fix: the end.", /full stop/],
    ] as const
  ) assert.match(fault(subject) ?? "", expected, subject);
});
