import { defineTable } from "@/lib/server/tenancy/table.ts";
import { dashboardSummary } from "./schema.ts";

export const DASHBOARDS = defineTable("dashboards", dashboardSummary.omit({ widget_count: true }));
