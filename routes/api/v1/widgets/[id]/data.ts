import { handle } from "@/lib/http/handle.ts";
import { data } from "@/lib/http/operations/widgets.ts";
import { VersionedJson } from "@/lib/http/versioned.ts";

export const handler = {
  GET: handle(data, async ({ services, who, params, query, filters, context }) => {
    const { limit, offset, pixels, fresh } = query;
    const { signal } = context;
    const options = { filters, limit, offset, pixels, signal, fresh: fresh === "1" || fresh === "true" };
    return new VersionedJson(await services.widgets.body(who, params.id!, options));
  }),
};
