import { readOffset } from "@/lib/tiles/paging.ts";
import type { Credential } from "@/lib/server/embeds/service.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { RequestContext } from "@/lib/server/identity.ts";
import type { Services } from "@/lib/server/services.ts";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";
import { DEFAULT_REFRESH_SECONDS, readViewState, type ViewState } from "../../(_shared)/view_state.ts";

export interface EmbedView {
  readonly state:
    | { readonly kind: "ready"; readonly data: WidgetData }
    | { readonly kind: "failed"; readonly error: FlowForgeError };
  /** Null when the credential was refused: nothing is known of who may frame it. */
  readonly allowedOrigins: readonly string[] | null;
  readonly refreshSeconds: number;
  /** First row of a table, counted from 0. */
  readonly offset: number;
  /** The same page under a fresh ticket, and its data for a chart that fetches for itself. */
  readonly links: { readonly page: string; readonly data: string };
}

interface EmbedRequest {
  readonly services: Services;
  readonly widgetId: string;
  readonly key: string | null;
  readonly ticket: string | null;
  readonly url: URL;
  readonly theme: string;
  readonly context: RequestContext;
}

/** A ticket lives five minutes; a page that asks again sooner never loses it. */
const LONGEST_WAIT_SECONDS = 200;

/** Most frames are about this size; a hydrated chart then takes the size it finds. */
export const FRAME_SIZE = { width: 720, height: 400 } as const;

const NO_LINKS = { page: "", data: "" } as const;

/**
 * Admits the caller, trades the credential for a fresh ticket, and reads the widget. A page that stays open thereby
 * renews its ticket with every visit, for as long as its key is good.
 */
export async function openEmbed(request: EmbedRequest): Promise<EmbedView> {
  const { services, widgetId, context } = request;
  const offset = readOffset(request.url);
  let allowedOrigins: readonly string[] | null = null;
  try {
    const view = readViewState(request.url);
    const site = await services.embeds.admit(credentialOf(request), widgetId, context);
    allowedOrigins = site.allowedOrigins;
    const [{ ticket }, data] = await Promise.all([
      services.embeds.ticket(site),
      services.embeds.data(site, {
        filters: view.filters,
        offset,
        pixels: FRAME_SIZE.width,
        signal: context.signal,
      }),
    ]);
    return {
      state: { kind: "ready", data },
      allowedOrigins,
      refreshSeconds: Math.min(view.refreshSeconds ?? DEFAULT_REFRESH_SECONDS, LONGEST_WAIT_SECONDS),
      offset,
      links: linksOf(request, view, ticket),
    };
  } catch (error) {
    if (!(error instanceof FlowForgeError)) throw error;
    return { state: { kind: "failed", error }, allowedOrigins, refreshSeconds: 0, offset, links: NO_LINKS };
  }
}

/** A key is taken from its header only: addresses end up in logs, histories and referrers. */
function credentialOf({ key, ticket }: EmbedRequest): Credential {
  if (key) return { key };
  if (ticket) return { ticket };
  throw new FlowForgeError(
    "not_signed_in",
    "Cannot show this widget: no ticket and no X-API-Key header came with it.",
  );
}

function linksOf({ widgetId, theme }: EmbedRequest, view: ViewState, ticket: string): EmbedView["links"] {
  const id = encodeURIComponent(widgetId);
  const page = new URLSearchParams(view.query);
  page.set("theme", theme);
  page.set("ticket", ticket);
  const data = new URLSearchParams(view.filterQuery);
  data.set("ticket", ticket);
  return { page: `/embed/${id}?${page}`, data: `/api/v1/embed/${id}/data?${data}` };
}
