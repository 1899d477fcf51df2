/** What the canvas asks about a graph that is not saved yet. */
import * as inputs from "@/lib/server/inputs.ts";
import { operation, session } from "../operation.ts";
import * as records from "./records.ts";
import { z } from "zod";

const tag = "Canvas";
const access = session("preview:run");

export const preview = operation({
  id: "preview.run",
  method: "POST",
  path: "/api/v1/preview",
  tag,
  summary: "The first rows of a node",
  description: "At most 100 rows, within the preview's limits of time and memory.",
  access,
  body: inputs.preview,
  status: 200,
  answer: records.result,
  errors: [
    "invalid_graph",
    "query_timeout",
    "query_memory",
    "query_failed",
    "too_large",
    "rate_limited",
    "store_unavailable",
  ],
});

export const compile = operation({
  id: "preview.compile",
  method: "POST",
  path: "/api/v1/compile",
  tag,
  summary: "The statement a node becomes",
  access,
  body: inputs.compilation,
  status: 200,
  answer: records.statement,
  errors: ["invalid_graph", "rate_limited", "store_unavailable"],
});

export const validate = operation({
  id: "preview.validate",
  method: "POST",
  path: "/api/v1/validate",
  tag,
  summary: "Columns and problems of every node",
  access,
  body: inputs.validation,
  status: 200,
  answer: records.validation,
  errors: ["store_unavailable"],
});

export const tables = operation({
  id: "schema.tables",
  method: "GET",
  path: "/api/v1/schema/tables",
  tag: "Schema",
  summary: "Tables the tenant may read",
  access: session("schema:read"),
  status: 200,
  answer: z.object({ items: z.array(records.table), next_cursor: z.null() }),
  errors: ["store_unavailable"],
});

export const columns = operation({
  id: "schema.columns",
  method: "GET",
  path: "/api/v1/schema/tables/{name}/columns",
  tag: "Schema",
  summary: "Columns of a table",
  description: "`name` is `database.table`.",
  access: session("schema:read"),
  status: 200,
  answer: z.object({ items: z.array(records.column), next_cursor: z.null() }),
  errors: ["store_unavailable"],
});
