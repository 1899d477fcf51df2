import assert from "node:assert/strict";
import type { Workflow } from "@/lib/server/workflows/schema.ts";
import { type RunningApp, startApp } from "./support/app.ts";

const ANALYST = { "X-Dev-Tenant": "tenant-a", "X-Dev-Role": "analyst", "content-type": "application/json" };
const ROUNDS = 3;

async function send<T>(app: RunningApp, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${app.url}/api/v1${path}`, {
    method,
    headers: ANALYST,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
  }
  return await response.json();
}

const graphOf = (save: number) => ({
  version: 1,
  nodes: [{
    id: "trades",
    type: "data_source",
    position: { x: save, y: 0 },
    label: `save ${save}`,
    config: { database: "flowforge", table: "raw_trades" },
  }],
  edges: [],
});

/** Saves one after the other until the server dies under it; returns the last acknowledged version. */
async function saveUntilDeath(app: RunningApp, workflow: Workflow): Promise<number> {
  let { version } = workflow;
  for (;;) {
    try {
      const path = `/workflows/${workflow.id}`;
      version = (await send<Workflow>(app, "PATCH", path, { version, graph: graphOf(version + 1) })).version;
    } catch {
      return version;
    }
  }
}

Deno.test("kill -9 during saves loses no acknowledged save, and never leaves half of one", async () => {
  const dataDir = await Deno.makeTempDir({ prefix: "flowforge-kill-" });
  let app = await startApp({ dataDir });
  try {
    let workflow = await send<Workflow>(app, "POST", "/workflows", { name: "Durable", graph: graphOf(1) });
    for (let round = 0; round < ROUNDS; round++) {
      const dying = saveUntilDeath(app, workflow);
      await new Promise((resolve) => setTimeout(resolve, 400 + round * 170));
      await app.process.stop("SIGKILL");
      const acknowledged = await dying;
      assert.ok(acknowledged > workflow.version, "saves were under way when the server died");

      app = await startApp({ dataDir });
      workflow = await send<Workflow>(app, "GET", `/workflows/${workflow.id}`);
      assert.ok(workflow.version >= acknowledged, `${workflow.version} is older than ${acknowledged}`);
      assert.ok(workflow.version <= acknowledged + 1, "at most the save that was under way came on top");
      assert.equal(workflow.graph.nodes[0]?.label, `save ${workflow.version}`);
    }
  } finally {
    await app.stop();
    await Deno.remove(dataDir, { recursive: true });
  }
});
