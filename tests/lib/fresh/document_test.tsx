/** What happens to a page's elements while it renders: head, links, nonces. */
import assert from "node:assert/strict";
import { App, csp } from "fresh";
import { Head } from "fresh/runtime";
import type { ComponentChildren } from "preact";

async function headOf(children: ComponentChildren): Promise<string> {
  const app = new App<unknown>()
    .appWrapper(({ Component }) => (
      <html>
        <head>
          <title>Default</title>
          <meta name="description" content="default" />
          <link rel="stylesheet" href="/app.css" />
        </head>
        <body>
          <Component />
        </body>
      </html>
    ))
    .route("/", { component: () => <Head>{children}</Head> });
  const html = await (await app.handler()(new Request("http://localhost/"))).text();
  assert.match(html, /<body><\/body>/);
  return /<head>(.*)<\/head>/s.exec(html)![1]!;
}

Deno.test("an element of <Head> replaces the one that stands for the same, else it is added", async () => {
  assert.equal(
    await headOf(
      <>
        <title>Own</title>
        <meta name="description" content="own" />
        <meta name="other" content="x" />
      </>,
    ),
    '<title>Own</title><meta name="description" content="own"/><link rel="stylesheet" href="/app.css"/>' +
      '<meta name="other" content="x"/>',
  );
});

Deno.test("a style sheet of <Head> needs a key, or it replaces the app's", async () => {
  assert.match(
    await headOf(<link key="page" rel="stylesheet" href="/page.css" />),
    /href="\/app\.css".*<link rel="stylesheet" href="\/page\.css" data-key="page"\/>/,
  );
  const replaced = await headOf(<link rel="stylesheet" href="/page.css" />);
  assert.ok(replaced.includes("/page.css") && !replaced.includes("/app.css"));
});

Deno.test("links to the shown page and to those above it are marked, unless the page says otherwise", async () => {
  const Links = () => (
    <nav>
      <a href="/">home</a>
      <a href="/docs/">above</a>
      <a href="/docs/a?b=1">shown</a>
      <a href="/docs/a?b=2">another query</a>
      <a href="/doc">none</a>
      <a href="https://other.example/docs/a">elsewhere</a>
      <a href="/docs/a" aria-current="step">own word</a>
    </nav>
  );
  const app = new App<unknown>().route("/docs/:name", { component: Links });
  const html = await (await app.handler()(new Request("http://localhost/docs/a?b=1"))).text();
  const marks = [...html.matchAll(/<a ([^>]*)>([^<]*)/g)].map(([, attributes, text]) =>
    `${text}: ${/aria-current="(\w+)"/.exec(attributes!)?.[1]} ${/data-(\w+)/.exec(attributes!)?.[1]}`
  );
  assert.deepEqual(marks, [
    "home: true ancestor",
    "above: true ancestor",
    "shown: page current",
    "another query: true ancestor",
    "none: undefined undefined",
    "elsewhere: undefined undefined",
    "own word: step undefined",
  ]);
});

Deno.test("csp({ useNonce }) names the nonce that a page's scripts and styles carry, each response its own", async () => {
  const Page = () => (
    <div>
      <script src="/own.js" />
      <style>{"p { color: red }"}</style>
      <script src="/given.js" nonce="given" />
    </div>
  );
  const handle = new App<unknown>().use(csp({ useNonce: true })).route("/", { component: Page }).handler();
  const nonces: string[] = [];
  for (let round = 0; round < 2; round++) {
    const response = await handle(new Request("http://localhost/"));
    const html = await response.text();
    const nonce = /<script src="\/own.js" nonce="([^"]+)"/.exec(html)?.[1] ?? "";
    assert.ok(html.includes(`<style nonce="${nonce}">`));
    assert.match(html, /<script src="\/given\.js" nonce="given">/);
    const policy = response.headers.get("content-security-policy") ?? "";
    assert.ok(policy.includes(`script-src 'self' 'nonce-${nonce}'`));
    assert.doesNotMatch(policy, /unsafe-inline/);
    nonces.push(nonce);
  }
  assert.notEqual(nonces[0], nonces[1]);
});
