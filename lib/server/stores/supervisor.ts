/** Keeps the process of an embedded engine running: one that ends without being asked to is started again. */
import type { EngineProcess } from "./child_process.ts";

const RETRY_MS = 1000;

interface Supervisor {
  /** The process that serves now; another one after a restart. */
  readonly process: () => EngineProcess;
  /** Ends whatever runs, as a crash would, and starts the engine on the same data again. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** `open` starts the process, also each later time; `tidy` removes what a killed one has left behind. */
export async function supervise(
  open: () => Promise<EngineProcess>,
  tidy: () => Promise<void> = () => Promise.resolve(),
): Promise<Supervisor> {
  let child = await open();
  let restarting: Promise<void> | null = null;
  let closing: Promise<void> | null = null;

  const replace = async () => {
    await child.kill();
    await tidy();
    child = await open();
    watch();
  };
  const restart = () => restarting ??= replace().finally(() => restarting = null);

  function watch(): void {
    const watched = child;
    watched.ended.then(() => {
      if (watched === child && !restarting && !closing) revive();
    });
  }

  function revive(): void {
    restart().catch(() => Deno.unrefTimer(setTimeout(() => closing || revive(), RETRY_MS)));
  }

  watch();
  return {
    process: () => child,
    restart,
    close: () =>
      closing ??= (async () => {
        await restarting?.catch(() => {});
        await child.close();
      })(),
  };
}
