/** What lib/fresh does for static files beyond Fresh: content hashes as ETags, and compressed forms from the build. */
import assert from "node:assert/strict";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";

const root = new URL("../fixture", import.meta.url).pathname;
const applySnapshot = await new Builder({ root }).build({ snapshot: "memory" });
const app = new App<unknown>().use(staticFiles());
applySnapshot(app);
const handle = app.handler();
const get = (path: string, headers: HeadersInit = {}) =>
  handle(new Request(`http://localhost${path}`, { headers }));
const source = await Deno.readFile(`${root}/static/styles.css`);

Deno.test("a matching ETag gets a 304 without a body", async () => {
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

Deno.test("no path reaches a file outside of the static folder", async () => {
  for (const path of ["/%2e%2e/main.ts", "/..%2fmain.ts", "/static/styles.css", "/styles.css/x"]) {
    assert.equal((await get(path)).status, 404, path);
  }
});
