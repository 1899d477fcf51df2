/** Saves one workflow over and over and prints each version that was acknowledged, until it is killed. */
import { join } from "node:path";
import { openMetadata } from "@/lib/server/metadata/open.ts";
import { seedSampleTenants } from "@/lib/server/sample/tenants.ts";
import { startPglite } from "@/lib/server/stores/pglite/server.ts";

const metadata = await openMetadata(await startPglite(join(Deno.args[0]!, "metadata")));
await seedSampleTenants(metadata);
const { workflows } = metadata.repositories("tenant-a");
const graph = (version: number) => ({
  version: 1 as const,
  nodes: [],
  edges: [],
  mark: version,
  pad: "x".repeat(5000),
});
const input = { description: "" };
const first = (await workflows.list({})).items[0] ??
  await workflows.create({ ...input, name: "1", graph: graph(1) }, "child");

for (let version = first.version;; version++) {
  const next = version + 1;
  const saved = await workflows.update(first.id, {
    ...input,
    version,
    name: String(next),
    graph: graph(next),
  }, "child");
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  console.log(`saved ${next}`);
}
