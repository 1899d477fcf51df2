import { handleEmbed, preflight } from "@/lib/http/embed.ts";
import { data } from "@/lib/http/operations/embed.ts";
import { VersionedJson } from "@/lib/http/versioned.ts";

export const handler = {
  GET: handleEmbed(data, async ({ services, credential, widgetId, query, filters, context }) => {
    const site = await services.embed.authorize(credential, widgetId, context);
    const { limit, offset } = query;
    const asked = { filters, limit, offset, signal: context.signal };
    const answer = async () => new VersionedJson(await services.embed.body(site, widgetId, asked));
    return { allowedOrigins: site.allowedOrigins, answer };
  }),
  OPTIONS: preflight,
};
