/** The files of lib/fresh import each other in one direction only, types included. */
import assert from "node:assert/strict";
import { join } from "node:path";

const ROOT = new URL("../../../lib/fresh/", import.meta.url).pathname;

async function sources(folder = ""): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(ROOT + folder)) {
    const path = join(folder, name);
    if (isDirectory) found.push(...await sources(path));
    else if (/\.tsx?$/.test(name)) found.push(path);
  }
  return found;
}

function importsOf(path: string): string[] {
  const text = Deno.readTextFileSync(ROOT + path);
  return [...text.matchAll(/^(?:import|export)\b[^;"]*"(\.[^"]+)";/gm)].map(([, to]) =>
    join(path, "..", to!)
  );
}

Deno.test("no circle of imports in lib/fresh", async () => {
  const files = await sources();
  assert.ok(files.includes("mod.ts") && files.length > 40);
  const done = new Set<string>();
  function visit(path: string, above: readonly string[]): void {
    assert.ok(!above.includes(path), [...above, path].join(" → "));
    if (done.has(path)) return;
    for (const target of importsOf(path)) visit(target, [...above, path]);
    done.add(path);
  }
  for (const file of files) visit(file, []);
});
