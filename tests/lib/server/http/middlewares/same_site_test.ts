import assert from "node:assert/strict";
import { App } from "fresh";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { sameSite } from "@/lib/server/http/middlewares/same_site.ts";
import type { State } from "@/utils.ts";

const handle = new App<State>()
  .use(async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      return ctx.text("refused", { status: error instanceof FlowForgeError ? error.status : 500 });
    }
  })
  .use(sameSite)
  .all("/*", (ctx) => ctx.text("passed"))
  .handler();

async function statusOf(method: string, headers: Record<string, string>, path = "/theme"): Promise<number> {
  const response = await handle(new Request(`https://app.example${path}`, { method, headers }));
  await response.body?.cancel();
  return response.status;
}

Deno.test("changes pass from this site, and from what is no browser", async () => {
  const own: readonly Record<string, string>[] = [
    { "sec-fetch-site": "same-origin", origin: "https://app.example" },
    { "sec-fetch-site": "same-origin" },
    { "sec-fetch-site": "none" },
    { origin: "https://app.example" },
    {},
  ];
  for (const headers of own) assert.equal(await statusOf("POST", headers), 200, JSON.stringify(headers));
});

Deno.test("changes from anywhere else are refused, an own Origin from a neighbouring subdomain too", async () => {
  const others: readonly Record<string, string>[] = [
    { "sec-fetch-site": "same-site", origin: "https://app.example" },
    { "sec-fetch-site": "cross-site", origin: "https://app.example" },
    { "sec-fetch-site": "same-site", origin: "https://other.app.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "" },
    { origin: "https://app.example.evil" },
    { origin: "http://app.example" },
    { origin: "null" },
  ];
  for (const headers of others) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      assert.equal(await statusOf(method, headers), 403, `${method} ${JSON.stringify(headers)}`);
    }
  }
});

Deno.test("reading is open to all, and so are embeds, which carry no cookie", async () => {
  const other = { "sec-fetch-site": "cross-site", origin: "https://other.example" };
  for (const method of ["GET", "HEAD", "OPTIONS"]) assert.equal(await statusOf(method, other), 200, method);
  assert.equal(await statusOf("POST", other, "/api/v1/embed/w/ticket"), 200);
  assert.equal(await statusOf("POST", other, "/api/v1/embedding"), 403);
});
