import { handle } from "@/lib/server/api/handle.ts";
import { list } from "@/lib/server/audit/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(list, ({ services, who, query }) => services.audit.list(who, query)),
});
