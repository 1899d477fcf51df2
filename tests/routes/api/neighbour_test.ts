/** One tenant asks for as much as it is allowed to; nobody else may feel more than a little of it. */
import assert from "node:assert/strict";
import { waitUntil } from "@/tests/support/processes.ts";
import { endless } from "./explosion.ts";
import { type Answer, assertProblem, openTestApp, tradesGraph } from "./support.ts";

/** Patience enough that nothing ends by itself while this test looks. */
const app = await openTestApp({ environment: { PREVIEW_TIMEOUT_MS: "120000" } });
Deno.test.afterAll(() => app.close());
const writer = app.stores.embedded.analytical!();

const running = async () =>
  Number((await writer.read("SELECT count() FROM system.processes WHERE query LIKE '%JOIN%'"))[0]![0]) - 1;

let asked = 0;
/** Each is another statement, so that nobody gets another's rows. */
const page = () => ({ limit: 1 + asked % 100, offset: Math.floor(asked++ / 100) });
const heavy = (signal: AbortSignal): Promise<Answer | null> =>
  app.ask("POST", "/api/v1/preview", {
    tenant: "tenant-a",
    body: { graph: endless, target_node_id: "last", ...page() },
    signal,
  }).catch(() => null);

const light = (tenant = "tenant-b", signal?: AbortSignal) =>
  app.ask("POST", "/api/v1/preview", {
    tenant,
    body: { graph: tradesGraph(), target_node_id: "table", ...page() },
    signal,
  });

async function beside(count: number, work: () => Promise<void>): Promise<void> {
  const leave = new AbortController();
  const heavies = Array.from({ length: count }, () => heavy(leave.signal));
  try {
    await waitUntil("the heavy statements", async () => await running() > 0);
    await work();
  } finally {
    leave.abort();
    await Promise.all(heavies);
  }
  await waitUntil("the end of the heavy statements", async () => await running() === 0, 10_000);
}

Deno.test("another tenant's previews come within seconds beside twenty heavy statements", () =>
  beside(20, async () => {
    const started = performance.now();
    for (let index = 0; index < 10; index++) {
      const answer = await light();
      assert.equal(answer.status, 200, answer.text);
      assert.equal(answer.json.cache_hit, false);
    }
    assert.ok(performance.now() - started < 30_000, "each waited for a heavy statement");
    assert.ok(await running() > 0, "the heavy statements had ended");
  }));

Deno.test("a tenant that asks for too much at once is told to come back, and others are not", () =>
  beside(20, async () => {
    const leave = new AbortController();
    const more = Array.from({ length: 220 }, () => light("tenant-a", leave.signal).catch(() => null));
    const refused = await Promise.race(more);
    assertProblem(refused!, 503, "busy");
    assert.ok(Number(refused!.headers.get("retry-after")) > 0);
    assert.equal((await light()).status, 200);
    leave.abort();
    await Promise.all(more);
  }));

Deno.test("the engine is ready while a tenant keeps all of its places busy", () =>
  beside(20, async () => {
    const health = await app.ask("GET", "/health/ready");
    assert.equal(health.json.checks.analytical.status, "ok");
  }));

Deno.test.afterAll(() => writer.close());
