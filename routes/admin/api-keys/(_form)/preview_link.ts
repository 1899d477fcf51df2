import { FlowForgeError } from "@/lib/server/errors.ts";
import type { RequestContext, Services } from "@/lib/server/types.ts";

/** An address that shows the widget under the new key, good for a few minutes; null when the key cannot show it. */
export async function previewLink(
  services: Services,
  key: string,
  widgetId: string,
  context: RequestContext,
): Promise<string | null> {
  try {
    const { ticket } = await services.embed.ticket(key, widgetId, context);
    return `/embed/${encodeURIComponent(widgetId)}?${new URLSearchParams({ ticket })}`;
  } catch (error) {
    if (error instanceof FlowForgeError) return null;
    throw error;
  }
}
