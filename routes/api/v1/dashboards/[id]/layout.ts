import { type Call, handle } from "@/lib/server/api/handle.ts";
import { arrange, arrangePatch } from "@/lib/server/dashboards/operations.ts";
import type { Arrangement } from "@/lib/server/dashboards/schema.ts";
import { define } from "@/utils.ts";

const run = ({ services, who, params, body, context }: Call<unknown, Arrangement>) =>
  services.dashboards.arrange(who, params.id!, body, context);

export const handler = define.handlers({ PUT: handle(arrange, run), PATCH: handle(arrangePatch, run) });
