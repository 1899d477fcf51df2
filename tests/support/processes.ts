/** Child processes that never outlive their test. */

export interface ChildProcess {
  readonly pid: number;
  /** Output so far, both streams. */
  readonly output: () => string;
  /** Settles when the process has ended. */
  readonly ended: Promise<Deno.CommandStatus>;
  stop(signal?: Deno.Signal): Promise<void>;
}

export function startProcess(
  command: string,
  options: {
    readonly args?: readonly string[];
    readonly cwd?: string;
    readonly env?: Record<string, string>;
  } = {},
): ChildProcess {
  const child = new Deno.Command(command, {
    args: [...options.args ?? []],
    cwd: options.cwd,
    env: options.env,
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let output = "";
  const collect = async (stream: ReadableStream<Uint8Array>) => {
    const decoder = new TextDecoder();
    for await (const bytes of stream) output += decoder.decode(bytes, { stream: true });
  };
  const collected = Promise.all([collect(child.stdout), collect(child.stderr)]);
  const ended = child.status.then(async (status) => {
    await collected;
    return status;
  });
  return {
    pid: child.pid,
    output: () => output,
    ended,
    async stop(signal = "SIGTERM") {
      try {
        child.kill(signal);
      } catch {
        // The process has already ended, so there is nothing to signal.
      }
      await ended;
    },
  };
}

/** Runs to the end and returns what was printed; throws with the output when it failed. */
export async function run(command: string, args: readonly string[]): Promise<string> {
  const child = startProcess(command, { args });
  const { success, code } = await child.ended;
  if (!success) throw new Error(`${command} ended with ${code}:\n${child.output()}`);
  return child.output();
}

/** Asks until `ask` returns true; throws after `timeoutMs`. */
export async function waitUntil(
  what: string,
  ask: () => boolean | Promise<boolean>,
  timeoutMs = 30_000,
): Promise<void> {
  const end = performance.now() + timeoutMs;
  while (!await ask()) {
    if (performance.now() > end) {
      throw new Error(`Cannot go on: ${what} did not happen within ${timeoutMs} ms.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The first of the paths that exists; throws with `instruction` when none does. */
export async function findBinary(paths: readonly string[], instruction: string): Promise<string> {
  for (const path of paths) {
    const found = await Deno.stat(path).then((info) => info.isFile, () => false);
    if (found) return path;
  }
  throw new Error(`Cannot find ${paths.join(" or ")}. ${instruction}`);
}
