import { equal, ok } from "node:assert/strict";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { embedHeaders, frameAncestors } from "../../routes/embed/(_embed)/headers.ts";

Deno.test("frameAncestors() names the key's origins and this site", () => {
  equal(
    frameAncestors(["https://portal.example", "http://localhost:8080"]),
    "frame-ancestors 'self' https://portal.example http://localhost:8080",
  );
});

Deno.test("frameAncestors() lets nobody else in when the key has no origins", () => {
  equal(frameAncestors([]), "frame-ancestors 'self'");
});

Deno.test("frameAncestors() drops whatever is not exactly an origin", () => {
  const hostile = [
    "*",
    "https://*.example",
    "https://a.example/path",
    "https://a.example; script-src *",
    "'none'",
    "null",
  ];
  equal(frameAncestors([...hostile, "https://b.example"]), "frame-ancestors 'self' https://b.example");
});

Deno.test("embedHeaders() keeps embeds out of caches and referrers", () => {
  const headers = embedHeaders([], null);
  ok(headers["cache-control"]?.includes("no-store") && headers["cache-control"].includes("private"));
  equal(headers["referrer-policy"], "no-referrer");
});

Deno.test("embedHeaders() says when to come back after too many requests", () => {
  const limited = new FlowForgeError("rate_limited", "Cannot answer yet.", { retryAfterMs: 1500 });
  equal(embedHeaders(null, limited)["retry-after"], "2");
});
