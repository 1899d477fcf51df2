import { z } from "zod";
import { operation, session } from "@/lib/server/http/operation.ts";
import { column } from "@/lib/server/query/schema.ts";
import { formulaFunction, table } from "./schema.ts";

const tag = "Schema";
const access = session("schema:read");

/** The whole list is one page. */
const listOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next_cursor: z.null() });

export const tables = operation({
  id: "schema.tables",
  method: "GET",
  path: "/api/v1/schema/tables",
  tag,
  summary: "Tables the tenant may read",
  access,
  status: 200,
  returns: listOf(table),
  errors: ["store_unavailable"],
});

export const columns = operation({
  id: "schema.columns",
  method: "GET",
  path: "/api/v1/schema/tables/{name}/columns",
  tag,
  summary: "Columns of a table",
  description: "`name` is `database.table`.",
  access,
  status: 200,
  returns: listOf(column),
  errors: ["store_unavailable"],
});

export const functions = operation({
  id: "schema.functions",
  method: "GET",
  path: "/api/v1/schema/functions",
  tag,
  summary: "Functions of formulas, with their help",
  access,
  status: 200,
  returns: listOf(formulaFunction),
});
