/** Makes the data folders of embedded PostgreSQLs that do not exist yet: one is initialised, the others copied. */
import { dirname, join } from "node:path";
import { startPglite } from "./server.ts";

/**
 * Initialising takes several seconds of computing, copying a moment. A folder appears whole or not at all, and never
 * in the place of anything but an empty one.
 */
export async function preparePglite(dataDirs: readonly string[]): Promise<void> {
  const missing = [];
  for (const dataDir of dataDirs) {
    await Deno.mkdir(dirname(dataDir), { recursive: true });
    if (!await holdsData(dataDir)) missing.push(dataDir);
  }
  const [first, ...others] = missing;
  if (first === undefined) return;
  const made = await Deno.makeTempDir({ dir: dirname(first), prefix: "new-" });
  try {
    const source = join(made, "source");
    await (await startPglite(source)).close();
    for (const [index, target] of others.entries()) {
      const copy = join(made, String(index));
      await copyFolder(source, copy);
      await Deno.rename(copy, target);
    }
    await Deno.rename(source, first);
  } finally {
    await Deno.remove(made, { recursive: true });
  }
}

const holdsData = (dataDir: string) => Deno.stat(join(dataDir, "PG_VERSION")).then(() => true, () => false);

async function copyFolder(from: string, to: string): Promise<void> {
  const { mode } = await Deno.stat(from);
  await Deno.mkdir(to, { mode: (mode ?? 0o700) & 0o777 });
  for await (const entry of Deno.readDir(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory) await copyFolder(source, target);
    else await Deno.copyFile(source, target);
  }
}
