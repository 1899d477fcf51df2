import { operation, session } from "@/lib/server/http/operation.ts";
import { listQuery, pageOf } from "@/lib/server/paging.ts";
import { auditEntry } from "./schema.ts";

export const list = operation({
  id: "audit.list",
  method: "GET",
  path: "/api/v1/audit",
  tag: "Audit",
  summary: "Who did what, newest first",
  access: session("audit:read"),
  query: listQuery,
  status: 200,
  returns: pageOf(auditEntry),
});
