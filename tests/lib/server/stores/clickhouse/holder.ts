/** Opens an embedded ClickHouse, says where it is, and waits to be killed; with a statement that never ends when asked. */
import { startEmbeddedClickHouse } from "@/lib/server/stores/clickhouse/embedded.ts";
import { openHttpClient } from "@/lib/server/stores/clickhouse/http_client.ts";

const [dataDir = "", work = "idle"] = Deno.args;
const engine = await startEmbeddedClickHouse(dataDir);
if (work === "busy") {
  const sql = "SELECT sum(number) FROM (SELECT number FROM numbers(2000000) a CROSS JOIN numbers(2000000) b)";
  openHttpClient(engine.addresses.reader).send({ sql }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 200));
}
console.log(`engine ${engine.pid()}`);
setInterval(() => {}, 60_000);
