import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Builder } from "fresh/dev";

const root = new URL("../fixture", import.meta.url).pathname;

Deno.test("build() writes a server entry that serves pages, bundles and compressed files", async () => {
  const outDir = await Deno.makeTempDir({ dir: root, prefix: ".build-" });
  try {
    await new Builder({ root, outDir }).build();
    const server = await import(pathToFileURL(join(outDir, "server.js")).href) as {
      default: { fetch(request: Request): Promise<Response> };
    };
    const get = (path: string, headers: HeadersInit = {}) =>
      server.default.fetch(new Request(`http://localhost${path}`, { headers }));

    const html = await (await get("/islands")).text();
    const boot = /<script type="module" src="([^"]+)"/.exec(html)?.[1];
    assert.ok(boot);
    const file = await get(boot, { "accept-encoding": "br" });
    assert.equal(file.status, 200);
    assert.equal(file.headers.get("content-encoding"), "br");
    assert.equal((await file.bytes()).byteLength, Number(file.headers.get("content-length")));
    assert.match(await (await get("/styles.css")).text(), /color: black/);
    assert.equal((await get("/blog/new")).status, 200);
  } finally {
    await Deno.remove(outDir, { recursive: true });
  }
});

Deno.test("the bundles hold one copy of preact and split what islands share", async () => {
  const outDir = await Deno.makeTempDir({ dir: root, prefix: ".build-" });
  try {
    await new Builder({ root, outDir }).build();
    let copies = 0;
    let counterCopies = 0;
    for await (const entry of Deno.readDir(join(outDir, "static/_fresh/js"))) {
      if (!entry.name.endsWith(".js")) continue;
      const text = await Deno.readTextFile(join(outDir, "static/_fresh/js", entry.name));
      if (text.includes("__PREACT_DEVTOOLS__") || text.includes("http://www.w3.org/1999/xhtml")) copies++;
      if (text.includes("toUpperCase()")) counterCopies++;
    }
    assert.equal(copies, 1);
    assert.equal(counterCopies, 1);
  } finally {
    await Deno.remove(outDir, { recursive: true });
  }
});

Deno.test("build() writes source maps beside the bundles when asked, and leaves the bundles as they are", async () => {
  const bundles = async (options: ConstructorParameters<typeof Builder>[0]) => {
    const outDir = await Deno.makeTempDir({ dir: root, prefix: ".build-" });
    try {
      await new Builder({ root, outDir, ...options }).build();
      const folder = join(outDir, "static/_fresh/js");
      const files = new Map<string, string>();
      for await (const { name } of Deno.readDir(folder)) {
        if (/\.(js|map)$/.test(name)) files.set(name, await Deno.readTextFile(join(folder, name)));
      }
      return files;
    } finally {
      await Deno.remove(outDir, { recursive: true });
    }
  };
  const code = (files: ReadonlyMap<string, string>) =>
    [...files].filter(([name]) => name.endsWith(".js"))
      .map(([, text]) => text.replace(/-[A-Z0-9]{8}\.js/g, ".js")).sort();

  const plain = await bundles({});
  const mapped = await bundles({ sourceMap: { kind: "external" } });
  assert.ok(![...plain.keys()].some((name) => name.endsWith(".map")));
  assert.deepEqual(code(mapped), code(plain));
  const sources = [...mapped].filter(([name]) => name.endsWith(".map"))
    .flatMap(([, text]) => JSON.parse(text).sources as string[]);
  assert.ok(sources.some((source) => source.endsWith("islands/Panel.tsx")), sources.join(" "));
});
