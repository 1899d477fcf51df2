import { defineTable } from "@/lib/server/tenancy/table.ts";
import { widgetRecord } from "./schema.ts";

export const WIDGETS = defineTable("widgets", widgetRecord);
