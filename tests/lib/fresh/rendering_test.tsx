/** How a page comes to be: handler, component, layouts, app wrapper, document. */
import assert from "node:assert/strict";
import { App, createDefine, page } from "fresh";

interface State {
  trail: string[];
}
const define = createDefine<State>();

const get = (app: App<State>, path: string, init?: RequestInit) =>
  app.handler()(new Request(`http://localhost${path}`, init));
const textOf = async (app: App<State>, path: string, init?: RequestInit) =>
  await (await get(app, path, init)).text();

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
