import { z } from "zod";
import { time } from "@/lib/server/fields.ts";

export const session = z.object({
  /** Of the cookie's secret: SHA-256 in hexadecimal. */
  token_hash: z.string(),
  user_id: z.string(),
  created_at: time,
  expires_at: time,
});
