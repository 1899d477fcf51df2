/** Repositories reach the database through their tenant's tables alone. */
import assert from "node:assert/strict";

const SERVER = new URL("../../../../lib/server/", import.meta.url);

async function* sources(folder: URL): AsyncGenerator<URL> {
  for await (const entry of Deno.readDir(folder)) {
    const url = new URL(entry.name + (entry.isDirectory ? "/" : ""), folder);
    if (entry.isDirectory) yield* sources(url);
    else if (entry.name.endsWith(".ts")) yield url;
  }
}

async function matching(files: RegExp, text: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const url of sources(SERVER)) {
    const path = url.href.slice(SERVER.href.length);
    if (files.test(path) && text.test(await Deno.readTextFile(url))) found.push(path);
  }
  return found.toSorted();
}

Deno.test("no repository names the tenant's column, a database or SQL", async () => {
  const repositories = /^(?!tenancy\/).*(repository|\/table|\/places)\.ts$/;
  assert.ok((await matching(repositories, /defineTable/)).length >= 10, "the repositories are found");
  assert.deepEqual(await matching(repositories, /tenant_id|tenantId|kysely|\bDatabase\b|\bsql`/i), []);
});

Deno.test("the tenant's rows are chosen in one place; what precedes the tenant stands in another", async () => {
  assert.deepEqual(await matching(/./, /from "kysely"/), [
    "metadata/lookups.ts",
    "metadata/migrate.ts",
    "metadata/migrations/0001_first_tables.ts",
    "metadata/migrations/0002_names_as_in_records.ts",
    "metadata/migrations/0003_filter_columns_of_keys.ts",
    "metadata/migrations/0004_places_apart.ts",
    "metadata/open.ts",
    "tenancy/keyset.ts",
    "tenancy/tenant_table.ts",
  ]);
});
