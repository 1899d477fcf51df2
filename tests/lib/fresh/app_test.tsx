import assert from "node:assert/strict";
import { App, createDefine, csp, HttpError, page } from "fresh";

interface State {
  trail: string[];
}
const define = createDefine<State>();

const get = (app: App<State>, path: string, init?: RequestInit) =>
  app.handler()(new Request(`http://localhost${path}`, init));

Deno.test("App runs middlewares from top to bottom and only those registered before the route", async () => {
  const mark = (name: string) =>
    define.middleware((ctx) => {
      (ctx.state.trail ??= []).push(name);
      return ctx.next();
    });
  const app = new App<State>()
    .use(mark("root"), mark("second"))
    .use("/inner", mark("inner"))
    .get("/inner/a", (ctx) => ctx.json(ctx.state.trail))
    .use(mark("late"))
    .get("/b", (ctx) => ctx.json(ctx.state.trail));
  assert.deepEqual(await (await get(app, "/inner/a")).json(), ["root", "second", "inner"]);
  assert.deepEqual(await (await get(app, "/b")).json(), ["root", "second", "late"]);
});

Deno.test("App answers 405 with Allow for a method the route lacks, and HEAD through GET", async () => {
  const app = new App<State>().get("/a", (ctx) => ctx.text("body")).put("/a", (ctx) => ctx.text("put"));
  const refused = await get(app, "/a", { method: "POST" });
  assert.equal(refused.status, 405);
  assert.equal(refused.headers.get("allow"), "GET, HEAD, OPTIONS, PUT");
  const head = await get(app, "/a", { method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(await head.text(), "");
});

Deno.test("App.route() passes data, status and headers from handler to component", async () => {
  const handler = define.handlers({
    GET: () => page({ greeting: "<hello>" }, { status: 202, headers: { "x-kind": "test" } }),
  });
  const Page = define.page<typeof handler>(({ data }) => <h1>{data.greeting}</h1>);
  const app = new App<State>()
    .appWrapper(({ Component }) => (
      <html>
        <head />
        <body>
          <Component />
        </body>
      </html>
    ))
    .layout(
      "*",
      define.layout(({ Component }) => (
        <main>
          <Component />
        </main>
      )),
    )
    .route("/", { handler, component: Page });
  const response = await get(app, "/");
  assert.equal(response.status, 202);
  assert.equal(response.headers.get("x-kind"), "test");
  assert.equal(
    await response.text(),
    "<!DOCTYPE html><html><head></head><body><main><h1>&lt;hello></h1></main></body></html>",
  );
});

Deno.test("App renders the nearest error page with the error's status", async () => {
  const app = new App<State>()
    .onError("*", (ctx) => ctx.text("outer", { status: (ctx.error as HttpError).status ?? 500 }))
    .onError("/deep", (ctx) => ctx.text("inner", { status: 418 }))
    .get("/deep/fail", () => {
      throw new HttpError(403);
    })
    .get("/fail", () => {
      throw new HttpError(403);
    });
  assert.equal(await (await get(app, "/deep/fail")).text(), "inner");
  const outer = await get(app, "/fail");
  assert.equal(outer.status, 403);
  assert.equal(await outer.text(), "outer");
  assert.equal((await get(app, "/nothing")).status, 404);
});

Deno.test("App hides an unexpected error's words and reports it once", async () => {
  const original = console.error;
  const seen: unknown[] = [];
  console.error = (...values: unknown[]) => void seen.push(values);
  try {
    const app = new App<State>().get("/", () => {
      throw new Error("secret path /srv");
    });
    const response = await get(app, "/");
    assert.equal(response.status, 500);
    assert.equal(await response.text(), "Internal Server Error");
    assert.equal(seen.length, 1);
  } finally {
    console.error = original;
  }
});

Deno.test("csp({ useNonce }) gives a page's own scripts each response's nonce, hoisted elements too", async () => {
  const hoisted = <script src="/own.js" />;
  const app = new App<State>().use(csp({ useNonce: true })).get("/", (ctx) => ctx.render(<p>{hoisted}</p>));
  const handle = app.handler();
  const nonces: string[] = [];
  for (let round = 0; round < 2; round++) {
    const response = await handle(new Request("http://localhost/"));
    const nonce = /<script src="\/own.js" nonce="([^"]+)"/.exec(await response.text())?.[1] ?? "";
    assert.ok(response.headers.get("content-security-policy")?.includes(`'nonce-${nonce}'`));
    nonces.push(nonce);
  }
  assert.notEqual(nonces[0], nonces[1]);
});
