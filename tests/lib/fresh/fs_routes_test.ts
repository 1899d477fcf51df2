import assert from "node:assert/strict";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";

const root = new URL("./fixture", import.meta.url).pathname;
const applySnapshot = await new Builder({ root }).build({ snapshot: "memory" });

function handler(pattern?: string) {
  const app = new App<unknown>().use(staticFiles()).fsRoutes(pattern);
  applySnapshot(app);
  return app.handler();
}
const handle = handler();
const get = (path: string, init: RequestInit = {}) => handle(new Request(`http://localhost${path}`, init));
const bodyOf = async (path: string) => /<body>(.*)<\/body>/s.exec(await (await get(path)).text())?.[1];

Deno.test("fsRoutes() prefers literal files to parameters and parameters to rest", async () => {
  assert.equal(await bodyOf("/"), "<h1>Home</h1>");
  assert.equal(await bodyOf("/blog/new"), "<p>new post</p>");
  assert.equal(await bodyOf("/blog/a%20b"), '<section class="blog"><p>post a b</p></section>');
  const rest = await get("/blog/a/b/c");
  assert.equal(rest.status, 203);
  assert.match(await rest.text(), /<p>rest a\/b\/c<\/p>/);
});

Deno.test("fsRoutes() reads groups, optional segments and overrides, and hides private folders", async () => {
  assert.equal(await bodyOf("/about"), "<article><h1>About</h1></article>");
  assert.equal(await (await get("/docs")).text(), "docs latest");
  assert.equal(await (await get("/docs/v2")).text(), "docs v2");
  assert.deepEqual(await (await get("/x/app@1/a/b")).json(), { module: "app", version: "1", path: "a/b" });
  for (const path of ["/(info)/about", "/Part", "/(_components)/Part", "/_app", "/override", "/:slug"]) {
    assert.equal((await get(path)).status, 404, path);
  }
});

Deno.test("a file route takes every method and is not found under those it has no handler for", async () => {
  assert.equal((await get("/", { method: "POST" })).status, 200, "a component alone takes every method");
  for (const method of ["POST", "OPTIONS"]) {
    const response = await get("/fail", { method });
    assert.equal(response.status, 404, method);
    assert.equal(response.headers.get("allow"), null);
  }
});

Deno.test("fsRoutes() runs an array of middlewares in order", async () => {
  assert.equal((await get("/")).headers.get("x-marks"), "first,second");
});

Deno.test("fsRoutes() renders _error with the error's status, outside of its folder's middlewares", async () => {
  const missing = await get("/nothing");
  assert.equal(missing.status, 404);
  assert.equal(missing.headers.get("x-marks"), null);
  assert.match(await missing.text(), /<title>Fixture<\/title>.*<h1>Error 404<\/h1>/s);
});

Deno.test("fsRoutes(path) puts the routes below a path", async () => {
  const below = handler("/sub");
  const ask = async (path: string) => (await below(new Request(`http://localhost${path}`))).status;
  assert.deepEqual(await Promise.all(["/sub", "/sub/blog/new", "/blog/new"].map(ask)), [200, 200, 404]);
});
