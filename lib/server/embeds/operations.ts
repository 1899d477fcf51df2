import { operation } from "@/lib/server/http/operation.ts";
import { FILTERS_DESCRIPTION, ROWS } from "@/lib/server/widgets/operations.ts";
import {
  embedRowsQuery,
  standing as standingRecord,
  standingQuery,
  ticket as ticketRecord,
} from "./schema.ts";

export const data = operation({
  ...ROWS,
  id: "embed.data",
  method: "GET",
  path: "/api/v1/embed/{widget_id}/data",
  tag: "Embed",
  summary: "The rows of an embedded widget",
  description:
    "The key stands in the `X-API-Key` header, never in the URL. Filters the key locks cannot be changed. " +
    "Only the key's `filter_columns` can be filtered; anything else is refused with 422. " +
    FILTERS_DESCRIPTION,
  access: { kind: "key" },
  query: embedRowsQuery,
});

export const ticket = operation({
  id: "embed.ticket",
  method: "POST",
  path: "/api/v1/embed/{widget_id}/ticket",
  tag: "Embed",
  summary: "Exchange the key for a ticket of a few minutes",
  description:
    "A ticket may stand in an iframe's URL; it shows this one widget and dies with its key. No ticket makes " +
    "another one: each needs the key.",
  access: { kind: "key" },
  status: 201,
  returns: ticketRecord,
});

export const standing = operation({
  id: "embed.standing",
  method: "GET",
  path: "/api/v1/embed/{widget_id}/ticket",
  tag: "Embed",
  summary: "How long a ticket is still good",
  description: "Asked by an open frame every few seconds, so that it ends soon after its key was revoked.",
  access: { kind: "key" },
  query: standingQuery,
  status: 200,
  returns: standingRecord,
});
