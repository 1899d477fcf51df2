import assert from "node:assert/strict";
import { App, csp, csrf, type Middleware } from "fresh";

function through(middleware: Middleware<unknown>) {
  const handle = new App<unknown>().use(middleware).all("/*", (ctx) => ctx.text("ok")).handler();
  return (path: string, init?: RequestInit) => handle(new Request(`https://app.example${path}`, init));
}

type Case = readonly [method: string, headers: Record<string, string>, status: number];

async function assertStatuses(middleware: Middleware<unknown>, cases: readonly Case[]): Promise<void> {
  const send = through(middleware);
  for (const [method, headers, status] of cases) {
    const response = await send("/", { method, headers });
    assert.equal(response.status, status, `${method} ${JSON.stringify(headers)}`);
  }
}

Deno.test("csrf() refuses state changes from other sites, but an own Origin passes whatever Sec-Fetch-Site says", () =>
  assertStatuses(csrf(), [
    ["GET", { "sec-fetch-site": "cross-site" }, 200],
    ["POST", { "sec-fetch-site": "same-origin", origin: "https://app.example" }, 200],
    ["POST", { "sec-fetch-site": "none" }, 200],
    ["POST", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, 403],
    ["POST", { "sec-fetch-site": "cross-site" }, 403],
    ["POST", { "sec-fetch-site": "same-site", origin: "https://other.app.example" }, 403],
    ["POST", { "sec-fetch-site": "same-site", origin: "https://app.example" }, 200],
    ["POST", { origin: "https://evil.example" }, 403],
    ["POST", { origin: "null" }, 403],
    ["POST", { origin: "https://app.example" }, 200],
    ["DELETE", {}, 200],
  ]));

Deno.test("csrf({ origin }) takes the given origins instead of the app's own", () =>
  assertStatuses(csrf({ origin: ["https://trusted.example"] }), [
    ["POST", { "sec-fetch-site": "cross-site", origin: "https://trusted.example" }, 200],
    ["POST", { origin: "https://trusted.example" }, 200],
    ["POST", { origin: "https://app.example" }, 403],
    ["POST", { "sec-fetch-site": "same-origin", origin: "https://app.example" }, 200],
  ]));

Deno.test("csp() joins its directives with the defaults and keeps 'unsafe-inline' where nothing was rendered", async () => {
  const response = await through(csp({ useNonce: true, csp: ["img-src *"], reportTo: "/reports" }))("/");
  const policy = response.headers.get("content-security-policy") ?? "";
  assert.match(policy, /script-src 'self' 'unsafe-inline';/);
  assert.match(policy, /img-src \*;/);
  assert.match(policy, /report-uri \/reports/);
  assert.equal(response.headers.get("reporting-endpoints"), 'csp-endpoint="/reports"');
  const reported = await through(csp({ reportOnly: true }))("/");
  assert.equal(reported.headers.get("content-security-policy"), null);
  assert.ok(reported.headers.get("content-security-policy-report-only"));
});
