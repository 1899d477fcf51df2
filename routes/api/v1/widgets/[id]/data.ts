import { handle } from "@/lib/server/api/handle.ts";
import { data } from "@/lib/server/widgets/operations.ts";
import { VersionedJson } from "@/lib/server/http/versioned.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(data, async ({ services, who, params, query, filters, context }) => {
    const { limit, offset, pixels, fresh } = query;
    const { signal } = context;
    const options = { filters, limit, offset, pixels, signal, fresh: fresh === "1" || fresh === "true" };
    return new VersionedJson(await services.widgets.body(who, params.id!, options));
  }),
});
