/** Where errors go: error pages, the not-found page, middlewares that catch, and at last plain text. */
import assert from "node:assert/strict";
import { App, createDefine, HttpError } from "fresh";

const define = createDefine<unknown>();

const get = (app: App<unknown>, path: string) => app.handler()(new Request(`http://localhost${path}`));
const textOf = async (app: App<unknown>, path: string) => await (await get(app, path)).text();

/** What the console was told while something ran. */
async function complaints(run: () => Promise<void>): Promise<unknown[]> {
  const original = console.error;
  const seen: unknown[] = [];
  console.error = (...values: unknown[]) => void seen.push(values);
  try {
    await run();
  } finally {
    console.error = original;
  }
  return seen;
}

Deno.test("an error goes to the innermost error page, which is rendered outside of its path's middlewares", async () => {
  const header = (name: string) =>
    define.middleware(async (ctx) => {
      const response = await ctx.next();
      response.headers.set(name, "yes");
      return response;
    });
  const status = (error: unknown) => error instanceof HttpError ? error.status : 500;
  const app = new App<unknown>()
    .use(header("x-outer"))
    .use("/deep", header("x-deep"))
    .onError("*", (ctx) => ctx.text("outer", { status: status(ctx.error) }))
    .onError("/deep", (ctx) => ctx.text("inner", { status: 418 }))
    .get("/deep/fail", () => {
      throw new HttpError(403);
    })
    .get("/fail", () => {
      throw new HttpError(403);
    });
  const inner = await get(app, "/deep/fail");
  assert.equal(await inner.text(), "inner");
  assert.equal(inner.headers.get("x-deep"), null);
  assert.equal(inner.headers.get("x-outer"), "yes");
  const outer = await get(app, "/fail");
  assert.equal(outer.status, 403);
  assert.equal(await outer.text(), "outer");
  assert.equal(outer.headers.get("x-outer"), null);
  assert.equal((await get(app, "/nothing")).status, 404);
});

Deno.test("an error page of a component has the error's status and its place's layouts", async () => {
  const app = new App<unknown>()
    .layout("*", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .layout("/deep", ({ Component }) => (
      <section>
        <Component />
      </section>
    ))
    .onError("*", { component: ({ error }) => <p>{error instanceof HttpError ? error.status : "none"}</p> })
    .get("/deep/fail", () => {
      throw new HttpError(409, "taken");
    });
  const response = await get(app, "/deep/fail");
  assert.equal(response.status, 409);
  assert.match(await response.text(), /<body><main><p>409<\/p><\/main><\/body>/);
});

Deno.test("the not-found page takes every 404 before any error page, and says its status itself", async () => {
  const app = new App<unknown>()
    .onError("*", (ctx) => ctx.text("error", { status: 500 }))
    .notFound((ctx) => ctx.text("nothing here", { status: 404 }))
    .get("/thrown", () => {
      throw new HttpError(404);
    });
  for (const path of ["/thrown", "/unknown"]) {
    const response = await get(app, path);
    assert.equal(response.status, 404, path);
    assert.equal(await response.text(), "nothing here", path);
  }
});

Deno.test("a middleware that catches an error renders in the app wrapper and layouts of its own place", async () => {
  const app = new App<unknown>()
    .appWrapper(({ Component }) => (
      <html>
        <body>
          <Component />
        </body>
      </html>
    ))
    .layout("*", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .use(async (ctx) => {
      try {
        return await ctx.next();
      } catch {
        return await ctx.render(<p>caught</p>, { status: 500 });
      }
    })
    .layout("/deep", ({ Component }) => (
      <section>
        <Component />
      </section>
    ), { skipAppWrapper: true })
    .get("/deep/fail", () => {
      throw new Error("expected by the test");
    });
  for (const path of ["/deep/fail", "/unknown"]) {
    const response = await get(app, path);
    assert.equal(response.status, 500, path);
    assert.match(await response.text(), /<body><main><p>caught<\/p><\/main><\/body>/, path);
  }
});

Deno.test("an error that nobody takes is plain text; an unexpected one keeps its words to the console", async () => {
  const app = new App<unknown>()
    .get("/unexpected", () => {
      throw new Error("secret path /srv");
    })
    .get("/named", () => {
      throw new HttpError(403, "Not for you");
    })
    .get("/unnamed", () => {
      throw new HttpError(403);
    });
  const seen = await complaints(async () => {
    const response = await get(app, "/unexpected");
    assert.equal(response.status, 500);
    assert.equal(await response.text(), "Internal server error");
    assert.equal(response.headers.get("content-type"), "text/plain;charset=UTF-8");
    assert.equal(await textOf(app, "/named"), "Not for you");
    assert.equal(await textOf(app, "/unnamed"), "Forbidden");
    assert.equal(await textOf(app, "/unknown"), "Not Found");
  });
  assert.equal(seen.length, 1);
});

Deno.test("an HttpError has the status and words it was given, and no others", () => {
  const error = new HttpError(409, "taken", { cause: "cause" });
  assert.deepEqual([error.name, error.status, error.message, error.cause], [
    "HttpError",
    409,
    "taken",
    "cause",
  ]);
  assert.equal(new HttpError(404).message, "");
});
