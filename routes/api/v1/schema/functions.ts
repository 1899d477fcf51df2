import { handle } from "@/lib/server/api/handle.ts";
import { functions } from "@/lib/server/catalog/operations.ts";
import { define } from "@/utils.ts";

export const handler = define.handlers({
  GET: handle(
    functions,
    ({ services, who }) => Promise.resolve({ items: services.catalog.functions(who), next_cursor: null }),
  ),
});
