import assert from "node:assert/strict";
import { gunzipSync } from "node:zlib";
import { App } from "fresh";
import { compress } from "@/lib/server/http/middlewares/compress.ts";
import { respondShared } from "@/lib/server/http/shared_body.ts";
import { SharedBytes } from "@/lib/server/shared_bytes.ts";
import type { State } from "@/utils.ts";

const LONG = "price ".repeat(1_000);

/** What a browser that sends `accept` gets for an answer. */
async function through(
  answer: () => Response,
  accept = "gzip, deflate, br",
  method = "GET",
): Promise<Response> {
  const app = new App<State>().use(compress).get("/", answer);
  const headers = { "accept-encoding": accept };
  return await app.handler()(new Request("http://localhost/", { method, headers }));
}

const page = (body: string, more: HeadersInit = {}) =>
  new Response(body, { status: 203, headers: { "content-type": "text/html; charset=utf-8", ...more } });

Deno.test("a long page is sent compressed and reads the same", async () => {
  const response = await through(() => page(LONG, { etag: '"v1"', vary: "Cookie" }));
  assert.equal(response.status, 203);
  assert.equal(response.headers.get("content-encoding"), "gzip");
  assert.equal(response.headers.get("vary"), "Cookie, Accept-Encoding");
  assert.equal(response.headers.get("etag"), 'W/"v1"');
  const bytes = new Uint8Array(await response.arrayBuffer());
  assert.ok(bytes.byteLength < 200);
  assert.equal(gunzipSync(bytes).toString(), LONG);
});

Deno.test("without gzip, or with it refused, the page is plain, and caches know the difference", async () => {
  for (const accept of ["", "br", "identity", "gzip;q=0", "gzip; q=0.0, br"]) {
    const response = await through(() => page(LONG), accept);
    assert.equal(response.headers.get("content-encoding"), null, accept);
    assert.equal(response.headers.get("vary"), "Accept-Encoding");
    assert.equal(await response.text(), LONG);
  }
  assert.equal((await through(() => page(LONG), "gzip;q=0.5")).headers.get("content-encoding"), "gzip");
});

Deno.test("short answers, other types and what is compressed already pass unchanged", async () => {
  const cases: readonly (() => Response)[] = [
    () => page("short"),
    () => page(LONG, { "content-encoding": "br" }),
    () => page(LONG, { "content-type": "font/woff2" }),
    () => page(LONG, { "content-type": "text/event-stream" }),
  ];
  for (const answer of cases) {
    const [response, plain] = [await through(answer), answer()];
    assert.equal(response.status, plain.status);
    assert.equal(response.headers.get("content-encoding"), plain.headers.get("content-encoding"));
    assert.equal(await response.text(), await plain.text());
  }
});

Deno.test("an answer without a body stays without one", async () => {
  const headers = { "content-type": "application/json", etag: '"v1"' };
  const response = await through(() => new Response(null, { status: 304, headers }));
  assert.equal(response.status, 304);
  assert.equal(response.headers.get("content-encoding"), null);
  assert.equal(await response.text(), "");
});

Deno.test("a body that many responses share is compressed once, and a short one left alone", async () => {
  const bytes = new SharedBytes(new TextEncoder().encode(LONG));
  const answer = () => respondShared(bytes, { "content-type": "application/json", etag: '"v1"' });
  const first = await through(answer);
  assert.equal(first.headers.get("content-encoding"), "gzip");
  assert.equal(first.headers.get("etag"), 'W/"v1"');
  assert.equal(gunzipSync(new Uint8Array(await first.arrayBuffer())).toString(), LONG);
  const once = bytes.gzipped();
  await (await through(answer)).arrayBuffer();
  assert.equal(bytes.gzipped(), once);
  assert.equal(await (await through(answer, "")).text(), LONG);
  const short = respondShared(new SharedBytes(new TextEncoder().encode("[]")), {
    "content-type": "application/json",
  });
  assert.equal(await through(() => short), short);
});

Deno.test("a body of known length is sent with its length", async () => {
  const app = new App<State>().use(compress).get("/", () => page("short"));
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, app.handler());
  try {
    const response = await fetch(`http://127.0.0.1:${server.addr.port}/`, {
      headers: { "accept-encoding": "identity" },
    });
    assert.equal(await response.text(), "short");
    assert.equal(response.headers.get("content-length"), "5");
  } finally {
    await server.shutdown();
  }
});
