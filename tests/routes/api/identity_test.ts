/** Who asks is looked up once for many requests, and never for longer than it is true. */
import assert from "node:assert/strict";
import type { Metadata } from "@/lib/server/metadata/open.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { openTestApp } from "./support.ts";

let now = Date.now();
let lookups = 0;
const app = await openTestApp({ market: false, clock: { now: () => now }, adapt: counting });
Deno.test.afterAll(() => app.close());

/** The stores as another process sees them: what is written there is not noticed here. */
const elsewhere = app.stores.metadata;

function counting(stores: Stores): Stores {
  const counted = Object.fromEntries(
    Object.entries(stores.metadata.lookups).map(([name, lookup]) => [
      name,
      (...input: never[]) => (lookups++, Reflect.apply(lookup, null, input)),
    ]),
  ) as unknown as Metadata["lookups"];
  return { ...stores, metadata: { ...stores.metadata, lookups: counted } };
}

async function signedIn(email = "admin@tenant-a.test") {
  const { token, identity } = await app.services.sessions.signInDevelopment(email, { requestId: "test" });
  const headers = { cookie: `flowforge_session=${token}` };
  const ask = async () => (await app.ask("GET", "/api/v1/widgets", { tenant: "", headers })).status;
  return { token, identity, headers, ask };
}

Deno.test("many requests of a session within a second look it up once", async () => {
  const { ask } = await signedIn();
  const before = lookups;
  for (let request = 0; request < 5; request++) assert.equal(await ask(), 200);
  assert.equal(lookups, before + 1);
  now += 1_000;
  assert.equal(await ask(), 200);
  assert.equal(lookups, before + 2);
});

Deno.test("a session that was signed out opens nothing from then on", async () => {
  const { token, ask } = await signedIn();
  assert.equal(await ask(), 200);
  await app.services.sessions.signOut(token);
  assert.equal(await ask(), 401);
});

Deno.test("a session that ends elsewhere opens nothing a second later", async () => {
  const { identity, ask } = await signedIn("analyst@tenant-a.test");
  assert.equal(await ask(), 200);
  await elsewhere.repositories(identity.tenantId).sessions.removeOfUser(identity.userId);
  now += 1_000;
  assert.equal(await ask(), 401);
});

Deno.test("a session is over at its end, however lately it was looked up", async () => {
  const { ask } = await signedIn();
  now += 12 * 60 * 60_000 - 500;
  assert.equal(await ask(), 200);
  now += 500;
  assert.equal(await ask(), 401);
});

Deno.test("a role that is taken elsewhere is gone a second later", async () => {
  const { identity, headers } = await signedIn("analyst@tenant-a.test");
  const create = async () =>
    (await app.ask("POST", "/api/v1/dashboards", { tenant: "", headers, body: { name: "Desk" } })).status;
  assert.equal(await create(), 201);
  const { users } = elsewhere.repositories(identity.tenantId);
  await users.setRole(identity.userId, "viewer");
  now += 1_000;
  assert.equal(await create(), 403);
  await users.setRole(identity.userId, "analyst");
});

Deno.test("nobody is looked up for what is the same for everyone", async () => {
  const { headers } = await signedIn();
  now += 1_000;
  const before = lookups;
  for (const path of ["/health/live", "/health/ready", "/health", "/metrics"]) {
    assert.equal((await app.ask("GET", path, { tenant: "", headers })).status, 200, path);
    assert.equal((await app.ask("GET", path, { tenant: "no-such-tenant" })).status, 200, path);
  }
  assert.equal(lookups, before);
});
