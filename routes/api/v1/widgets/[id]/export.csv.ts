import { handle } from "@/lib/server/api/handle.ts";
import { exportCsv } from "@/lib/server/widgets/operations.ts";
import { CsvFile } from "@/lib/server/http/csv_file.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(
    exportCsv,
    async ({ services, who, params, filters, context }) =>
      new CsvFile(await services.exports.widget(who, params.id!, filters, context)),
  ),
});
