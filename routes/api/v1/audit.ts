import { handle } from "@/lib/server/http/handle.ts";
import { audit } from "@/lib/server/http/operations/administration.ts";

export const handler = {
  GET: handle(audit, ({ services, who, query }) => services.audit.list(who, query)),
};
