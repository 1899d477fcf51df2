/** A key says which columns a frame's address may filter; JSON's null, also for the keys there are, is the usual ones. */
import { type Kysely, sql } from "kysely";

export async function up(database: Kysely<unknown>): Promise<void> {
  await sql`ALTER TABLE api_keys ADD COLUMN filter_columns text NOT NULL DEFAULT 'null'`.execute(database);
}
