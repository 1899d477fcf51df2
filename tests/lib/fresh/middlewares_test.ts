import assert from "node:assert/strict";
import { App, cors, csp, csrf, type Middleware, trailingSlashes } from "fresh";
import { safeLocation } from "@/lib/fresh/context.ts";

function answers(middleware: Middleware<unknown>) {
  const handle = new App<unknown>().use(middleware).all("/*", (ctx) => ctx.text("ok")).handler();
  return (path: string, init?: RequestInit) => handle(new Request(`https://app.example${path}`, init));
}

Deno.test("csrf() refuses state changes from other sites only", async () => {
  const send = answers(csrf({ origin: ["https://trusted.example"] }));
  const cases: readonly [string, Record<string, string>, number][] = [
    ["GET", { "sec-fetch-site": "cross-site" }, 200],
    ["POST", { "sec-fetch-site": "same-origin", origin: "https://app.example" }, 200],
    ["POST", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
    ["POST", { "sec-fetch-site": "same-site", origin: "https://other.app.example" }, 403],
    ["POST", { "sec-fetch-site": "cross-site", origin: "https://trusted.example" }, 200],
    ["POST", { origin: "https://evil.example" }, 403],
    ["POST", { origin: "null" }, 403],
    ["POST", { origin: "https://app.example" }, 200],
    ["DELETE", {}, 200],
  ];
  for (const [method, headers, status] of cases) {
    assert.equal(
      (await send("/", { method, headers })).status,
      status,
      `${method} ${JSON.stringify(headers)}`,
    );
  }
});

Deno.test("csp() joins its directives with the defaults and keeps 'unsafe-inline' where nothing was rendered", async () => {
  const response = await answers(csp({ useNonce: true, csp: ["img-src *"], reportTo: "/reports" }))("/");
  const policy = response.headers.get("content-security-policy") ?? "";
  assert.match(policy, /script-src 'self' 'unsafe-inline';/);
  assert.match(policy, /img-src \*;/);
  assert.match(policy, /report-uri \/reports/);
  assert.equal(response.headers.get("reporting-endpoints"), 'csp-endpoint="/reports"');
  const reported = await answers(csp({ reportOnly: true }))("/");
  assert.equal(reported.headers.get("content-security-policy"), null);
  assert.ok(reported.headers.get("content-security-policy-report-only"));
});

Deno.test("cors() names only an allowed origin", async () => {
  const send = answers(cors({ origin: ["https://a.example"], credentials: true }));
  const allowed = await send("/", { headers: { origin: "https://a.example" } });
  assert.equal(allowed.headers.get("access-control-allow-origin"), "https://a.example");
  const other = await send("/", { headers: { origin: "https://b.example" } });
  assert.equal(other.headers.get("access-control-allow-origin"), null);
  const preflight = await send("/", { method: "OPTIONS", headers: { origin: "https://a.example" } });
  assert.equal(preflight.status, 204);
});

Deno.test("trailingSlashes() redirects within the app, also for paths of slashes", async () => {
  const response = await answers(trailingSlashes("never"))("//evil.example/?a=1");
  assert.equal(response.headers.get("location"), "/evil.example?a=1");
});

Deno.test("redirect() never leaves the origin for a path", () => {
  for (
    const path of [
      "//evil.example",
      "/\\evil.example",
      "/\t/evil.example",
      "\n//evil.example",
      "\\\\evil.example",
      " //evil.example",
    ]
  ) {
    const target = new URL(safeLocation(path), "https://app.example/page");
    assert.equal(target.origin, "https://app.example", JSON.stringify(path));
  }
  assert.equal(safeLocation("/a?next=//b"), "/a?next=//b");
  assert.equal(safeLocation("https://issuer.example/authorize"), "https://issuer.example/authorize");
});

Deno.test("an error page gets the headers of the middlewares registered before it", async () => {
  const handle = new App<unknown>()
    .use(csp())
    .onError("*", (ctx) => ctx.text("error page", { status: 500 }))
    .notFound((ctx) => ctx.text("not found page", { status: 404 }))
    .get("/fail", () => Promise.reject(new TypeError("expected by the test")))
    .handler();
  const original = console.error;
  console.error = () => {};
  try {
    const failed = await handle(new Request("http://localhost/fail"));
    assert.equal(await failed.text(), "error page");
    assert.ok(failed.headers.has("content-security-policy"));
    const missing = await handle(new Request("http://localhost/none"));
    assert.equal(await missing.text(), "not found page");
    assert.ok(missing.headers.has("content-security-policy"));
  } finally {
    console.error = original;
  }
});
