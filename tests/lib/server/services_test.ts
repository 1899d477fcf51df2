/** The services as they are put together: what they start in the background ends when they close. */
import assert from "node:assert/strict";
import { createLog } from "@/lib/server/log.ts";
import { seedSampleTenants } from "@/lib/server/sample/tenants.ts";
import { createServices } from "@/lib/server/services.ts";
import { openTestStores } from "@/tests/support/stores.ts";

const HOUR = 60 * 60_000;

Deno.test("sessions that are over by the services' clock are removed from the start until they close", async () => {
  const { config, stores, close } = await openTestStores();
  await seedSampleTenants(stores.metadata);
  const { sessions } = stores.metadata.repositories("tenant-a");
  // In the store's own time it is still good.
  const expires_at = new Date(Date.now() + HOUR).toISOString();
  await sessions.create({ token_hash: "over", user_id: "user-a-analyst", expires_at });
  const isKept = async () => await stores.metadata.lookups.sessionByHash("over") !== null;
  assert.ok(await isKept());

  const due = new Map<() => void, number>();
  const services = createServices({
    config,
    stores,
    log: createLog("error", () => {}),
    clock: { now: () => Date.now() + 2 * HOUR },
    every(work, everyMs) {
      due.set(work, everyMs);
      return () => void due.delete(work);
    },
  });
  assert.deepEqual([...due.values()], [HOUR]);
  await services.close();
  assert.equal(await isKept(), false);
  assert.equal(due.size, 0, "the sweep is stopped");
  await close();
});
