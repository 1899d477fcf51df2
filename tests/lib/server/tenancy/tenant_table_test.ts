import assert from "node:assert/strict";
import { type CompiledQuery, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector } from "kysely";
import { PostgresQueryCompiler } from "kysely";
import { z } from "zod";
import { time } from "@/lib/server/fields.ts";
import { tenantScope } from "@/lib/server/tenancy/scope.ts";
import { defineTable } from "@/lib/server/tenancy/table.ts";

const record = z.object({
  id: z.string(),
  size: z.int(),
  shape: z.object({ x: z.int() }),
  made_at: time,
  gone_at: time.nullable(),
});
const THINGS = defineTable("things", record, z.object({ secret: z.string() }));

/** A table over a database that notes each statement and finds nothing. */
function open() {
  const statements: CompiledQuery[] = [];
  const database = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void statements.push(query),
  });
  const scope = tenantScope({ database, now: () => "", newId: () => "" }, "tenant-a");
  return { things: scope.table(THINGS), statements };
}

Deno.test("every statement of a table names its tenant first", async () => {
  const { things, statements } = open();
  await things.first({ id: "t" });
  await things.lock({ id: "t" });
  await things.all({ size: 1 }, ["id"]);
  await things.page({ search: "x" }, { by: ["made_at", "id"], search: ["id"] });
  await things.countBy("size", { id: ["a", "b"] });
  await things.insert(row).catch(() => {});
  await things.put(row);
  await things.update({ id: "t" }, { size: 2 });
  await things.remove({ gone_at: null }).catch(() => {});
  assert.equal(statements.length, 9);
  for (const { sql, parameters } of statements) {
    assert.match(sql, /where "tenant_id" = \$\d|insert into "things" \("tenant_id"/i, sql);
    assert.ok(parameters.includes("tenant-a"), sql);
  }
});

const row = { id: "t", size: 1, shape: { x: 1 }, made_at: "2026-01-01T00:00:00.000Z", secret: "s" };

Deno.test("an absent value matches nothing, instead of everything", async () => {
  const { things, statements } = open();
  await assert.rejects(things.first({ id: undefined }), TypeError);
  await assert.rejects(things.remove({ id: undefined }), TypeError);
  assert.equal(statements.length, 0);
});

Deno.test("a record's own fields are written, those of a kind without a column as JSON, others not at all", async () => {
  const { things, statements } = open();
  await things.put({ ...row, tenant_id: "tenant-b", admin: true } as typeof row);
  const [{ sql, parameters }] = statements as [CompiledQuery];
  assert.match(sql, /\("tenant_id", "id", "size", "shape", "made_at", "secret"\)/);
  assert.deepEqual(parameters.slice(0, 6), [
    "tenant-a",
    "t",
    1,
    '{"x":1}',
    "2026-01-01T00:00:00.000Z",
    "s",
  ]);
});

Deno.test("hidden columns are looked up by and never read", async () => {
  const { things, statements } = open();
  await things.first({ secret: "s" });
  assert.match(statements[0]!.sql, /^select "id", "size", "shape", "made_at", "gone_at" from/);
});

Deno.test("an absent field of a change stays as it is", async () => {
  const { things, statements } = open();
  await things.update({ id: "t" }, { size: undefined, gone_at: null });
  assert.match(statements[0]!.sql, /set "gone_at" = \$1 where/);
});
