import assert from "node:assert/strict";
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

Deno.test("asset() URLs are kept for a year, plain ones are asked for again, outdated ones lead to the plain one", async () => {
  const html = await (await get("/")).text();
  const href = /href="(\/styles\.css\?__frsh_c=[0-9a-f]+)"/.exec(html)?.[1];
  assert.ok(href);
  const locked = await get(href);
  assert.equal(locked.headers.get("cache-control"), "public, max-age=31536000, immutable");
  assert.match(locked.headers.get("content-type") ?? "", /^text\/css; charset=utf-8/i);
  await locked.body?.cancel();
  const plain = await get("/styles.css");
  assert.match(plain.headers.get("cache-control") ?? "", /^no-cache,.*must-revalidate$/);
  assert.deepEqual(await plain.bytes(), source);
  const outdated = await get("/styles.css?__frsh_c=0123456789abcdef");
  assert.equal(outdated.status, 307);
  assert.equal(outdated.headers.get("location"), "/styles.css");
});

Deno.test("only files of the static folder are served, by GET and HEAD", async () => {
  for (const path of ["/main.ts", "/static/styles.css", "/styles.css%00", "/_fresh/js/"]) {
    assert.equal((await get(path)).status, 404, path);
  }
  for (const path of ["/styles.css/", "//styles.css", "/%73tyles.css"]) {
    const response = await get(path);
    assert.deepEqual(await response.bytes(), source, path);
  }
  assert.equal((await get("/styles.css", {}, "POST")).status, 405);
  const head = await get("/styles.css", {}, "HEAD");
  assert.equal(head.headers.get("content-length"), String(source.byteLength));
});

Deno.test("a missing favicon.ico is an empty 404, not a page", async () => {
  const bare = new App<unknown>().use(staticFiles()).get("/*", (ctx) => ctx.text("page"));
  const response = await bare.handler()(new Request("http://localhost/favicon.ico"));
  assert.equal(response.status, 404);
  assert.equal(await response.text(), "");
});
