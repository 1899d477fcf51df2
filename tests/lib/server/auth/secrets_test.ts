import assert from "node:assert/strict";
import { generateApiKey, looksLikeApiKey } from "@/lib/server/auth/api_key.ts";
import {
  clearedSessionCookie,
  parseCookies,
  readSessionToken,
  sessionCookie,
} from "@/lib/server/auth/cookie.ts";
import { randomSecret } from "@/lib/server/auth/secrets.ts";
import { sha256 } from "@/lib/server/digest.ts";

Deno.test("API keys carry 256 random bits and are stored by digest and prefix only", () => {
  const { key, prefix, hash } = generateApiKey();
  assert.match(key, /^sk_live_[\w-]{43}$/);
  assert.ok(key.startsWith(prefix) && prefix.length < 20);
  assert.equal(hash, sha256(key));
  assert.notEqual(generateApiKey().key, key);
  assert.ok(looksLikeApiKey(key));
  for (const text of ["", "sk_live_", "sk_live_short", `${key} `, `${key}\n`, "x".repeat(43)]) {
    assert.equal(looksLikeApiKey(text), false, text);
  }
});

Deno.test("sha256() is the known digest", () => {
  assert.equal(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  assert.equal(randomSecret(32).length, 43);
});

Deno.test("the session cookie is out of scripts' reach, and bound to the host over https", () => {
  const plain = new Request("http://localhost/");
  const secure = new Request("https://desk.example/");
  assert.match(
    sessionCookie(plain, "t"),
    /^flowforge_session=t; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/,
  );
  assert.match(sessionCookie(secure, "t"), /^__Host-flowforge_session=t; Path=\/;.*; Secure$/);
  assert.match(clearedSessionCookie(plain), /Max-Age=0/);
  const behindProxy = new Request("http://app/", { headers: { "x-forwarded-proto": "https" } });
  assert.match(sessionCookie(behindProxy, "t"), /^__Host-/);
});

Deno.test("over https a cookie without the host prefix is not a session", () => {
  const headers = { cookie: "flowforge_session=planted" };
  assert.equal(readSessionToken(new Request("https://desk.example/", { headers })), null);
  assert.equal(readSessionToken(new Request("http://localhost/", { headers })), "planted");
});

Deno.test("the first of two cookies with one name counts", () => {
  assert.equal(parseCookies("a=1; b = 2 ;a=3; =4; c").get("a"), "1");
  assert.equal(parseCookies("a=1; b = 2").get("b"), "2");
  assert.equal(parseCookies(null).size, 0);
});
