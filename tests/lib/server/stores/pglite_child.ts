/** Holds an embedded PostgreSQL, idle or with a statement that never ends, until it is killed. */
import { startPglite } from "@/lib/server/stores/pglite/server.ts";
import { connectPostgres } from "@/lib/server/stores/postgres/client.ts";

const [dataDir = "", work] = Deno.args;
const server = await startPglite(dataDir);
const sql = connectPostgres(server, { maxConnections: 1 });
await sql.unsafe("SELECT 1");
if (work === "busy") {
  sql.unsafe(
    "SELECT count(*) FROM generate_series(1, 2000000) AS a CROSS JOIN generate_series(1, 2000000) AS b",
  )
    .catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 300));
}
console.log(`engine ${server.pid()} ${server.socketPath}`);
await new Promise(() => {});
