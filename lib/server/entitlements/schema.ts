import { z } from "zod";
import type { Infer } from "@/lib/server/fields.ts";

const granted = z.union([z.array(z.string()), z.literal("all")]);

/** What a tenant may read. Tables are named `database.table`. */
export const entitlements = z.object({ tables: granted, symbols: granted });

export type Entitlements = Infer<typeof entitlements>;
