import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openMetadata } from "@/lib/server/metadata/open.ts";
import type { Repositories } from "@/lib/server/metadata/repositories.ts";
import { startPglite } from "@/lib/server/stores/pglite/server.ts";
import { startProcess, waitUntil } from "@/tests/support/processes.ts";
import { copyPglite } from "@/tests/support/stores.ts";

const CHILD = fileURLToPath(new URL("./durability_child.ts", import.meta.url));
const ROUNDS = 3;
/** The moments of the kills; `DURABILITY_SEED` repeats a run. */
const seed = Number(Deno.env.get("DURABILITY_SEED") ?? crypto.getRandomValues(new Uint32Array(1))[0]);

/** Saves that were told to the caller in these lines. */
const acknowledged = (output: string) =>
  [...output.matchAll(/^saved (\d+)\n/gm)].map((match) => Number(match[1]));

Deno.test("a save that was acknowledged survives the process being killed at any moment", async () => {
  const folder = await Deno.makeTempDir({ prefix: "flowforge-durability-" });
  await copyPglite(join(folder, "metadata"));
  let last = 1;
  const random = randomFrom(seed);
  console.log(`durability seed: ${seed}`);
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const child = startProcess(Deno.execPath(), { args: ["run", "-A", "--no-check", CHILD, folder] });
      const enough = 3 + Math.floor(random() * 25);
      try {
        await waitUntil(`${enough} saves`, () => acknowledged(child.output()).length >= enough, 120_000);
      } finally {
        await child.stop("SIGKILL");
      }
      last = acknowledged(child.output()).at(-1)!;
      await checkRecord(join(folder, "metadata"), last);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** Numbers from 0 to 1 that depend on the seed alone. */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

async function versionsOnRecord(workflows: Repositories["workflows"], id: string): Promise<number[]> {
  const found: number[] = [];
  let cursor: string | undefined;
  do {
    const page = await workflows.versions(id, { cursor, limit: 200 });
    found.unshift(...page.items.map(({ version }) => version).toReversed());
    cursor = page.next_cursor ?? undefined;
  } while (cursor);
  return found;
}

/** Every version up to the last acknowledged one is there, whole, and at most one more. */
async function checkRecord(dataDir: string, last: number): Promise<void> {
  const server = await startPglite(dataDir);
  const metadata = await openMetadata(server);
  try {
    const { workflows } = metadata.repositories("tenant-a");
    const { id } = (await workflows.list({})).items[0]!;
    const current = (await workflows.get(id))!;
    assert.ok(current.version === last || current.version === last + 1, `${current.version} after ${last}`);
    assert.equal(await workflows.version(id, current.version + 1), null);
    assert.deepEqual(
      await versionsOnRecord(workflows, id),
      Array.from({ length: current.version }, (_, i) => i + 1),
    );
    for (let version = Math.max(1, current.version - 30); version <= current.version; version++) {
      const kept = (await workflows.version(id, version))!;
      assert.deepEqual([kept.name, (kept.graph as unknown as { mark: number }).mark], [
        String(version),
        version,
      ]);
    }
    assert.equal(current.name, String(current.version));
    assert.equal((current.graph as unknown as { mark: number }).mark, current.version);
  } finally {
    await metadata.close();
    await server.close();
  }
}
