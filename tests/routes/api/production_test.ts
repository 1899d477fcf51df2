import assert from "node:assert/strict";
import { assertProblem, openTestApp } from "./support.ts";

const app = await openTestApp({ market: false, environment: { APP_ENV: "production" } });
Deno.test.afterAll(() => app.close());

Deno.test("in production the development headers name nobody", async () => {
  assertProblem(await app.ask("GET", "/api/v1/dashboards"), 401, "not_signed_in");
  assertProblem(await app.ask("GET", "/api/v1/dashboards", { role: "admin" }), 401, "not_signed_in");
});

Deno.test("in production nobody signs in without a password", async () => {
  const login = await app.ask("POST", "/login", {
    tenant: "",
    text: "email=admin%40tenant-a.test",
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  assert.equal(login.status, 403);
  assert.equal(login.headers.get("set-cookie"), null);
  assert.deepEqual(app.services.sessions.sampleUsers(), []);
});
