import { handle } from "@/lib/http/handle.ts";
import { audit } from "@/lib/http/operations/administration.ts";

export const handler = {
  GET: handle(audit, ({ services, who, query }) => services.audit.list(who, query)),
};
