import { handleEmbed, preflight } from "@/lib/http/embed.ts";
import { ticket } from "@/lib/http/operations/embed.ts";

export const handler = {
  POST: handleEmbed(ticket, async ({ services, credential: { key = "" }, widgetId, context }) => {
    const site = await services.embed.authorize({ key }, widgetId, context);
    return {
      allowedOrigins: site.allowedOrigins,
      answer: () => services.embed.ticket(key, widgetId, context),
    };
  }),
  OPTIONS: preflight,
};
