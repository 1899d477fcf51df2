import { handle } from "@/lib/server/api/handle.ts";
import { exportCsv } from "@/lib/server/query/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handle(exportCsv, ({ services, who, body, context }) => services.exports.node(who, body, context)),
});
