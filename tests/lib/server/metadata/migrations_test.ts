/** Databases that earlier versions made, with what people kept in them. */
import assert from "node:assert/strict";
import { Kysely } from "kysely";
import { PostgresJSDialect } from "kysely-postgres-js";
import { Migrator } from "kysely/migration";
import * as firstTables from "@/lib/server/metadata/migrations/0001_first_tables.ts";
import { openMetadata } from "@/lib/server/metadata/open.ts";
import { connectPostgres, type PostgresTarget } from "@/lib/server/stores/postgres/client.ts";
import { openSessions } from "@/lib/server/stores/postgres/sessions.ts";
import { ENGINES } from "@/tests/support/metadata.ts";

const AT = "2025-11-20T09:30:00.123Z";
const ROWS = [
  `INSERT INTO tenants VALUES ('tenant-a', 'Alder', '${AT}')`,
  `INSERT INTO workflows VALUES
     ('tenant-a', 'flow', 'Flow', 'What it is', 1, '{"version":1,"nodes":[],"edges":[]}', 0, '${AT}', '${AT}', 'ada')`,
  `INSERT INTO dashboards VALUES ('tenant-a', 'desk', 'Desk', '', '${AT}', '${AT}')`,
  `INSERT INTO widgets VALUES
     ('tenant-a', 'below', 'desk', 'flow', 'n', 0, 4, 6, 4, '{"title":"Below"}', '${AT}', '${AT}'),
     ('tenant-a', 'right', 'desk', 'flow', 'n', 6, 0, 6, 4, '{}', '${AT}', '${AT}'),
     ('tenant-a', 'left', 'desk', 'flow', 'n', 0, 0, 6, 4, '{"refresh_seconds":5}', '${AT}', '${AT}')`,
  `INSERT INTO dashboards VALUES ('tenant-a', 'heap', 'Heap', '', '${AT}', '${AT}')`,
  `INSERT INTO widgets VALUES
     ('tenant-a', 'h1', 'heap', 'flow', 'n', 0, 0, 6, 4, '{}', '${AT}', '${AT}'),
     ('tenant-a', 'h2', 'heap', 'flow', 'n', 0, 0, 6, 4, '{}', '${AT}', '${AT}'),
     ('tenant-a', 'h3', 'heap', 'flow', 'n', 8, 2, 6, 100, '{}', '${AT}', '${AT}'),
     ('tenant-a', 'h4', 'heap', 'flow', 'n', 0, 250, 6, 4, '{}', '${AT}', '${AT}'),
     ('tenant-a', 'h5', 'heap', 'flow', 'n', 0, 251, 6, 4, '{}', '${AT}', '${AT}')`,
  `INSERT INTO dashboard_filters VALUES
     ('tenant-a', 'f2', 'desk', 1, 'event_time', 'range', 'When'),
     ('tenant-a', 'f1', 'desk', 0, 'symbol', 'list', 'Symbol')`,
  `INSERT INTO api_keys VALUES
     ('tenant-a', 'key', 'Portal', 'sk_live_', 'digest', '["left"]', '[]', '[]', '[]', NULL, NULL, NULL, '${AT}')`,
];

/** A database as it was at the first migration. */
async function fillAtFirst(target: PostgresTarget): Promise<void> {
  const { client, close } = openSessions(() => connectPostgres(target, { maxConnections: 1 }), 1);
  const database = new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: client }) });
  const provider = { getMigrations: () => Promise.resolve({ "0001_first_tables": firstTables }) };
  const { error } = await new Migrator({ db: database, provider }).migrateToLatest();
  assert.equal(error, undefined);
  const writer = connectPostgres(target, { maxConnections: 1 });
  if ("socketPath" in target) await close();
  for (const row of ROWS) await writer.unsafe(row);
  await writer.end();
  await close();
}

for (const [engine, over] of ENGINES) {
  Deno.test(`a database at the first migration keeps all its records (${engine})`, () =>
    over(async (target) => {
      await fillAtFirst(target);
      const metadata = await openMetadata(target);
      try {
        const { workflows, dashboards, dashboardFilters, widgets, apiKeys } = metadata.repositories(
          "tenant-a",
        );
        assert.equal((await workflows.get("flow"))!.description, "What it is");
        const desk = (await dashboards.get("desk"))!;
        assert.deepEqual(desk.widgets.map(({ id, layout }) => [id, layout]), [
          ["left", { x: 0, y: 0, w: 6, h: 4 }],
          ["right", { x: 6, y: 0, w: 6, h: 4 }],
          ["below", { x: 0, y: 4, w: 6, h: 4 }],
        ]);
        const heap = (await dashboards.get("heap"))!;
        assert.deepEqual(heap.widgets.map(({ id, layout }) => [id, layout]), [
          ["h1", { x: 0, y: 0, w: 6, h: 4 }],
          ["h3", { x: 6, y: 2, w: 6, h: 24 }],
          ["h2", { x: 0, y: 4, w: 6, h: 4 }],
          ["h5", { x: 0, y: 8, w: 6, h: 4 }],
          ["h4", { x: 0, y: 199, w: 6, h: 4 }],
        ], "widgets that lay on each other or beyond the grid stand apart");
        assert.deepEqual((await widgets.get("below"))!.overrides, { title: "Below" });
        assert.equal((await widgets.get("left"))!.created_at, AT);
        const filters = await dashboardFilters.list("desk");
        assert.deepEqual(filters.map(({ id, column }) => [id, column]), [
          ["f1", "symbol"],
          ["f2", "event_time"],
        ]);
        const key = (await apiKeys.get("key"))!;
        assert.deepEqual([key.widget_ids, key.filter_columns], [["left"], null]);
        const moved = await dashboards.arrange("desk", [{ id: "left", layout: { x: 9, y: 9, w: 1, h: 1 } }]);
        assert.equal(moved!.widgets.at(-1)!.id, "left");
      } finally {
        await metadata.close();
      }
    }));
}
