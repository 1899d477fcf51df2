import { handle } from "@/lib/server/api/handle.ts";
import { exportCsv } from "@/lib/server/widgets/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(
    exportCsv,
    ({ services, who, params, filters, context }) =>
      services.exports.widget(who, params.id!, filters, context),
  ),
});
