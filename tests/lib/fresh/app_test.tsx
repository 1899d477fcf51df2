/** What the app asks of `App`, from whichever implementation the import map names. */
import assert from "node:assert/strict";
import { App, createDefine, HttpError, page, trailingSlashes } from "fresh";

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

Deno.test("a component alone takes every method; a handler object only its own and, with a component, GET", async () => {
  const Page = () => <p>page</p>;
  const app = new App<State>()
    .route("/component", { component: Page })
    .route("/both", { component: Page, handler: { POST: () => page({}) } });
  assert.match(await textOf(app, "/component", { method: "DELETE" }), /<p>page<\/p>/);
  assert.match(await textOf(app, "/both"), /<p>page<\/p>/);
  assert.equal((await get(app, "/both", { method: "DELETE" })).status, 405);
});

Deno.test("a handler's data, status and headers reach the page; layouts and the app wrapper get no data", async () => {
  const handler = define.handlers({
    GET: () =>
      page({ greeting: "<hello>" }, { status: 202, headers: { "x-kind": "test", "content-type": "x" } }),
  });
  const Page = define.page<typeof handler>(({ data }) => <h1>{data.greeting}</h1>);
  const app = new App<State>()
    .appWrapper(({ Component, data }) => (
      <html>
        <head />
        <body class={String(data)}>
          <Component />
        </body>
      </html>
    ))
    .layout(
      "*",
      define.layout(({ Component, data }) => (
        <main class={String(data)}>
          <Component />
        </main>
      )),
    )
    .route("/", { handler, component: Page as never });
  const response = await get(app, "/");
  assert.equal(response.status, 202);
  assert.equal(response.headers.get("x-kind"), "test");
  assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(
    await response.text(),
    '<!DOCTYPE html><html><head></head><body class="null"><main class="null"><h1>&lt;hello></h1></main></body></html>',
  );
});

Deno.test("a page is rendered before the app wrapper, which finds what the page said", async () => {
  const app = new App<State>()
    .appWrapper(({ Component, state }) => (
      <html>
        <head>
          <title>{state.trail.join()}</title>
        </head>
        <body>
          <Component />
        </body>
      </html>
    ))
    .route("/", {
      component({ state }) {
        state.trail = ["said by the page"];
        return <p>page</p>;
      },
    });
  assert.match(await textOf(app, "/"), /<title>said by the page<\/title>/);
});

Deno.test("what nobody rendered of html, head and body is added", async () => {
  const app = new App<State>()
    .get("/", (ctx) => ctx.render(<p>alone</p>))
    .get("/nothing", (ctx) => ctx.render(null))
    .get("/body", (ctx) => ctx.render(<body id="own">text</body>));
  const around = (body: string) => `<!DOCTYPE html><html><head><meta charset="utf-8"/></head>${body}</html>`;
  assert.equal(await textOf(app, "/"), around("<body><p>alone</p></body>"));
  assert.equal(await textOf(app, "/nothing"), around("<body></body>"));
  assert.equal(await textOf(app, "/body"), around('<body id="own">text</body>'));
});

Deno.test("layouts and pages may be async, may respond themselves, and may skip what is around them", async () => {
  const app = new App<State>()
    .appWrapper(({ Component }) => (
      <html>
        <body>
          <Component />
        </body>
      </html>
    ))
    .layout("*", async ({ Component }) => {
      await Promise.resolve();
      return (
        <main>
          <Component />
        </main>
      );
    })
    // deno-lint-ignore require-await -- its being async is what is tested
    .route("/response", { component: (async () => new Response("own")) as never })
    .route("/bare", {
      component: () => <p>bare</p>,
      config: { skipInheritedLayouts: true, skipAppWrapper: true },
    })
    .layout("/inner", ({ Component }) => (
      <section>
        <Component />
      </section>
    ), { skipInheritedLayouts: true })
    .route("/inner/a", { component: () => <p>a</p> })
    .route("/", { component: () => <p>home</p> });
  assert.match(await textOf(app, "/"), /<body><main><p>home<\/p><\/main><\/body>/);
  assert.equal(await textOf(app, "/response"), "own");
  assert.match(await textOf(app, "/bare"), /<body><p>bare<\/p><\/body>/);
  assert.match(await textOf(app, "/inner/a"), /<body><section><p>a<\/p><\/section><\/body>/);
});

Deno.test("an error goes to the innermost error page, which is rendered outside of its path's middlewares", async () => {
  const header = (name: string) =>
    define.middleware(async (ctx) => {
      const response = await ctx.next();
      response.headers.set(name, "yes");
      return response;
    });
  const status = (error: unknown) => error instanceof HttpError ? error.status : 500;
  const app = new App<State>()
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
  const app = new App<State>()
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
  const app = new App<State>()
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
  const app = new App<State>()
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
  const app = new App<State>()
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
