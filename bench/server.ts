/** The whole app on a fresh data folder, in this process. */
export interface BenchServer {
  readonly url: string;
  readonly dataDir: string;
  close(): Promise<void>;
}

export async function startServer(): Promise<BenchServer> {
  const dataDir = await Deno.makeTempDir({ prefix: "flowforge-bench-" });
  Deno.env.set("FLOWFORGE_DATA", dataDir);
  Deno.env.set("LOG_LEVEL", "error");
  const build = new Deno.Command(Deno.execPath(), { args: ["run", "-A", "dev.ts", "build"], stdout: "null" });
  if (!(await build.output()).success) throw new Error("Cannot measure: the build failed.");
  const { shutdown } = await import("../main.ts");
  const built = new URL("../_fresh/server.js", import.meta.url).href;
  const { default: app }: { default: { fetch(request: Request): Promise<Response> } } = await import(built);
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, app.fetch);
  return {
    url: `http://127.0.0.1:${server.addr.port}`,
    dataDir,
    async close() {
      await server.shutdown();
      await shutdown();
      await Deno.remove(dataDir, { recursive: true });
    },
  };
}

/** The cookie of a sample viewer's own session. */
export async function signIn(server: BenchServer): Promise<string> {
  const response = await fetch(`${server.url}/login`, {
    method: "POST",
    body: new URLSearchParams({ email: "analyst@tenant-a.test" }),
    redirect: "manual",
  });
  await response.body?.cancel();
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (cookie === undefined) throw new Error(`Cannot measure: signing in answered ${response.status}.`);
  return cookie;
}

export const ANALYST = { "X-Dev-Tenant": "tenant-a", "X-Dev-Role": "analyst" };

export async function api<T>(server: BenchServer, path: string, body?: unknown): Promise<T> {
  const response = await fetch(server.url + path, {
    method: body === undefined ? "GET" : "POST",
    headers: { ...ANALYST, "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return await response.json();
}
