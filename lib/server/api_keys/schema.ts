/** What an API key is: what it opens, for whom, and until when. The key itself is in no record. */
import { z } from "zod";
import { id, type Infer, input, label, text, time } from "@/lib/server/fields.ts";
import { filter } from "@/lib/server/query/schema.ts";
import { isOrigin } from "@/lib/server/origin.ts";

const origin = text(300).refine(isOrigin, { message: "must be an origin such as https://desk.example" });

export const apiKey = z.object({
  id,
  name: label,
  prefix: z.string().describe("First characters, to tell keys apart."),
  widget_ids: z.array(id).max(500).describe("Widgets the key may show."),
  dashboard_ids: z.array(id).max(100).describe("Dashboards all of whose widgets the key may show."),
  allowed_origins: z.array(origin).max(50),
  locked_filters: z.array(filter).max(20).describe("Filters that the embedding page cannot change."),
  filter_columns: z.array(text(200).min(1)).max(50).nullable().describe(
    "Columns that a frame's address may filter, and `range` for the time range; null stands for the filters that " +
      "its dashboard offers, and the range. Any other column is refused.",
  ),
  expires_at: time.nullable(),
  revoked_at: time.nullable(),
  last_used_at: time.nullable(),
  created_at: time,
}).meta({ id: "ApiKey" });

export type ApiKey = Infer<typeof apiKey>;

/** The only place where the key itself is ever told. */
export const createdApiKey = apiKey.extend({ key: z.string().describe("Shown this once.") })
  .meta({ id: "CreatedApiKey" });

export type CreatedApiKey = Infer<typeof createdApiKey>;

const { name, widget_ids, dashboard_ids, allowed_origins, locked_filters, filter_columns } = apiKey.shape;

export const apiKeyInput = input(z.object({
  name,
  widget_ids: widget_ids.default([]),
  dashboard_ids: dashboard_ids.default([]),
  allowed_origins: allowed_origins.default([]),
  expires_at: z.iso.datetime({ offset: true }).optional(),
  locked_filters: locked_filters.default([]),
  filter_columns: filter_columns.default(null),
}));

export type ApiKeyInput = Infer<typeof apiKeyInput>;
