/** The preview's memory limit, as it ships: 100 MB. Time is given freely, so that a slow machine meets memory first. */
import assert from "node:assert/strict";
import { bulky, othersAreRight, preview } from "./explosion.ts";
import { assertProblem, openTestApp } from "./support.ts";

const app = await openTestApp({ environment: { PREVIEW_TIMEOUT_MS: "60000" } });
Deno.test.afterAll(() => app.close());

Deno.test("a preview past 100 MB says so, and the next one of anyone is right", async () => {
  const answer = await preview(app, bulky);
  assertProblem(answer, 422, "query_memory");
  assert.match(answer.json.detail, /100 MB/);
  await othersAreRight(app, 1);
});
