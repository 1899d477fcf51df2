/** What the app asks of `App`, from whichever implementation the import map names. */
import assert from "node:assert/strict";
import { App, createDefine, trailingSlashes } from "fresh";

interface State {
  trail: string[];
}
const define = createDefine<State>();

const get = (app: App<State>, path: string, init?: RequestInit) =>
  app.handler()(new Request(`http://localhost${path}`, init));
const textOf = async (app: App<State>, path: string, init?: RequestInit) =>
  await (await get(app, path, init)).text();

const mark = (name: string) =>
  define.middleware((ctx) => {
    (ctx.state.trail ??= []).push(name);
    return ctx.next();
  });

Deno.test("middlewares run from the outer path inwards, and only those added before the route", async () => {
  const app = new App<State>()
    .use("/inner", mark("inner"))
    .use(mark("root"), mark("second"))
    .get("/inner/a", (ctx) => ctx.json(ctx.state.trail))
    .use(mark("late"))
    .get("/b", (ctx) => ctx.json(ctx.state.trail));
  assert.equal(await textOf(app, "/inner/a"), '["root","second","inner"]');
  assert.equal(await textOf(app, "/b"), '["root","second","late"]');
});

Deno.test("a middleware and a route may be loaded when they are first needed, and are loaded once", async () => {
  let loads = 0;
  const app = new App<State>()
    .use(() => {
      loads++;
      return Promise.resolve(mark("lazy"));
    })
    .route("/", () => {
      loads++;
      return Promise.resolve({ handler: (ctx) => ctx.json(ctx.state.trail) });
    });
  const handle = app.handler();
  for (let round = 0; round < 2; round++) {
    assert.equal(await (await handle(new Request("http://localhost/"))).text(), '["lazy"]');
  }
  assert.equal(loads, 2);
});

Deno.test("an unrouted method runs the app's middlewares and ends in a 405 without Allow; OPTIONS lists methods", async () => {
  const app = new App<State>()
    .use(async (ctx) => {
      const response = await ctx.next();
      response.headers.set("x-passed", "yes");
      return response;
    })
    .get("/a", (ctx) => ctx.text("body"))
    .put("/a", (ctx) => ctx.text("put"));
  const refused = await get(app, "/a", { method: "POST" });
  assert.equal(refused.status, 405);
  assert.equal(refused.headers.get("allow"), null);
  assert.equal(await refused.text(), "Method Not Allowed");
  const listed = await get(app, "/a", { method: "OPTIONS" });
  assert.equal(listed.status, 204);
  assert.equal(listed.headers.get("allow"), "GET, PUT");
  assert.equal(listed.headers.get("x-passed"), "yes");
  const head = await get(app, "/a", { method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), "");
});

Deno.test("the exact path decides before any pattern, patterns in their order, whatever methods they take", async () => {
  const app = new App<State>()
    .get("/files/:name", (ctx) => ctx.text(`name ${ctx.params.name}`))
    .get("/files/new", (ctx) => ctx.text("new"))
    .post("/files/:other", (ctx) => ctx.text("other"));
  assert.equal(await textOf(app, "/files/new"), "new");
  assert.equal(await textOf(app, "/files/old"), "name old");
  assert.equal((await get(app, "/files/new", { method: "POST" })).status, 405);
  assert.equal((await get(app, "/files/old", { method: "POST" })).status, 405);
});

Deno.test("slashes that follow each other are one, and a slash at the end finds the same route", async () => {
  const app = new App<State>().get("/a/b", (ctx) => ctx.text(ctx.url.pathname + ctx.url.search));
  assert.equal(await textOf(app, "//a///b?x=//"), "/a/b?x=//");
  assert.equal(await textOf(app, "/a/b/"), "/a/b/");
});

Deno.test("parameters keep escaped separators, and what a path leaves out is empty", async () => {
  const app = new App<State>()
    .get("/one/:name", (ctx) => ctx.json(ctx.params))
    .get("/rest/:path*", (ctx) => ctx.json(ctx.params));
  assert.equal(await textOf(app, "/one/a%20b%2Fc%3Fd"), '{"name":"a b%2Fc%3Fd"}');
  assert.equal(await textOf(app, "/rest/a/b"), '{"path":"a/b"}');
  assert.equal(await textOf(app, "/rest"), '{"path":""}');
});

Deno.test("redirect() keeps a path with many slashes on this site", async () => {
  const app = new App<State>().get("/", (ctx) => ctx.redirect(ctx.url.searchParams.get("to")!, 303));
  const locationOf = async (to: string) => {
    const response = await get(app, `/?to=${encodeURIComponent(to)}`);
    assert.equal(response.status, 303);
    return response.headers.get("location");
  };
  assert.equal(await locationOf("//evil.example/a"), "/evil.example/a");
  assert.equal(await locationOf("/a?next=//b"), "/a?next=//b");
  assert.equal(await locationOf("https://issuer.example/authorize"), "https://issuer.example/authorize");
});

Deno.test("trailingSlashes() adds the slash at the end, or takes it away", async () => {
  const locationOf = async (mode: "always" | "never", path: string) => {
    const app = new App<State>().use(trailingSlashes(mode)).all("/*", (ctx) => ctx.text("ok"));
    return (await get(app, path)).headers.get("location");
  };
  assert.equal(await locationOf("never", "/a/?b=1"), "/a?b=1");
  assert.equal(await locationOf("never", "//evil.example/?a=1"), "/evil.example?a=1");
  assert.equal(await locationOf("never", "/a"), null);
  assert.equal(await locationOf("always", "/a?b=1"), "/a/?b=1");
  assert.equal(await locationOf("always", "/a/"), null);
  assert.equal(await locationOf("never", "/"), null);
});
