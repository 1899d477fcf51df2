import { z } from "zod";
import { detail, id, type Infer, label, note, time } from "@/lib/server/fields.ts";

/** A worked example that a tenant keeps. */
export const template = z.object({ id, name: label, description: note, content: detail, created_at: time });

export type TemplateRecord = Infer<typeof template>;
