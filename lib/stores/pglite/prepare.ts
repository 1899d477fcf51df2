/** Makes the data folders of embedded PostgreSQLs that do not exist yet: one is initialised, the others copied. */
import { dirname, join } from "node:path";
import { startPglite } from "./server.ts";

/** Initialising takes several seconds of computing, copying a moment. A folder appears whole or not at all. */
export async function preparePglite(dataDirs: readonly string[]): Promise<void> {
  const missing = [];
  for (const dataDir of dataDirs) if (!await holdsData(dataDir)) missing.push(dataDir);
  const [first, ...others] = missing;
  if (first === undefined) return;
  await Deno.mkdir(dirname(first), { recursive: true });
  const made = await Deno.makeTempDir({ dir: dirname(first), prefix: "new-" });
  try {
    const source = join(made, "source");
    await (await startPglite(source)).close();
    for (const [index, target] of others.entries()) {
      const copy = join(made, String(index));
      await copyFolder(source, copy);
      await moveTo(target, copy);
    }
    await moveTo(first, source);
  } finally {
    await Deno.remove(made, { recursive: true });
  }
}

const holdsData = (dataDir: string) => Deno.stat(join(dataDir, "PG_VERSION")).then(() => true, () => false);

/** What stands there without being a database, such as an empty folder, is in nobody's use. */
async function moveTo(target: string, folder: string): Promise<void> {
  await Deno.mkdir(dirname(target), { recursive: true });
  await Deno.remove(target).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await Deno.rename(folder, target);
}

async function copyFolder(from: string, to: string): Promise<void> {
  const { mode } = await Deno.stat(from);
  await Deno.mkdir(to, { mode: (mode ?? 0o700) & 0o777 });
  for await (const entry of Deno.readDir(from)) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory) await copyFolder(source, target);
    else await Deno.copyFile(source, target);
  }
}
