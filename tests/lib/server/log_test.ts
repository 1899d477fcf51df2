import assert from "node:assert/strict";
import { createLog } from "@/lib/server/log.ts";

function collect(level: "debug" | "info" | "warn" | "error" = "debug") {
  const lines: string[] = [];
  const log = createLog(level, (line) => lines.push(line), () => new Date("2026-03-02T10:00:00Z"));
  return { log, lines };
}

Deno.test("a log line is one JSON object with level, time and message", () => {
  const { log, lines } = collect();
  log.info("request", { status: 200 });
  assert.deepEqual(JSON.parse(lines[0]!), {
    level: "info",
    ts: "2026-03-02T10:00:00.000Z",
    msg: "request",
    status: 200,
  });
});

Deno.test("no value can begin a line of its own", () => {
  const { log, lines } = collect();
  log.warn('odd\r\n{"level":"error"}', { path: "/a\r\nb\u001b[31m" });
  assert.equal(lines.length, 1);
  // deno-lint-ignore no-control-regex -- control characters are what must not be there
  assert.doesNotMatch(lines[0]!, /[\u0000-\u001f]/);
});

Deno.test("keys, passwords and bound values stay out, wherever they hide", () => {
  const { log, lines } = collect();
  const key = "sk_live_CANARYCANARYCANARYCANARY";
  const cause = new Error(`connect postgres://app:CANARY@db/x failed for ${key}`);
  log.error(`failed with ${key}`, {
    error: new Error("outer", { cause }),
    headers: { authorization: "Bearer CANARY", cookie: "CANARY" },
    params: ["CANARY"],
    list: [{ password: "CANARY" }],
    url: "redis://:CANARY@cache:6379",
  });
  assert.doesNotMatch(lines[0]!, /CANARY/);
  assert.match(lines[0]!, /redacted/);
});

Deno.test("lines below the level are not written", () => {
  const { log, lines } = collect("warn");
  log.info("quiet");
  log.debug("quieter");
  log.error("loud");
  assert.equal(lines.length, 1);
});

Deno.test("at a terminal a line is text, and requests that went well stay out", () => {
  const lines: string[] = [];
  const log = createLog("info", (line) => lines.push(line), () => new Date("2026-03-02T10:00:00Z"), "plain");
  log.info("request", { method: "GET", path: "/", status: 200, duration_ms: 3.5, request_id: "r" });
  log.info("request", { method: "GET", path: "/x", status: 500, duration_ms: 3.5, request_id: "r" });
  log.warn("store is\nslow", { token: "CANARY", store: "live" });
  assert.deepEqual(lines, [
    "10:00:00 info GET /x 500 in 3.5 ms",
    '10:00:00 warn store is\\nslow token="[redacted]" store="live"',
  ]);
});
