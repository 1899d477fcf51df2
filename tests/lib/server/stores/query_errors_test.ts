/** What users read where a statement refused itself while it ran. */
import assert from "node:assert/strict";
import { TOO_LARGE } from "@/compiler/mod.ts";
import { StoreError } from "@/lib/server/errors.ts";
import { toStoreError as clickhouseError } from "@/lib/server/stores/clickhouse/errors.ts";
import { ClickHouseError } from "@/lib/server/stores/clickhouse/http_client.ts";
import { toStoreError as liveError } from "@/lib/server/stores/live/errors.ts";
import type { QueryContext } from "@/lib/server/stores/query_errors.ts";

const context: QueryContext = {
  profile: "preview",
  limits: { rows: 100, timeoutMs: 700, memoryBytes: 1_000_000, rowsRead: 10_000 },
};
const driver = (code: string, message: string) => Object.assign(new Error(message), { code });

Deno.test("a statement that refuses itself is too large, whatever the engine calls it", () => {
  for (
    const error of [
      clickhouseError(
        new ClickHouseError(`${TOO_LARGE}: while executing 'FUNCTION throwIf(…)'`, "395"),
        context,
      ),
      liveError(driver("22P02", `invalid input syntax for type bigint: "${TOO_LARGE}: 100001"`), context),
    ]
  ) {
    assert.ok(error instanceof StoreError);
    assert.equal(error.code, "too_large");
    assert.match(error.detail, /^Cannot finish the preview: .*100000 steps.*\.$/);
    assert.doesNotMatch(error.detail, /throwIf|bigint/);
  }
});

Deno.test("what an engine refuses otherwise is refused, and not too large", () => {
  for (
    const error of [
      clickhouseError(new ClickHouseError("other", "395"), context),
      liveError(driver("22P02", ""), context),
    ]
  ) {
    assert.ok(error instanceof StoreError);
    assert.equal(error.code, "query_failed");
  }
});
