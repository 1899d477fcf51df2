import { equal } from "node:assert/strict";
import { safeNext } from "../../routes/(_shared)/next.ts";

const HOSTILE = [
  "//evil.test",
  "///evil.test",
  "/\\evil.test",
  "\\\\evil.test",
  "/\t/evil.test",
  "/\n/evil.test",
  "\u0000//evil.test",
  " //evil.test",
  "https://evil.test",
  "http:evil.test",
  "javascript:alert(1)",
  "data:text/html,x",
  "evil.test",
  "/./\\/evil.test",
  "/..//evil.test",
  "/.//evil.test",
  "/%09/../..//evil.test",
  "",
  "/" + "a".repeat(3000),
];

Deno.test("safeNext() falls back when the address could leave this site", () => {
  for (const wanted of HOSTILE) equal(safeNext(wanted, "/start"), "/start", JSON.stringify(wanted));
  equal(safeNext(null, "/start"), "/start");
  equal(safeNext(new File([], "x"), "/start"), "/start");
});

Deno.test("safeNext() keeps paths of this site with their query", () => {
  for (
    const path of [
      "/",
      "/dashboards/a-1?symbol=AAPL&range=1d#tile",
      "/canvas/x%2Fy",
      "/dashboards?next=//evil.test",
    ]
  ) {
    equal(safeNext(path, "/start"), path);
  }
});
