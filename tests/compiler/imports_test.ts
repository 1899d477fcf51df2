/** The compiler's files stand on each other in one direction: no circle of imports, those of types alone included. */
import assert from "node:assert/strict";

const ROOT = new URL("../../compiler/", import.meta.url);

async function* sources(folder: URL): AsyncGenerator<URL> {
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isDirectory) yield* sources(new URL(`${entry.name}/`, folder));
    else if (entry.name.endsWith(".ts")) yield new URL(entry.name, folder);
  }
}

/** Takes away, again and again, what imports nothing that is left: whatever remains imports a circle. */
function circular(imports: ReadonlyMap<string, readonly string[]>): string[] {
  const left = new Map(imports);
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const [file, targets] of left) if (!targets.some((target) => left.has(target))) left.delete(file);
  }
  return [...left.keys()];
}

Deno.test("no circle of imports in compiler/", async () => {
  const imports = new Map<string, readonly string[]>();
  for await (const file of sources(ROOT)) {
    const text = await Deno.readTextFile(file);
    const targets = [...text.matchAll(/\bfrom "(\.[^"]+)"/g)].map(([, target]) =>
      new URL(target!, file).href
    );
    imports.set(file.href, targets);
  }
  assert.ok(imports.size > 100);
  assert.deepEqual(circular(imports), []);
});

Deno.test("a circle is found, and what imports it", () => {
  const imports = new Map([["a", ["b"]], ["b", ["c"]], ["c", ["b"]], ["d", []]]);
  assert.deepEqual(circular(imports), ["a", "b", "c"]);
});
