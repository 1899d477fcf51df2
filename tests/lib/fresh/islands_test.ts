import assert from "node:assert/strict";
import { App, csp, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { openBrowser } from "../../e2e/support/browser.ts";

const root = new URL("./fixture", import.meta.url).pathname;
const applySnapshot = await new Builder({ root }).build({ snapshot: "memory" });

function createHandler() {
  const app = new App<unknown>()
    .use(csp({ useNonce: true, csp: ["script-src 'self' 'unsafe-inline'", "style-src 'self'"] }))
    .use(staticFiles())
    .fsRoutes();
  applySnapshot(app);
  return app.handler();
}
const handle = createHandler();
const get = (path: string) => handle(new Request(`http://localhost${path}`));

Deno.test("a page with islands names its modules ahead, and its scripts carry the response's nonce", async () => {
  const response = await get("/islands");
  const html = await response.text();
  const nonce = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "")?.[1];
  assert.ok(nonce);
  const scripts = html.match(/<script\s[^>]*>/g) ?? [];
  assert.ok(scripts.length > 0);
  for (const script of scripts) assert.ok(script.includes(`nonce="${nonce}"`), script);
  const modules = [...(response.headers.get("link") ?? "").matchAll(/<([^>]+)>; rel="modulepreload"/g)]
    .map(([, url]) => url!);
  assert.ok(modules.length >= 4, "the runtime and the page's three kinds of islands");
  assert.equal(new Set(modules).size, modules.length);
  for (const url of modules) {
    const file = await get(url);
    assert.equal(file.headers.get("cache-control"), "public, max-age=31536000, immutable");
    assert.match(file.headers.get("content-type") ?? "", /^text\/javascript/);
    await file.body?.cancel();
  }
});

Deno.test("a page without islands carries no script", async () => {
  const response = await get("/");
  assert.equal(response.headers.get("link"), null);
  assert.doesNotMatch(await response.text(), /<script/);
});

Deno.test("head elements replace what they repeat, and images name their content", async () => {
  const html = await (await get("/islands")).text();
  assert.equal(html.match(/<title>/g)?.length, 1);
  assert.match(html, /<title>Islands &amp; more<\/title>/);
  assert.match(html, /<img src="\/dot\.svg\?__frsh_c=[0-9a-f]+"/);
});

Deno.test("props cannot end the script element that carries them", async () => {
  const html = await (await get("/islands")).text();
  assert.doesNotMatch(html, /<\/script><script>window\.broken/);
  assert.equal(html.match(/<\/script>/g)?.length, html.match(/<script\b[^>]*nonce=/g)?.length);
});

Deno.test("islands hydrate in a browser under a strict policy", async (t) => {
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    (request) => handle(request),
  );
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && problems.push(message.text())));
    page.on("pageerror", (error) => void problems.push(String(error)));
    await page.goto(`http://127.0.0.1:${server.addr.port}/islands`);
    await page.waitForFunction(() => document.querySelector("#seen")?.textContent !== "server");

    await t.step("a signal given to two islands stays one", async () => {
      await page.click("#first");
      await page.click("#second");
      assert.equal(await page.textContent("#first"), "FIRST: 3");
      assert.equal(await page.textContent("#second"), "SECOND: 3");
    });
    await t.step("all kinds of props arrive", async () => {
      assert.equal(
        await page.textContent("#seen"),
        `1970-01-01T00:00:00.000Z|1|true|bigint|example.com|3|true|true|true|` +
          `</script><script>window.broken=1</script><!--"'&\u2028|true|true`,
      );
      assert.equal(await page.evaluate(() => Reflect.get(globalThis, "broken")), undefined);
    });
    await t.step("server-rendered children stay, leave and return, with islands inside", async () => {
      await page.waitForFunction(() => document.querySelector(".local")?.textContent === "8");
      assert.equal(await page.isDisabled("#check"), true);
      await page.click("#toggle");
      assert.equal(await page.locator(".inside").count(), 0);
      await page.click("#toggle");
      await page.waitForFunction(
        () => document.querySelector("#panel-content")?.textContent === "server text8tail",
      );
      assert.equal(await page.isDisabled("#check"), true);
    });
    await t.step("JSX that was not shown at first can be shown later", async () => {
      await page.click("#show-footer");
      await page.waitForFunction(() => document.querySelector("#late b")?.textContent === "42");
      assert.equal(await page.textContent("#late"), "late 42");
    });
    await t.step("an island inside an island is an ordinary component", async () => {
      await page.click("#own");
      assert.equal(await page.textContent("#own"), "OWN: 41");
    });
    await t.step("nothing violated the policy or threw", () => assert.deepEqual(problems, []));
  } finally {
    await browser.close();
    await server.shutdown();
  }
});
