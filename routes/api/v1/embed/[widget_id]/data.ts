import { handleEmbed, preflight } from "@/lib/server/http/embed.ts";
import { data } from "@/lib/server/embeds/operations.ts";
import { VersionedJson } from "@/lib/server/http/versioned.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handleEmbed(data, async ({ services, credential, widgetId, query, filters, context }) => {
    const site = await services.embed.authorize(credential, widgetId, context);
    const { limit, offset } = query;
    const asked = { filters, limit, offset, signal: context.signal };
    const answer = async () => new VersionedJson(await services.embed.body(site, widgetId, asked));
    return { allowedOrigins: site.allowedOrigins, answer };
  }),
  OPTIONS: preflight,
});
