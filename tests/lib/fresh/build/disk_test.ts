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
