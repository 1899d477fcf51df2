import { handleEmbed, preflight } from "@/lib/server/api/embed.ts";
import { data } from "@/lib/server/embeds/operations.ts";
import { VersionedJson } from "@/lib/server/http/versioned.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handleEmbed(
    data,
    async ({ services, site, query: { limit, offset, pixels }, filters, context: { signal } }) =>
      new VersionedJson(await services.embeds.body(site, { filters, limit, offset, pixels, signal })),
  ),
  OPTIONS: preflight,
});
