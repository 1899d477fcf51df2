import assert from "node:assert/strict";
import { loadConfig } from "@/lib/server/config.ts";

const STRONG = "k8Jq2vXw0ZrT5nLp9sDf3gHy6bMc1aEu";

Deno.test("loadConfig() without settings is the embedded development default", () => {
  const config = loadConfig({});
  assert.deepEqual([config.environment, config.host, config.port, config.dataDir], [
    "development",
    "127.0.0.1",
    8000,
    ".flowforge",
  ]);
  assert.deepEqual(
    [config.databaseUrl, config.clickhouse, config.materializeUrl, config.redisUrl],
    [undefined, undefined, undefined, undefined],
  );
  const { rows, timeoutMs, memoryBytes, rowsRead, cacheMs } = config.preview;
  assert.deepEqual([rows, timeoutMs, memoryBytes, rowsRead, cacheMs], [
    100,
    3000,
    100_000_000,
    10_000_000,
    300_000,
  ]);
  assert.deepEqual([config.page.timeoutMs, config.page.memoryBytes], [30_000, 1_000_000_000]);
  assert.deepEqual([config.export.rows, config.export.timeoutMs], [1_000_000, 600_000]);
  assert.equal(loadConfig({ EXPORT_ROWS: "5000" }).export.rows, 5_000);
});

Deno.test("loadConfig() names every wrong setting at once", () => {
  const wrong = {
    APP_ENV: "prod",
    PORT: "70000",
    LOG_LEVEL: "loud",
    PREVIEW_ROWS: "-1",
    PAGE_TIMEOUT_MS: "1e9",
    DATABASE_URL: "mysql://x",
    CLICKHOUSE_URL: "localhost",
    REDIS_URL: "http://x",
    CORS_ORIGINS: "https://a.test/, *",
    SECRET_KEY: "short",
    OIDC_ISSUER: "https://login.example",
  };
  assert.throws(() => loadConfig(wrong), (error: Error) => {
    for (const name of Object.keys(wrong)) assert.match(error.message, new RegExp(`- ${name} `));
    assert.doesNotMatch(error.message, /short|mysql|login/);
    return true;
  });
});

Deno.test("loadConfig() refuses a missing, short or well-known key in production", () => {
  const weak = [
    undefined,
    "",
    STRONG.slice(1),
    "x".repeat(40),
    "change-me-change-me-change-me-0123456789",
    `default-${STRONG}`,
  ];
  for (const SECRET_KEY of weak) {
    assert.throws(() => loadConfig({ APP_ENV: "production", SECRET_KEY }), /SECRET_KEY/, String(SECRET_KEY));
  }
  assert.equal(loadConfig({ APP_ENV: "production", SECRET_KEY: STRONG }).secretKey, STRONG);
});

Deno.test("every setting is read by something", async () => {
  const { preview, page, ...rest } = loadConfig({ SECRET_KEY: STRONG, CLICKHOUSE_URL: "http://ch" });
  const names = [...Object.keys(rest), ...Object.keys(preview), ...Object.keys(page)];
  let text = await Deno.readTextFile(new URL("../../../main.ts", import.meta.url));
  text += await Deno.readTextFile(new URL("../../../tasks/start.ts", import.meta.url));
  for await (const source of readersBelow(new URL("../../../lib/server/", import.meta.url))) text += source;
  for await (const source of readersBelow(new URL("../../../routes/", import.meta.url))) text += source;
  const unread = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
  assert.deepEqual(unread, []);
});

/** Code that could read a setting: all but the configuration itself. */
async function* readersBelow(folder: URL): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(folder)) {
    const url = new URL(encodeURI(entry.name) + (entry.isDirectory ? "/" : ""), folder);
    if (entry.isDirectory) yield* readersBelow(url);
    else if (/\.tsx?$/.test(entry.name) && entry.name !== "config.ts") yield await Deno.readTextFile(url);
  }
}
