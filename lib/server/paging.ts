/** Lists come in pages: what a caller asks for, and what a page is. How the rows are found is `tenancy/keyset.ts`. */
import { z } from "zod";
import { type Infer, input, text } from "@/lib/server/fields.ts";

export const pageQuery = z.object({
  cursor: text(500).optional().describe("From `next_cursor` of the page before."),
  limit: z.coerce.number().int().min(1).max(200).optional().describe("At most 200; 50 without it."),
  search: text(200).optional(),
});

export type PageQuery = Infer<typeof pageQuery>;

/** The same query as a caller sends it, which has to be checked. */
export const listQuery = input(pageQuery);

export type ListQuery = Infer<typeof listQuery>;

export interface Page<T> {
  readonly items: readonly T[];
  readonly next_cursor: string | null;
}

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    next_cursor: z.string().nullable().describe("Send as `cursor` for the next page; null on the last."),
  });
}
