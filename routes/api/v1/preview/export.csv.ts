import { handle } from "@/lib/server/api/handle.ts";
import { exportCsv } from "@/lib/server/query/operations.ts";
import { CsvFile } from "@/lib/server/http/csv_file.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handle(
    exportCsv,
    async ({ services, who, body, context }) => new CsvFile(await services.exports.node(who, body, context)),
  ),
});
