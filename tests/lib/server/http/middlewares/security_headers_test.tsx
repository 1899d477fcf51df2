import assert from "node:assert/strict";
import { App } from "fresh";
import { securityHeaders } from "@/lib/server/http/middlewares/security_headers.ts";
import type { State } from "@/utils.ts";

const handle = new App<State>()
  .use(securityHeaders)
  .get("/page", (ctx) => ctx.render(<script>run()</script>))
  .get("/data", (ctx) => ctx.json({}))
  .get("/text", (ctx) => ctx.text(""))
  .get(
    "/embed",
    (ctx) =>
      ctx.text("", {
        headers: { "content-security-policy": "frame-ancestors 'self' https://a.example; x y" },
      }),
  )
  .handler();
const get = (url: string) => handle(new Request(url));
const policyOf = ({ headers }: Response) => headers.get("content-security-policy") ?? "";

const REST =
  "font-src 'self'; img-src 'self' data:; media-src 'self' data: blob:; worker-src 'self' blob:; " +
  "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self';";

Deno.test("a page's own scripts carry the nonce that the policy names", async () => {
  const response = await get("http://localhost/page");
  const nonce = /<script nonce="(\w{32})">/.exec(await response.text())?.[1];
  assert.equal(
    policyOf(response),
    `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; ${REST} frame-ancestors 'none'`,
  );
  assert.equal(response.headers.get("x-frame-options"), "DENY");
  assert.equal(response.headers.get("strict-transport-security"), null);
});

Deno.test("data that is opened as a page may do nothing at all", async () => {
  const response = await get("http://localhost/data");
  assert.equal(
    policyOf(response),
    "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
  assert.equal(response.headers.get("x-frame-options"), "DENY");
});

Deno.test("what is neither page nor data allows no inline script", async () => {
  assert.equal(
    policyOf(await get("http://localhost/text")),
    `default-src 'self'; script-src 'self'; style-src 'self'; ${REST} frame-ancestors 'none'`,
  );
});

Deno.test("an embed says who may frame it, and nothing else", async () => {
  const response = await get("http://localhost/embed");
  assert.equal(
    policyOf(response),
    `default-src 'self'; script-src 'self'; style-src 'self'; ${REST} frame-ancestors 'self' https://a.example`,
  );
  assert.equal(response.headers.get("x-frame-options"), null);
});

Deno.test("over HTTPS everything else is asked for over HTTPS too", async () => {
  const response = await get("https://localhost/page");
  assert.match(policyOf(response), /; upgrade-insecure-requests$/);
  assert.ok(response.headers.has("strict-transport-security"));
});
