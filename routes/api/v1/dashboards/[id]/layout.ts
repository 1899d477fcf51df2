import { type Call, handle } from "@/lib/server/http/handle.ts";
import { arrange, arrangePatch } from "@/lib/server/dashboards/operations.ts";
import type { Layout } from "@/lib/server/types.ts";
import { define } from "@/utils.ts";

type Arrangement = { layouts: { id: string; layout: Layout }[] };

const run = ({ services, who, params, body, context }: Call<unknown, Arrangement>) =>
  services.dashboards.arrange(who, params.id!, body.layouts, context);

export const handler = define.handlers({ PUT: handle(arrange, run), PATCH: handle(arrangePatch, run) });
