import { type App, applySnapshot } from "../app.ts";
import { type ListenOptions, serve } from "../serve.ts";
import type { BuildSnapshot } from "../types.ts";

const SERVE_FLAG = "--fresh-serve";
const RELOAD_PATH = "/_fresh/reload";
const RELOAD_SCRIPT = "/_fresh/reload.js";
const SETTLE_MS = 120;
const HEARTBEAT_MS = 15_000;

/** Modules stay loaded for the life of a process, so each version of the app is served by one of its own. */
export function isServingProcess(): boolean {
  return Deno.args.includes(SERVE_FLAG);
}

const IGNORED = /[\\/](?:node_modules|\.[^\\/]+|_fresh)(?:[\\/]|$)|~$|\.sw.$/;

/** Runs this program again as the server, and once more after every change below `root`. */
export async function superviseServer(root: string, ignored: readonly string[]): Promise<void> {
  const start = () =>
    new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", Deno.mainModule, ...Deno.args, SERVE_FLAG],
      stdin: "null",
    }).spawn();
  let server = start();
  const stop = async () => {
    try {
      server.kill("SIGTERM");
    } catch {
      // It has ended by itself, which is what we want.
    }
    await server.status;
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    Deno.addSignalListener(signal, async () => {
      await stop();
      Deno.exit(0);
    });
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let restarting = Promise.resolve();
  for await (const event of Deno.watchFs(root)) {
    const isRelevant = event.kind !== "access" &&
      event.paths.some((path) =>
        !IGNORED.test(path.slice(root.length)) && !ignored.some((folder) => path.startsWith(folder))
      );
    if (!isRelevant) continue;
    clearTimeout(timer);
    timer = setTimeout(() => {
      restarting = restarting.then(async () => {
        await stop();
        server = start();
      });
    }, SETTLE_MS);
  }
}

/** The browser keeps one event stream open; a stream that returns from another process means new code. */
const RELOAD_SOURCE = `let version;
const events = new EventSource("${RELOAD_PATH}");
events.addEventListener("version", ({ data }) => {
  if (version !== undefined && version !== data) location.reload();
  version = data;
});
`;

export async function serveReloading<State>(
  app: App<State>,
  build: (pageScript: string) => Promise<BuildSnapshot>,
  options: ListenOptions,
): Promise<void> {
  applySnapshot(app, await build(RELOAD_SCRIPT));
  const handle = app.handler();
  const version = crypto.randomUUID();
  await serve(options, (request, info) => {
    const { pathname } = new URL(request.url);
    if (pathname === RELOAD_PATH) return reloadEvents(version);
    if (pathname === RELOAD_SCRIPT) {
      return new Response(RELOAD_SOURCE, { headers: { "content-type": "text/javascript; charset=utf-8" } });
    }
    return handle(request, info);
  });
}

function reloadEvents(version: string): Response {
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setInterval> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`retry: 300\nevent: version\ndata: ${version}\n\n`));
      timer = setInterval(() => controller.enqueue(encoder.encode(": alive\n\n")), HEARTBEAT_MS);
    },
    cancel: () => clearInterval(timer),
  });
  return new Response(body, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store" },
  });
}
