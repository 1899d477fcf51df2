/** Query parameters that several operations share. */
import { z } from "zod";
import { text } from "@/lib/server/inputs.ts";

const whole = (most: number) => z.coerce.number().int().min(0).max(most);

export const list = z.object({
  cursor: text(500).optional().describe("From `next_cursor` of the page before."),
  limit: z.coerce.number().int().min(1).max(200).optional().describe("At most 200; 50 without it."),
  search: text(200).optional(),
});

export const widgetList = list.extend({ dashboard_id: text(100).optional() });

export const data = z.object({
  limit: z.coerce.number().int().min(1).max(100_000).optional(),
  offset: whole(10_000_000).optional(),
  pixels: z.coerce.number().int().min(1).max(20_000).optional()
    .describe("Width of the picture; a long series may be reduced to what it can show."),
  fresh: z.enum(["1", "true", "0", "false"]).optional().describe(
    "`1` asks the store even if an answer is cached.",
  ),
});

export const embedData = data.omit({ fresh: true }).extend({
  ticket: z.string().max(2_000).optional().describe("Instead of the X-API-Key header."),
});
