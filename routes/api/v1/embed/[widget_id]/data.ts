import { handleEmbed, preflight } from "@/lib/http/embed.ts";
import { data } from "@/lib/http/operations/embed.ts";

export const handler = {
  GET: handleEmbed(data, async ({ services, credential, widgetId, query, filters, context }) => {
    const site = await services.embed.authorize(credential, widgetId, context);
    const { limit, offset } = query;
    const answer = () =>
      services.embed.data(site, widgetId, { filters, limit, offset, signal: context.signal });
    return { allowedOrigins: site.allowedOrigins, answer };
  }),
  OPTIONS: preflight,
};
