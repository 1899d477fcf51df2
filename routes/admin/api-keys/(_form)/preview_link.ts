import { FlowForgeError } from "@/lib/server/errors.ts";
import type { RequestContext } from "@/lib/server/identity.ts";
import type { Services } from "@/lib/server/services.ts";

/** An address that shows the widget under the new key, good for a few minutes; null when the key cannot show it. */
export async function previewLink(
  services: Services,
  key: string,
  widgetId: string,
  context: RequestContext,
): Promise<string | null> {
  try {
    const site = await services.embeds.admit({ key }, widgetId, context);
    const { ticket } = await services.embeds.ticket(site);
    return `/embed/${encodeURIComponent(widgetId)}?${new URLSearchParams({ ticket })}`;
  } catch (error) {
    if (error instanceof FlowForgeError) return null;
    throw error;
  }
}
