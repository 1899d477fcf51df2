import { checked } from "@/lib/server/checked.ts";
import { type ListQuery, listQuery } from "@/lib/server/paging.ts";

const PAGE_SIZE = 50;
const LONGEST_SEARCH = 200;

/** The first page of a list. */
export const FIRST_PAGE: ListQuery = checked(listQuery, { limit: PAGE_SIZE });

/** The page of a list that an address asks for. */
export function readListQuery({ searchParams }: URL): ListQuery {
  return checked(listQuery, {
    search: searchParams.get("search")?.trim().slice(0, LONGEST_SEARCH) || undefined,
    cursor: searchParams.get("cursor") || undefined,
    limit: PAGE_SIZE,
  });
}
