/** The whole app over real embedded stores with a small sample market, and a client to ask it with. */
import assert from "node:assert/strict";
import { Builder } from "fresh/dev";
import { createApp } from "@/app.ts";
import { type AppConfig, loadConfig } from "@/lib/server/config.ts";
import type { Clock } from "@/lib/server/context.ts";
import type { Operation } from "@/lib/server/http/operation.ts";
import { createLog } from "@/lib/server/log.ts";
import { createServices } from "@/lib/server/services.ts";
import type { Services } from "@/lib/server/services.ts";
import { openStores } from "@/lib/server/open_stores.ts";
import { seedSampleTenants } from "@/lib/server/sample/tenants.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { seedSampleData, writeLatestStored } from "@/pipeline/mod.ts";

const ORIGIN = "http://localhost:8000";

interface Ask {
  readonly tenant?: string;
  readonly role?: string;
  readonly body?: unknown;
  /** Sent as it is instead of `body`. */
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly text: string;
  // deno-lint-ignore no-explicit-any -- tests look into answers of every shape
  readonly json: any;
}

export interface TestApp {
  readonly config: AppConfig;
  readonly stores: Stores;
  readonly services: Services;
  /** Lines the app logged so far. */
  readonly logged: readonly string[];
  ask(method: string, path: string, ask?: Ask): Promise<Answer>;
  /** Serves the app on a free port of this machine. */
  serve(): { readonly url: string; close(): Promise<void> };
  close(): Promise<void>;
}

interface TestAppOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly market?: boolean;
  readonly adapt?: (stores: Stores) => Stores;
  readonly clock?: Clock;
}

export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const dataDir = await Deno.makeTempDir({ prefix: "flowforge-api-" });
  const config = loadConfig({
    FLOWFORGE_DATA: dataDir,
    SECRET_KEY: "0f9a7c3e5b1d2846a0c9e7f5b3d1864290ab",
    LOG_LEVEL: "debug",
    ...options.environment,
  });
  const stores = await openStores(config);
  await seedSampleTenants(stores.metadata);
  if (options.market ?? true) await seedMarket(stores);
  const logged: string[] = [];
  const log = createLog("debug", (line) => logged.push(line));
  const services = createServices({
    config,
    stores: options.adapt?.(stores) ?? stores,
    log,
    clock: options.clock,
  });
  const app = createApp({ services, config, log });
  // No island is bundled: nothing here runs in a browser.
  const root = new URL("../../../", import.meta.url).pathname;
  const ignore = [/\/routes\/(canvas|dashboards|admin|embed)\//];
  const builder = new Builder({ root, islandDir: "tests/routes/api/no_islands", ignore });
  (await builder.build({ snapshot: "memory" }))(app);
  const handler = app.handler();
  return {
    config,
    stores,
    services,
    logged,
    ask: (method, path, ask = {}) => send(handler, method, path, ask),
    serve() {
      const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
      return { url: `http://127.0.0.1:${server.addr.port}`, close: () => server.shutdown() };
    },
    async close() {
      await services.close();
      await stores.close();
      await Deno.remove(dataDir, { recursive: true });
    },
  };
}

async function seedMarket(stores: Stores): Promise<void> {
  const writers = { analytical: stores.embedded.analytical!(), live: stores.embedded.live!() };
  await seedSampleData(writers, {
    untilMs: Math.floor(Date.now() / 60_000) * 60_000,
    days: 2,
    trades: 1_000,
    quotes: 500,
  });
  await writeLatestStored(writers, stores.keyValue);
  await writers.analytical.close();
  await writers.live.close();
}

async function send(
  handler: (request: Request) => Promise<Response>,
  method: string,
  path: string,
  { tenant = "tenant-a", role, body, text, headers, signal }: Ask,
): Promise<Answer> {
  const all = new Headers();
  if (tenant !== "") all.set("x-dev-tenant", tenant);
  if (role !== undefined) all.set("x-dev-role", role);
  if (body !== undefined || text !== undefined) all.set("content-type", "application/json");
  for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value);
  const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const request = new Request(ORIGIN + path, { method, headers: all, body: payload, signal });
  const response = await handler(request);
  const answer = await response.text();
  const type = response.headers.get("content-type") ?? "";
  return {
    status: response.status,
    type,
    headers: response.headers,
    text: answer,
    json: type.includes("json") ? JSON.parse(answer) : undefined,
  };
}

/** A problem document of the given status and code, with nothing in it that should have stayed inside. */
export function assertProblem(answer: Answer, status: number, code: string): void {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.type, "application/problem+json");
  const { type, title, detail, request_id, ...rest } = answer.json;
  for (const text of [type, title, detail, request_id]) assert.equal(typeof text, "string");
  assert.equal(rest.status, status);
  assert.equal(rest.code, code);
  assert.doesNotMatch(answer.text, /\bat \S+\.ts|node_modules|\/srv\/|SELECT /);
}

/** Status, type and shape as the operation documents them. */
export function assertDocumented(operation: Operation, answer: Answer): void {
  assert.equal(answer.status, operation.status, answer.text);
  if (operation.returns === undefined) return assert.equal(answer.text, "");
  assert.equal(answer.type, "application/json");
  const result = operation.returns.safeParse(answer.json);
  assert.ok(result.success, `${operation.id}: ${result.error?.message}`);
}

/** Trades, filtered and sorted into a table. */
export function tradesGraph(table = "flowforge.raw_trades") {
  const [database, name] = table.split(".") as [string, string];
  const position = { x: 0, y: 0 };
  return {
    version: 1 as const,
    nodes: [
      { id: "source", type: "data_source" as const, position, config: { database, table: name } },
      {
        id: "sorted",
        type: "sort" as const,
        position,
        config: {
          keys: [{ column: "event_time", direction: "desc" }, { column: "trade_id", direction: "asc" }],
        },
      },
      {
        id: "table",
        type: "table_view" as const,
        label: "Latest trades",
        position,
        config: { page_size: 20 },
      },
    ],
    edges: [{ source: "source", target: "sorted" }, { source: "sorted", target: "table" }],
  };
}

export interface Workspace {
  readonly workflow: string;
  readonly dashboard: string;
  readonly widget: string;
}

/** A workflow pinned to a dashboard, made through the API. */
export async function makeWorkspace(app: TestApp, tenant = "tenant-a"): Promise<Workspace> {
  const post = async (path: string, body: unknown) => {
    const answer = await app.ask("POST", `/api/v1/${path}`, { tenant, body });
    assert.equal(answer.status, 201, answer.text);
    return answer.json.id as string;
  };
  const workflow = await post("workflows", { name: `Trades of ${tenant}`, graph: tradesGraph() });
  const dashboard = await post("dashboards", { name: `Desk of ${tenant}` });
  const widget = await post("widgets", { dashboard_id: dashboard, workflow_id: workflow, node_id: "table" });
  return { workflow, dashboard, widget };
}
