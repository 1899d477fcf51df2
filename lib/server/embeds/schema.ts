/** Other sites: what a key or a ticket opens, and what may be asked with it. */
import { z } from "zod";
import type { DashboardFilter } from "@/compiler/schema/types.ts";
import { type Infer, time } from "@/lib/server/fields.ts";
import type { FilterColumns } from "@/lib/server/query/filters.ts";
import { rowsQuery } from "@/lib/server/widgets/schema.ts";

export const ticket = z.object({ ticket: z.string(), expires_at: time }).meta({ id: "Ticket" });

export type Ticket = Infer<typeof ticket>;

/** A ticket, and how long it is still good. */
export const standing = ticket.extend({
  ends_in_ms: z.int().describe("The same as a span, for clocks that differ from the server's."),
}).meta({ id: "TicketStanding" });

export type Standing = Infer<typeof standing>;

/** A site may choose rows, but never to pass the cache by. */
export const embedRowsQuery = rowsQuery.omit({ fresh: true }).extend({
  ticket: z.string().max(2_000).optional().describe("Instead of the X-API-Key header."),
});

export const standingQuery = embedRowsQuery.pick({ ticket: true });

/** An embedding site, as its key makes it: it can see one widget and nothing else. */
export interface EmbedIdentity {
  readonly tenantId: string;
  readonly keyId: string;
  /** The one widget this identity was made for. */
  readonly widgetId: string;
  /** The ticket that admitted it; null for the key itself. */
  readonly ticket: Ticket | null;
  readonly allowedOrigins: readonly string[];
  readonly lockedFilters: readonly DashboardFilter[];
  /** The columns that an address may filter; null is what the dashboard offers, and the range. */
  readonly filterColumns: FilterColumns;
}
