import { z } from "zod";
import { detail, type Infer, time } from "@/lib/server/fields.ts";

export const auditEntry = z.object({
  id: z.string(),
  at: time,
  actor: z.string(),
  action: z.string(),
  resource: z.string(),
  resource_id: z.string(),
  request_id: z.string(),
  detail,
}).meta({ id: "AuditEntry" });

export type AuditEntry = Infer<typeof auditEntry>;
