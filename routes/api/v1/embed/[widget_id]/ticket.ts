import { handleEmbed, preflight } from "@/lib/server/api/embed.ts";
import { standing, ticket } from "@/lib/server/embeds/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handleEmbed(standing, ({ services, site }) => services.embeds.standing(site), "embedStanding"),
  POST: handleEmbed(ticket, ({ services, site }) => services.embeds.ticket(site)),
  OPTIONS: preflight,
});
