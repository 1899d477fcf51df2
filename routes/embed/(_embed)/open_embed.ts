import { pageOffset, readOffset } from "@/lib/tiles/paging.ts";
import type { Credential } from "@/lib/server/embeds/credentials.ts";
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
  /** The same page under the ticket, and its data for a chart that fetches for itself. */
  readonly links: { readonly page: string; readonly data: string };
  readonly admission: Admission | null;
}

/** What a frame needs to know when it has to end, and from whom it takes the next ticket. */
interface Admission {
  readonly ticket: string;
  readonly endsInMs: number;
  /** Where it asks whether it is still admitted. */
  readonly standing: string;
  readonly origins: readonly string[];
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

/** Most frames are about this size; a hydrated chart then takes the size it finds. */
export const FRAME_SIZE = { width: 720, height: 400 } as const;

const NO_LINKS = { page: "", data: "" } as const;

/**
 * Admits the caller and reads the widget. What the page asks for later goes under the ticket it came with: only who
 * holds the key gets another, so an address that leaked ends with its ticket.
 */
export async function openEmbed(request: EmbedRequest): Promise<EmbedView> {
  const { services, widgetId, context } = request;
  const offset = readOffset(request.url);
  const standing = `/api/v1/embed/${encodeURIComponent(widgetId)}/ticket`;
  let allowedOrigins: readonly string[] | null = null;
  try {
    const view = readViewState(request.url);
    const site = await services.embeds.admit(credentialOf(request), widgetId, context);
    allowedOrigins = site.allowedOrigins;
    const { ticket, ends_in_ms } = await services.embeds.standing(site);
    const data = await services.embeds.data(site, {
      filters: view.filters,
      offset: pageOffset(offset),
      size: FRAME_SIZE,
      signal: context.signal,
    });
    return {
      state: { kind: "ready", data },
      allowedOrigins,
      refreshSeconds: view.refreshSeconds ?? DEFAULT_REFRESH_SECONDS,
      offset,
      links: linksOf(request, view, ticket),
      admission: { ticket, endsInMs: ends_in_ms, standing, origins: allowedOrigins },
    };
  } catch (error) {
    if (!(error instanceof FlowForgeError)) throw error;
    return {
      state: { kind: "failed", error },
      allowedOrigins,
      refreshSeconds: 0,
      offset,
      links: NO_LINKS,
      admission: null,
    };
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
