/**
 * Columns are called as the fields of the records that they keep: a widget's place and size are its `layout`, a
 * dashboard's filter is on a `column`.
 */
import { type Kysely, sql } from "kysely";

const STATEMENTS: readonly string[] = [
  `ALTER TABLE widgets ADD COLUMN layout text`,
  `UPDATE widgets SET layout = json_build_object('x', x, 'y', y, 'w', w, 'h', h)::text`,
  `ALTER TABLE widgets ALTER COLUMN layout SET NOT NULL`,
  `DROP INDEX widgets_by_dashboard`,
  `ALTER TABLE widgets DROP COLUMN x, DROP COLUMN y, DROP COLUMN w, DROP COLUMN h`,
  `CREATE INDEX widgets_by_dashboard ON widgets (tenant_id, dashboard_id, id)`,
  `ALTER TABLE dashboard_filters RENAME COLUMN column_name TO "column"`,
];

export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}
