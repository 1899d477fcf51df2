import { handleEmbed, preflight } from "@/lib/server/api/embed.ts";
import { ticket } from "@/lib/server/embeds/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  POST: handleEmbed(ticket, ({ services, site }) => services.embeds.ticket(site)),
  OPTIONS: preflight,
});
