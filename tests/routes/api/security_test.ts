import assert from "node:assert/strict";
import { assertProblem, makeWorkspace, openTestApp } from "./support.ts";

const app = await openTestApp({ market: false });
Deno.test.afterAll(() => app.close());

const form = { "content-type": "application/x-www-form-urlencoded" };
const cookieOf = (headers: Headers) => headers.get("set-cookie")?.split(";")[0] ?? "";

async function signIn(email = "analyst@tenant-a.test") {
  const answer = await app.ask("POST", "/login", {
    tenant: "",
    text: `email=${encodeURIComponent(email)}`,
    headers: form,
  });
  assert.equal(answer.status, 303, answer.text);
  return cookieOf(answer.headers);
}

Deno.test("a session is a cookie that works until sign-out", async () => {
  const cookie = await signIn();
  assert.match(cookie, /^flowforge_session=[\w-]{43}$/);
  const ask = { tenant: "", headers: { cookie } };
  assert.equal((await app.ask("GET", "/api/v1/workflows", ask)).status, 200);
  assertProblem(await app.ask("GET", "/api/v1/audit", ask), 403, "forbidden");
  assert.equal((await app.ask("POST", "/logout", ask)).status, 303);
  assertProblem(await app.ask("GET", "/api/v1/workflows", ask), 401, "not_signed_in");
});

Deno.test("signing in makes a new secret each time and leaves an entry in the audit log", async () => {
  const planted = "flowforge_session=" + "a".repeat(43);
  const answer = await app.ask("POST", "/login", {
    tenant: "",
    text: "email=admin%40tenant-a.test",
    headers: { ...form, cookie: planted },
  });
  const cookie = cookieOf(answer.headers);
  assert.notEqual(cookie, planted);
  assert.notEqual(cookie, await signIn("admin@tenant-a.test"));
  assertProblem(
    await app.ask("GET", "/api/v1/workflows", { tenant: "", headers: { cookie: planted } }),
    401,
    "not_signed_in",
  );
  const audit = await app.ask("GET", "/api/v1/audit?search=signed_in");
  assert.equal(audit.json.items[0].actor, "admin@tenant-a.test");
});

Deno.test("only sample users can sign in without a password", async () => {
  for (const email of ["root@tenant-a.test", "", "admin@tenant-a.test'--", "ADMIN@TENANT-A.TEST "]) {
    const answer = await app.ask("POST", "/login", {
      tenant: "",
      text: `email=${encodeURIComponent(email)}`,
      headers: form,
    });
    assert.equal(answer.status, 401, email);
    assert.equal(answer.headers.get("set-cookie"), null);
  }
});

Deno.test("changes from another site are refused, whatever they look like", async () => {
  const cookie = await signIn();
  const create = (headers: Record<string, string>) =>
    app.ask("POST", "/api/v1/dashboards", {
      tenant: "",
      body: { name: "x" },
      headers: { cookie, ...headers },
    });
  const evil = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: "http://localhost:8000.evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site", origin: "http://localhost:8000" },
  ];
  for (const headers of evil) assertProblem(await create(headers as never), 403, "forbidden");
  const same = await create({ origin: "http://localhost:8000", "sec-fetch-site": "same-origin" });
  assert.equal(same.status, 201, same.text);
  const logout = await app.ask("POST", "/logout", {
    tenant: "",
    headers: { cookie, origin: "https://evil.example" },
  });
  assert.equal(logout.status, 403);
  const reading = await app.ask("GET", "/api/v1/dashboards", {
    tenant: "",
    headers: { cookie, origin: "https://evil.example" },
  });
  assert.equal(reading.status, 200, "reading is harmless: no CORS header lets the other site see it");
});

Deno.test("development headers name a tenant and role that exist, or nobody", async () => {
  for (
    const tenant of [
      "tenant-c",
      "tenant",
      "tenant-a ",
      "*",
      "tenant-a,tenant-b",
      "__proto__",
      "x".repeat(10_000),
    ]
  ) {
    const answer = await app.ask("GET", "/api/v1/dashboards", { tenant });
    if (tenant.trim() === "tenant-a") {
      assert.equal(answer.status, 200, "header values are trimmed by HTTP itself");
    } else assertProblem(answer, 401, "not_signed_in");
  }
  for (const role of ["owner", "ADMIN", "constructor"]) {
    assertProblem(await app.ask("GET", "/api/v1/dashboards", { role }), 401, "not_signed_in");
  }
  const named = await app.ask("POST", "/api/v1/dashboards", {
    body: { name: "Named" },
    headers: { "x-dev-user": "carol@tenant-a.test" },
  });
  assert.equal(named.status, 201);
  const audit = await app.ask("GET", "/api/v1/audit?search=carol");
  assert.equal(audit.json.items[0].resource_id, named.json.id);
});

Deno.test("every answer carries its headers: pages, data, errors", async () => {
  for (const path of ["/login", "/docs", "/api/v1/dashboards", "/api/v1/none", "/none", "/health/live"]) {
    const { headers } = await app.ask("GET", path, { tenant: path === "/login" ? "" : "tenant-a" });
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.match(policy, /object-src 'none'/, path);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval|\*/, path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("x-frame-options"), "DENY", path);
    assert.ok(headers.get("referrer-policy"), path);
    assert.match(headers.get("x-request-id") ?? "", /^[\w.-]{8,64}$/, path);
  }
});

Deno.test("a page has no script or style that the policy would stop", async () => {
  const { text, headers } = await app.ask("GET", "/docs");
  const nonce = /'nonce-([^']+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
  for (const [tag] of text.matchAll(/<(script|style)\b(?![^>]*\bsrc=)[^>]*>/g)) {
    assert.ok(tag.includes('type="application/json"') || (nonce && tag.includes(nonce)), tag);
  }
  assert.doesNotMatch(text, /\sstyle="|\son\w+="/);
  assert.doesNotMatch(text, /(?:src|href)="(?:https?:)?\/\//);
});

Deno.test("a sane request id is kept, any other is replaced", async () => {
  const idOf = async (given: string) =>
    (await app.ask("GET", "/api/v1/none", { headers: { "x-request-id": given } })).json.request_id;
  assert.equal(await idOf("trace-0001.a_b"), "trace-0001.a_b");
  for (const odd of ["short", "x".repeat(65), 'quote"quote', "<script>12345", "a b c d e f g"]) {
    assert.notEqual(await idOf(odd), odd);
  }
});

Deno.test("logs hold one JSON object a line, with neither query strings nor secrets", async () => {
  const cookie = await signIn();
  await app.ask("GET", "/api/v1/widgets/CANARY-PATH/data?symbol=CANARY-QUERY", {
    tenant: "",
    headers: { cookie },
  });
  await app.ask("POST", "/api/v1/dashboards", { text: '{"name":7,"note":"CANARY-BODY"}' });
  await app.ask("GET", "/api/v1/x%0d%0a%7b%22level%22:1%7d", {});
  const lines = app.logged.map((line) => JSON.parse(line));
  const request = lines.findLast(({ path }) => path?.includes("CANARY-PATH"));
  assert.equal(request.status, 404);
  assert.equal(request.tenant, "tenant-a");
  assert.equal(typeof request.duration_ms, "number");
  const all = app.logged.join("\n");
  assert.doesNotMatch(all, /CANARY-QUERY|CANARY-BODY/);
  assert.ok(!all.includes(cookie.split("=")[1]!));
});

Deno.test("metrics count by route pattern, never by path or tenant", async () => {
  const { workflow } = await makeWorkspace(app);
  await app.ask("GET", `/api/v1/workflows/${workflow}`);
  const { status, type, text } = await app.ask("GET", "/metrics");
  assert.equal(status, 200);
  assert.match(type, /^text\/plain/);
  assert.match(
    text,
    /flowforge_http_requests_total\{method="GET",route="\/api\/v1\/workflows\/:id",status="200"\} \d+/,
  );
  assert.ok(!text.includes(workflow) && !text.includes("tenant-a"));
});

Deno.test("health answers for the load balancer", async () => {
  const live = await app.ask("GET", "/health/live", { tenant: "" });
  assert.deepEqual(live.json, { status: "ok", checks: {} });
  for (const path of ["/health", "/health/ready"]) {
    const { status, type, json } = await app.ask("GET", path, { tenant: "" });
    assert.equal(status, 200);
    assert.equal(type, "application/json");
    assert.equal(json.status, "ok");
    assert.equal(json.checks.metadata.status, "ok");
  }
});
