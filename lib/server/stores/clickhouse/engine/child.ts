/**
 * The embedded ClickHouse in a process of its own, listening on loopback. It ends with its parent: their pipe closes,
 * however the parent ended. Arguments: data folder, port or 0; the passwords come as the first line of the input.
 */
import type { ChildReply } from "../../child_process.ts";
import type { Passwords } from "./accounts.ts";
import { Connections } from "./connections.ts";
import { engineHandler } from "./http.ts";
import { loadLibrary } from "./library.ts";

/** Statements that run when the parent leaves are not waited for any longer than this. */
const CLOSE_MS = 5000;

const [dataDir = "", port = "0"] = Deno.args;
// The terminal sends these to parent and child alike; the parent decides when its stores close.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) Deno.addSignalListener(signal, () => {});

const input = Deno.stdin.readable.pipeThrough(new TextDecoderStream()).getReader();
const passwords = JSON.parse(await firstLine()) as Passwords;
const { connections, server } = await open();
say({ kind: "opened", port: server.addr.port });
while (!(await input.read()).done);
setTimeout(() => Deno.exit(1), CLOSE_MS);
await server.shutdown();
connections.close();
Deno.exit(0);

async function open() {
  try {
    const connections = new Connections(loadLibrary(dataDir));
    await connections.warmUp();
    const server = Deno.serve(
      { hostname: "127.0.0.1", port: Number(port), onListen: () => {} },
      engineHandler(connections, passwords),
    );
    return { connections, server };
  } catch (error) {
    say({ kind: "failed", reason: error instanceof Error ? error.message : String(error) });
    Deno.exit(1);
  }
}

async function firstLine(): Promise<string> {
  let text = "";
  while (!text.includes("\n")) {
    const { done, value } = await input.read();
    if (done) Deno.exit(1);
    text += value;
  }
  return text;
}

function say(reply: ChildReply): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${JSON.stringify(reply)}\n`));
}
