import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";

const root = new URL("./fixture", import.meta.url).pathname;
const applySnapshot = await new Builder({ root }).build({ snapshot: "memory" });
const app = new App<unknown>().use(staticFiles()).fsRoutes();
applySnapshot(app);
const handle = app.handler();
const get = (path: string, headers: HeadersInit = {}, method = "GET") =>
  handle(new Request(`http://localhost${path}`, { headers, method }));
const source = await Deno.readFile(`${root}/static/styles.css`);

Deno.test("asset() URLs are kept for a year, plain ones are revalidated", async () => {
  const html = await (await get("/")).text();
  const href = /href="(\/styles\.css\?__frsh_c=[0-9a-f]{16})"/.exec(html)?.[1];
  assert.ok(href);
  const locked = await get(href);
  assert.equal(locked.headers.get("cache-control"), "public, max-age=31536000, immutable");
  assert.equal(locked.headers.get("content-type"), "text/css; charset=utf-8");
  await locked.body?.cancel();
  const plain = await get("/styles.css");
  assert.equal(plain.headers.get("cache-control"), "no-cache, must-revalidate");
  assert.deepEqual(await plain.bytes(), source);
  const stale = await get("/styles.css?__frsh_c=0123456789abcdef");
  assert.equal(stale.status, 307);
  assert.equal(stale.headers.get("location"), "/styles.css");
});

Deno.test("a matching ETag answers 304 without a body", async () => {
  const first = await get("/styles.css");
  await first.body?.cancel();
  const again = await get("/styles.css", { "if-none-match": first.headers.get("etag")! });
  assert.equal(again.status, 304);
  assert.equal(await again.text(), "");
  assert.equal((await get("/styles.css", { "if-none-match": 'W/"other"' })).status, 200);
});

Deno.test("files are compressed as the browser accepts", async () => {
  const cases = [
    ["br, gzip", "br", brotliDecompressSync],
    ["gzip, deflate", "gzip", gunzipSync],
    ["br;q=0, gzip", "gzip", gunzipSync],
  ] as const;
  for (const [accept, encoding, decompress] of cases) {
    const response = await get("/styles.css", { "accept-encoding": accept });
    assert.equal(response.headers.get("content-encoding"), encoding, accept);
    assert.match(response.headers.get("vary") ?? "", /accept-encoding/i);
    assert.deepEqual(new Uint8Array(decompress(await response.bytes())), source);
  }
  assert.equal((await get("/styles.css")).headers.get("content-encoding"), null);
});

Deno.test("only listed files are served", async () => {
  for (
    const path of [
      "/%2e%2e/main.ts",
      "/..%2fmain.ts",
      "/static/styles.css",
      "/styles.css/",
      "/styles.css%00",
      "//styles.css",
      "/_fresh/js/",
    ]
  ) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal((await get("/styles.css", {}, "POST")).status, 405);
  const head = await get("/styles.css", {}, "HEAD");
  assert.equal(head.headers.get("content-length"), String(source.byteLength));
});
