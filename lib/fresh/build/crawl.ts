/** Every file below a folder as a path with `/`, sorted; an absent folder has none. */
export async function listFiles(root: string, ignore: readonly RegExp[] = []): Promise<string[]> {
  const found: string[] = [];
  async function visit(folder: string): Promise<void> {
    for await (const entry of Deno.readDir(folder === "" ? root : `${root}/${folder}`)) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (ignore.some((pattern) => pattern.test(`${root}/${path}`))) continue;
      if (entry.isDirectory) await visit(path);
      else if (entry.isFile) found.push(path);
    }
  }
  try {
    await visit("");
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return found.sort();
}

const MODULE = /\.[tj]sx?$/;

export function isModule(path: string): boolean {
  return MODULE.test(path);
}

/** True for files in an `(_islands)` folder of the routes. */
export function isRouteIsland(path: string): boolean {
  return /(?:^|\/)\(_islands\)\//.test(path) && isModule(path);
}

export function isRouteFile(path: string): boolean {
  return isModule(path) && !/(?:^|\/)\(_[^/]*\)\//.test(path);
}
