/** A method that an address does not take is one request, whatever the app asks itself to name those that it takes. */
import assert from "node:assert/strict";
import { openTestApp } from "./support.ts";

const app = await openTestApp({ market: false });
Deno.test.afterAll(() => app.close());

Deno.test("an unknown method is logged and counted once", async () => {
  const entries = () => app.logged.filter((line) => line.includes('"path":"/api/v1/workflows"')).length;
  const samples = async () =>
    (await app.services.metrics()).match(/^flowforge_http_requests?\w*_count\{.*/gm)?.map((line) =>
      Number(line.split(" ").at(-1))
    ).reduce((sum, count) => sum + count, 0) ?? 0;
  const [logged, counted] = [entries(), await samples()];
  const answer = await app.ask("FOO", "/api/v1/workflows");
  assert.equal(answer.status, 405);
  assert.match(answer.headers.get("allow") ?? "", /GET/);
  assert.equal(entries() - logged, 1);
  assert.equal(await samples() - counted, 1);
});
