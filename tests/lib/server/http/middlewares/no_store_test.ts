import { equal } from "node:assert/strict";
import { App } from "fresh";
import { noStore } from "@/lib/server/http/middlewares/no_store.ts";
import type { State } from "@/utils.ts";

const HTML = "text/html; charset=utf-8";
const handle = new App<State>()
  .use(noStore)
  .get("/page", () => new Response("", { headers: { "content-type": HTML } }))
  .get(
    "/kept",
    () => new Response("", { headers: { "content-type": HTML, "cache-control": "public, max-age=60" } }),
  )
  .get(
    "/part",
    () => new Response("", { headers: { "content-type": HTML, "cache-control": "private, no-store" } }),
  )
  .get("/rows", () => new Response("a,b", { headers: { "content-type": "text/csv" } }))
  .get("/on", () => new Response(null, { status: 303, headers: { location: "/page" } }))
  .get("/file", () => new Response("", { headers: { "cache-control": "public, max-age=60" } }))
  .handler();

const said = async (path: string) =>
  (await handle(new Request(`http://localhost${path}`))).headers.get("cache-control");

Deno.test("a page is kept by no cache, even where its route says otherwise", async () => {
  equal(await said("/page"), "no-store");
  equal(await said("/kept"), "no-store");
  equal(await said("/part"), "private, no-store");
});

Deno.test("what says nothing of caches is kept by none; a file that is for everyone is", async () => {
  equal(await said("/rows"), "no-store");
  equal(await said("/on"), "no-store");
  equal(await said("/file"), "public, max-age=60");
});
