import { type Figure } from "./figures.ts";
import { ANALYST, api, type BenchServer } from "./server.ts";

const SECONDS = 5;
const CONNECTIONS = 16;

interface Load {
  readonly requests: { readonly average: number };
  readonly latency: { readonly p50: number; readonly p99: number };
  readonly non2xx: number;
  readonly errors: number;
}

/** The load comes from a process of its own, so that it does not share the server's event loop. */
async function load(url: string): Promise<Load> {
  const headers = Object.entries(ANALYST).flatMap(([name, value]) => ["-H", `${name}=${value}`]);
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
  return JSON.parse(new TextDecoder().decode(stdout));
}

const rate = ({ requests }: Load) => `${Math.round(requests.average).toLocaleString("en-US")} req/s`;

/** A widget whose rows the cache holds, beside a bare server that sends the same bytes. */
export async function benchWidget(server: BenchServer): Promise<Figure[]> {
  const { items } = await api<{ items: { id: string; node_id: string }[] }>(server, "/api/v1/widgets");
  const widget = items.find(({ node_id }) => node_id === "exposure") ?? items[0];
  if (widget === undefined) throw new Error("Cannot measure: the sample workspace has no widget.");
  const path = `/api/v1/widgets/${widget.id}/data`;
  const body = JSON.stringify(await api(server, path));
  const bare = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    () => new Response(body, { headers: { "content-type": "application/json" } }),
  );
  const app = await load(server.url + path);
  const floor = await load(`http://127.0.0.1:${bare.addr.port}/`);
  await bare.shutdown();
  if (app.non2xx > 0 || app.errors > 0) {
    throw new Error(`Cannot measure: ${app.non2xx} answers were not 2xx.`);
  }
  return [{
    what: `cached widget, ${CONNECTIONS} connections for ${SECONDS} s`,
    measured: rate(app),
    beside: `the same bytes from a bare Deno.serve ${rate(floor)}`,
  }, {
    what: "latency p50 / p99",
    measured: `${app.latency.p50} / ${app.latency.p99} ms`,
    beside: `${floor.latency.p50} / ${floor.latency.p99} ms`,
  }];
}
