import { type Call, handle } from "@/lib/http/handle.ts";
import { arrange, arrangePatch } from "@/lib/http/operations/dashboards.ts";
import type { Layout } from "@/lib/services/types.ts";

type Arrangement = { layouts: { id: string; layout: Layout }[] };

const run = ({ services, who, params, body, context }: Call<unknown, Arrangement>) =>
  services.dashboards.arrange(who, params.id!, body.layouts, context);

export const handler = { PUT: handle(arrange, run), PATCH: handle(arrangePatch, run) };
