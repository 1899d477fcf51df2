/** The preview's time limit, as it ships: 3 s. What exceeds it harms nobody else. */
import assert from "node:assert/strict";
import { bulky, endless, othersAreRight, preview } from "./explosion.ts";
import { assertProblem, openTestApp } from "./support.ts";

const app = await openTestApp();
Deno.test.afterAll(() => app.close());

Deno.test("a preview past 3 s says so, and the next one of anyone is right", async () => {
  const answer = await preview(app, endless);
  assertProblem(answer, 422, "query_timeout");
  assert.match(answer.json.detail, /3 s/);
  await othersAreRight(app, 1);
});

Deno.test("previews that run beside failing ones get their own rows and nothing else", async () => {
  const failing = Promise.all([preview(app, endless), preview(app, bulky, "last", "tenant-b")]);
  for (let round = 3; round < 9; round++) await othersAreRight(app, round);
  const [endlessly, bulkily] = await failing;
  assertProblem(endlessly, 422, "query_timeout");
  // Which of its two limits a bulky query meets first is the machine's affair.
  assert.ok(["query_memory", "query_timeout"].includes(bulkily.json.code), bulkily.text);
  await othersAreRight(app, 9);
});
