import { equal } from "node:assert/strict";
import { replacesItself } from "@/lib/tiles/polling.ts";

Deno.test("replacesItself() keeps the last good content when the response is an error", () => {
  const attributes = replacesItself("/x", "every 5s");
  equal(attributes["hx-status:4xx"], "swap:none");
  equal(attributes["hx-status:5xx"], "swap:none");
});
