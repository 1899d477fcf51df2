import { deepEqual, throws } from "node:assert/strict";
import { isOrigin } from "@/lib/server/origin.ts";
import { apiKeyInput } from "@/lib/server/api_keys/schema.ts";
import { checked } from "@/lib/server/checked.ts";
import { loadConfig } from "@/lib/server/config.ts";

const WRONG = [
  "https://*",
  "https://*.desk.example",
  "https://desk.example/",
  "https://a.example;x",
  "desk.example",
  "ftp://desk.example",
];

Deno.test("an origin is a scheme, a host and perhaps a port, nothing wider", () => {
  deepEqual(WRONG.filter(isOrigin), []);
  const right = ["https://desk.example", "http://localhost:8080"];
  deepEqual(right.filter(isOrigin), right);
});

Deno.test("a key's origins are held to the same rule", () => {
  for (const origin of WRONG) {
    throws(() => checked(apiKeyInput, { name: "Portal", allowed_origins: [origin] }), origin);
  }
});

Deno.test("the origins that may read the API are held to the same rule", () => {
  for (const origin of WRONG) {
    throws(() => loadConfig({ CORS_ORIGINS: `https://desk.example,${origin}` }), /CORS_ORIGINS/, origin);
  }
});
