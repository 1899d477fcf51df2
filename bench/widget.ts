import { cpuUsage } from "node:process";
import { type Figure, median, ms } from "./figures.ts";
import { api, type BenchServer, signIn } from "./server.ts";

const SECONDS = 5;
const CONNECTIONS = 16;
/** One core's share of what a bare server reaches, with everything that a viewer's request needs. */
const TARGET_RATE = 8_000;

interface Load {
  readonly requests: { readonly average: number; readonly total: number };
  /** What this process worked for each request: on a busy machine it says more than the rate. */
  readonly processorUs: number;
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly statusCodeStats: Readonly<Record<string, unknown>>;
  readonly errors: number;
}

/** The load comes from a process of its own, so that it does not share the server's event loop. */
async function load(url: string, given: Record<string, string> = {}, status = 200): Promise<Load> {
  const headers = Object.entries(given).flatMap(([name, value]) => ["-H", `${name}=${value}`]);
  const before = cpuUsage();
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "npm:autocannon@9.0.0",
      "-j",
      "-c",
      `${CONNECTIONS}`,
      "-d",
      `${SECONDS}`,
      ...headers,
      url,
    ],
    stdout: "piped",
    stderr: "null",
  }).output();
  const { user, system } = cpuUsage(before);
  const told: Omit<Load, "processorUs"> = JSON.parse(new TextDecoder().decode(stdout));
  const measured = { ...told, processorUs: (user + system) / told.requests.total };
  const others = Object.entries(measured.statusCodeStats).filter(([code]) => Number(code) !== status);
  if (others.length > 0 || measured.errors > 0) {
    throw new Error(`Cannot measure ${url}: not every response had the status ${status}.`);
  }
  return measured;
}

const rate = ({ requests, processorUs }: Load) =>
  `${Math.round(requests.average).toLocaleString("en-US")} req/s (${processorUs.toFixed(0)} µs of processor)`;

const perSecond = (count: number) => `${count.toLocaleString("en-US")} req/s`;

/** A widget whose rows the cache holds, as a signed-in viewer with filters asks for it, beside a bare server. */
export async function benchWidget(server: BenchServer): Promise<Figure[]> {
  const { items } = await api<{ items: { id: string; chart: string }[] }>(server, "/api/v1/widgets");
  const widget = items.find(({ chart }) => chart === "bar_chart") ?? items[0];
  if (widget === undefined) throw new Error("Cannot measure: the sample workspace has no widget.");
  const viewer = { cookie: await signIn(server) };
  const path = `/api/v1/widgets/${widget.id}/data?symbol=AAPL&symbol=MSFT&range=2d`;
  const response = await fetch(server.url + path, { headers: viewer });
  const body = await response.text();
  const bare = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response(body, { headers: { "content-type": "application/json" } }),
  );
  const floor = await load(`http://127.0.0.1:${bare.addr.port}/`);
  await bare.shutdown();
  const app = await load(server.url + path, viewer);
  const known = { ...viewer, "if-none-match": response.headers.get("etag") ?? "" };
  const unchanged = await load(server.url + path, known, 304);
  const live = await load(`${server.url}/health/live`);
  const beside = `the same bytes from a bare Deno.serve ${rate(floor)}`;
  return [{
    what: `cached widget with session and filters, ${CONNECTIONS} connections for ${SECONDS} s`,
    measured: rate(app),
    beside,
    target: `> ${perSecond(TARGET_RATE)}`,
    met: app.requests.average > TARGET_RATE,
  }, {
    what: "latency p50 / p99",
    measured: `${app.latency.p50} / ${app.latency.p99} ms`,
    beside: `${floor.latency.p50} / ${floor.latency.p99} ms`,
  }, {
    what: "the same, not modified",
    measured: rate(unchanged),
    beside: `with its body ${rate(app)}`,
    target: "more than with its body",
    met: unchanged.requests.average > app.requests.average,
  }, {
    what: "/health/live",
    measured: rate(live),
    beside,
  }];
}

const PAGES = 40;
const PAGE_TARGET_MS = 5;

/** The four-widget page from the cache, asked for by one viewer at a time. */
export async function benchPage(server: BenchServer): Promise<Figure[]> {
  const { items } = await api<{ items: { id: string; name: string }[] }>(server, "/api/v1/dashboards");
  const dashboard = items.find(({ name }) => name === "Trading Desk");
  if (dashboard === undefined) throw new Error("Cannot measure: there is no sample dashboard.");
  const headers = { cookie: await signIn(server), "accept-encoding": "identity" };
  const times: number[] = [];
  for (let round = -20; round < PAGES; round++) {
    const started = performance.now();
    const response = await fetch(`${server.url}/dashboards/${dashboard.id}`, { headers });
    await response.text();
    if (round >= 0) times.push(performance.now() - started);
  }
  return [{
    what: `page of four widgets from the cache, median of ${PAGES}`,
    measured: ms(median(times)),
    beside: `fastest ${ms(Math.min(...times))}`,
    target: `< ${PAGE_TARGET_MS} ms`,
    met: median(times) < PAGE_TARGET_MS,
  }];
}
