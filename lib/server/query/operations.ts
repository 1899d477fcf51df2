/** What the canvas asks about a graph that is not saved yet. */
import { operation, session } from "@/lib/server/http/operation.ts";
import {
  compileInput,
  exportInput,
  previewInput,
  result,
  statement,
  validateInput,
  validation,
} from "./schema.ts";

const tag = "Canvas";
const access = session("preview:run");

export const run = operation({
  id: "preview.run",
  method: "POST",
  path: "/api/v1/preview",
  tag,
  summary: "The first rows of a node",
  description: "At most 100 rows, within the preview's limits of time and memory.",
  access,
  body: previewInput,
  status: 200,
  returns: result,
  errors: [
    "invalid_graph",
    "query_timeout",
    "query_memory",
    "query_failed",
    "too_large",
    "rate_limited",
    "busy",
    "store_unavailable",
  ],
});

/** Of every operation that returns a file of rows. */
export const CSV = {
  status: 200,
  file: "text/csv",
  description:
    "RFC 4180 in UTF-8 with a byte order mark: CRLF, a line of column names, a cell without a value empty " +
    'and an empty text `""`, numbers whole, times ISO 8601 in UTC. A text that a spreadsheet would compute begins ' +
    "with an apostrophe. A file holds every row: more than the limit (1,000,000 unless EXPORT_ROWS says otherwise) " +
    "are `too_large`, and a response that fails on the way is broken off.",
  errors: [
    "invalid_graph",
    "query_timeout",
    "query_memory",
    "query_failed",
    "too_large",
    "rate_limited",
    "busy",
    "store_unavailable",
  ],
} as const;

export const exportCsv = operation({
  ...CSV,
  id: "preview.export",
  method: "POST",
  path: "/api/v1/preview/export.csv",
  tag,
  summary: "Every row of a node, as CSV",
  access,
  body: exportInput,
});

export const compile = operation({
  id: "preview.compile",
  method: "POST",
  path: "/api/v1/compile",
  tag,
  summary: "The statement a node becomes",
  access,
  body: compileInput,
  status: 200,
  returns: statement,
  errors: ["invalid_graph", "rate_limited", "store_unavailable"],
});

export const validate = operation({
  id: "preview.validate",
  method: "POST",
  path: "/api/v1/validate",
  tag,
  summary: "Columns and problems of every node",
  access,
  body: validateInput,
  status: 200,
  returns: validation,
  errors: ["store_unavailable"],
});
