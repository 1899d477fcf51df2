import { handleEmbed, preflight } from "@/lib/server/http/embed.ts";
import { ticket } from "@/lib/server/embeds/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handleEmbed(ticket, async ({ services, credential: { key = "" }, widgetId, context }) => {
    const site = await services.embed.authorize({ key }, widgetId, context);
    return {
      allowedOrigins: site.allowedOrigins,
      answer: () => services.embed.ticket(key, widgetId, context),
    };
  }),
  OPTIONS: preflight,
});
