/** The whole app, islands bundled, over embedded metadata; a browser's manners in asking it. */
import { Builder } from "fresh/dev";
import { createApp } from "@/app.ts";
import type { Clock } from "@/lib/server/context.ts";
import { createLog } from "@/lib/server/log.ts";
import { createServices } from "@/lib/server/services.ts";
import type { Graph } from "@/compiler/schema/types.ts";
import type { Role } from "@/lib/server/auth/roles.ts";
import type { Identity } from "@/lib/server/identity.ts";
import type { Services } from "@/lib/server/services.ts";
import { seedSampleTenants } from "@/lib/server/sample/tenants.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { seedSampleData } from "@/pipeline/mod.ts";
import { openTestStores } from "../support/stores.ts";
import { checked } from "@/lib/server/checked.ts";
import { dashboardInput } from "@/lib/server/dashboards/schema.ts";
import { widgetInput } from "@/lib/server/widgets/schema.ts";
import { workflowInput } from "@/lib/server/workflows/schema.ts";

const ORIGIN = "http://desk.test";

interface Visit {
  readonly as?: Role | null;
  readonly tenant?: string;
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  /** A body to POST as it is, with whatever media type the headers give. */
  readonly raw?: BodyInit | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Page {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly body: string;
}

interface PagesApp {
  readonly services: Services;
  /** With which tickets are signed. */
  readonly secretKey: string;
  readonly admin: Identity;
  /** Lines that the app logged as errors. */
  readonly errors: readonly string[];
  /** GET, or POST when there is a form. */
  visit(path: string, visit?: Visit): Promise<Page>;
  /** Serves the app on a free port of this machine. */
  serve(): { readonly url: string; close(): Promise<void> };
  close(): Promise<void>;
}

/** `adapt` may slow down or watch what the pages ask of the services, `adaptStores` what those ask of the stores. */
export async function openPages(
  { adapt = (services) => services, adaptStores = (stores) => stores, clock }: {
    readonly adapt?: (services: Services) => Services;
    readonly adaptStores?: (stores: Stores) => Stores;
    readonly clock?: Clock;
  } = {},
): Promise<PagesApp> {
  const opened = await openTestStores({ APP_ENV: "development" });
  await seedSampleTenants(opened.stores.metadata);
  await seedMarket(opened.stores);
  const errors: string[] = [];
  const log = createLog("error", (line) => errors.push(line));
  const services = createServices({ config: opened.config, stores: adaptStores(opened.stores), log, clock });
  const app = createApp({ services: adapt(services), config: opened.config, log });
  const builder = new Builder({ root: new URL("../../", import.meta.url).pathname });
  (await builder.build({ snapshot: "memory" }))(app);
  const handler = app.handler();
  return {
    services,
    secretKey: opened.config.secretKey,
    errors,
    admin: {
      tenantId: "tenant-a",
      tenantName: "Alder Capital",
      userId: "a",
      email: "admin@tenant-a.test",
      name: "Ada Admin",
      role: "admin",
    },
    visit: (path, visit) => ask(handler, path, visit),
    serve() {
      const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, handler);
      return { url: `http://127.0.0.1:${server.addr.port}`, close: () => server.shutdown() };
    },
    async close() {
      await services.close();
      await opened.close();
    },
  };
}

async function seedMarket({ embedded }: Stores): Promise<void> {
  const writers = { analytical: embedded.analytical!(), live: embedded.live!() };
  await seedSampleData(writers, { untilMs: Date.UTC(2026, 10, 20, 21), days: 1, trades: 300, quotes: 100 });
  await writers.analytical.close();
  await writers.live.close();
}

async function ask(
  handler: (request: Request) => Promise<Response>,
  path: string,
  { as = "admin", tenant = "tenant-a", form, raw, headers }: Visit = {},
): Promise<Page> {
  const all = new Headers({ accept: "text/html", ...headers });
  if (as) {
    all.set("x-dev-tenant", tenant);
    all.set("x-dev-role", as);
  }
  const body = form ? encoded(form) : raw;
  const method = body === undefined ? "GET" : "POST";
  if (method === "POST" && !all.has("origin")) all.set("origin", ORIGIN);
  const response = await handler(new Request(ORIGIN + path, { method, headers: all, body }));
  return {
    status: response.status,
    type: response.headers.get("content-type") ?? "",
    headers: response.headers,
    body: await response.text(),
  };
}

function encoded(form: NonNullable<Visit["form"]>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(form).flatMap(([name, value]) => [value].flat().map((item) => [name, item])),
  );
}

/** Rows of the sample market's trades as a table or as bars. */
function graphOf(type: "table_view" | "bar_chart", label: string): Graph {
  const config = type === "table_view" ? {} : { x: "symbol", y: ["quantity"], function: "sum" };
  return {
    version: 1,
    nodes: [
      {
        id: "source",
        type: "data_source",
        position: { x: 0, y: 0 },
        config: { database: "flowforge", table: "raw_trades" },
      },
      { id: "output", type, label, position: { x: 200, y: 0 }, config },
    ],
    edges: [{ source: "source", target: "output" }],
  };
}

/** A dashboard with one widget; returns their ids. */
export async function pinned(
  { services, admin }: PagesApp,
  { title, type = "table_view" }: { readonly title: string; readonly type?: "table_view" | "bar_chart" },
): Promise<{ readonly dashboard: string; readonly widget: string; readonly workflow: string }> {
  const context = { requestId: "test" };
  const workflow = await services.workflows.create(
    admin,
    checked(workflowInput, { name: title, graph: graphOf(type, title) }),
    context,
  );
  const dashboard = await services.dashboards.create(
    admin,
    checked(dashboardInput, { name: title }),
    context,
  );
  const pin = { dashboard_id: dashboard.id, workflow_id: workflow.id, node_id: "output" };
  const widget = await services.widgets.create(admin, checked(widgetInput, pin), context);
  return { dashboard: dashboard.id, widget: widget.id, workflow: workflow.id };
}

export const XSS = [
  "<script>alert(1)</script>",
  `"><img src=x onerror=alert(1)>`,
  `" onmouseover="alert(1)`,
  "</title><svg onload=alert(1)>",
  "</textarea><script>alert(1)</script>",
  "{{7*7}}<!--",
];

/** What a browser reads as markup: what the page's own scripts hold, known by their nonce, is data. */
export function outsideScripts(html: string): string {
  return html.replace(/(<script\b[^>]*\bnonce="[^"]*"[^>]*>)[\s\S]*?<\/script>/g, "$1</script>");
}

/** Markup that only an unescaped title could have brought in. */
export const INJECTED = /<script>alert|<img src=x|<svg onload|" onmouseover="alert|7\}\}<!--/;
