/** Embedded engines own their files: a second process in the same data folder would ruin them. */
import { join } from "node:path";

/** Takes the folder until the returned function is called or the process ends, however it ends. */
export async function lockDataDir(dataDir: string): Promise<() => void> {
  await Deno.mkdir(dataDir, { recursive: true });
  const file = await Deno.open(join(dataDir, "lock"), { create: true, write: true });
  if (!await file.tryLock(true)) {
    file.close();
    throw new Error(`Cannot open the data folder ${dataDir}: another FlowForge process uses it.`);
  }
  return () => file.close();
}
