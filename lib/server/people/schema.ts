import { z } from "zod";
import { ROLES } from "@/lib/server/auth/roles.ts";
import { type Infer, time } from "@/lib/server/fields.ts";

export const user = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  issuer: z.string().nullable(),
  /** The identity provider's own key of this person at `issuer`; e-mail addresses change hands. */
  subject: z.string().nullable(),
  created_at: time,
});

export type User = Infer<typeof user>;

export type UserSummary = Pick<User, "id" | "email" | "name" | "role">;
