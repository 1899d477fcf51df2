import assert from "node:assert/strict";
import { cp } from "node:fs/promises";
import { join } from "node:path";

const fixture = new URL("../fixture", import.meta.url).pathname;

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return (listener.addr as Deno.NetAddr).port;
}

async function eventually(url: string, expected: RegExp): Promise<string> {
  const deadline = Date.now() + 60_000;
  let last = "";
  while (Date.now() < deadline) {
    try {
      last = await (await fetch(url)).text();
      if (expected.test(last)) return last;
    } catch (error) {
      last = String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`Cannot find ${expected} at ${url}; the last answer was: ${last.slice(0, 200)}`);
}

async function versionOf(origin: string): Promise<string> {
  const response = await fetch(`${origin}/_fresh/reload`);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const { value = "" } = await reader.read();
  await reader.cancel();
  return /data: (\S+)/.exec(value)?.[1] ?? "";
}

Deno.test("listen() serves a changed route from a new process, which browsers notice", async () => {
  // Below the repository, because the import map belongs to it.
  const root = await Deno.makeTempDir({ dir: join(fixture, ".."), prefix: ".dev-" });
  await cp(fixture, root, { recursive: true });
  const port = freePort();
  await Deno.writeTextFile(
    join(root, "dev.ts"),
    `import { Builder } from "fresh/dev";\n` +
      `await new Builder({ root: ${JSON.stringify(root)} })` +
      `.listen(() => import("./main.ts"), { hostname: "127.0.0.1", port: ${port} });\n`,
  );
  const server = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", join(root, "dev.ts")],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    const origin = `http://127.0.0.1:${port}`;
    assert.match(
      await eventually(origin, /<h1>Home<\/h1>/),
      /<script type="module" src="\/_fresh\/reload\.js"/,
    );
    const before = await versionOf(origin);
    assert.notEqual(before, "");
    const route = join(root, "routes/index.tsx");
    await Deno.writeTextFile(route, (await Deno.readTextFile(route)).replaceAll("Home", "Changed"));
    await eventually(origin, /<h1>Changed<\/h1>/);
    assert.notEqual(await versionOf(origin), before);
  } finally {
    server.kill("SIGTERM");
    await server.status;
    await Deno.remove(root, { recursive: true });
  }
});
