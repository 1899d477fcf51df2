import { handle } from "@/lib/server/http/handle.ts";
import { audit } from "@/lib/server/http/operations/administration.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(audit, ({ services, who, query }) => services.audit.list(who, query)),
});
