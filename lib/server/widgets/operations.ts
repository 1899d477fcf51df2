import { operation, session } from "@/lib/server/http/operation.ts";
import { pageOf } from "@/lib/server/paging.ts";
import { CSV } from "@/lib/server/query/operations.ts";
import { rowsQuery, widget, widgetData, widgetInput, widgetListQuery, widgetPatch } from "./schema.ts";

const tag = "Widgets";

export const FILTERS_DESCRIPTION =
  "Other query parameters filter: `symbol=AAPL` (repeat it for any of several), " +
  "`range=1d` (the last period on each table's event time; s, m, h, d, w, mo, y), or `column.operator=value` such as " +
  "`price.>=100`, `price.between=1,2` and `symbol.in=AAPL,MSFT` (or repeated); a comma that is part of a value is " +
  "encoded, `name.in=Amazon.com%2C%20Inc.`. A dot before a name makes it a column's: `.limit=5`.";

export const list = operation({
  id: "widgets.list",
  method: "GET",
  path: "/api/v1/widgets",
  tag,
  summary: "List widgets",
  access: session("dashboard:read"),
  query: widgetListQuery,
  status: 200,
  returns: pageOf(widget),
});

export const create = operation({
  id: "widgets.create",
  method: "POST",
  path: "/api/v1/widgets",
  tag,
  summary: "Pin an output node to a dashboard",
  access: session("dashboard:write"),
  body: widgetInput,
  status: 201,
  returns: widget,
});

export const get = operation({
  id: "widgets.get",
  method: "GET",
  path: "/api/v1/widgets/{id}",
  tag,
  summary: "Read a widget",
  access: session("dashboard:read"),
  status: 200,
  returns: widget,
});

export const update = operation({
  id: "widgets.update",
  method: "PATCH",
  path: "/api/v1/widgets/{id}",
  tag,
  summary: "Move, resize or retitle a widget",
  access: session("dashboard:write"),
  body: widgetPatch,
  status: 200,
  returns: widget,
});

export const remove = operation({
  id: "widgets.delete",
  method: "DELETE",
  path: "/api/v1/widgets/{id}",
  tag,
  summary: "Remove a widget",
  access: session("dashboard:write"),
  status: 204,
});

/** Of every operation that returns a widget's rows. */
export const ROWS = {
  takesFilters: true,
  status: 200,
  versioned: true,
  returns: widgetData,
  errors: [
    "source_deleted",
    "node_deleted",
    "invalid_graph",
    "query_timeout",
    "query_memory",
    "query_failed",
    "too_large",
    "busy",
    "store_unavailable",
  ],
} as const;

export const data = operation({
  ...ROWS,
  id: "widgets.data",
  method: "GET",
  path: "/api/v1/widgets/{id}/data",
  tag,
  summary: "The rows a widget shows now",
  description:
    `${FILTERS_DESCRIPTION} What reaches no source is ignored, and \`filters\` in the answer says why.`,
  access: session("dashboard:read"),
  query: rowsQuery,
});

export const exportCsv = operation({
  ...CSV,
  id: "widgets.export",
  method: "GET",
  path: "/api/v1/widgets/{id}/export.csv",
  tag,
  summary: "Every row a widget shows, as CSV",
  description: `${CSV.description} ${
    FILTERS_DESCRIPTION.replace("`filters` in the answer", "`X-Ignored-Filters`")
  }`,
  access: session("dashboard:read"),
  takesFilters: true,
  errors: [...CSV.errors, "source_deleted", "node_deleted", "invalid_input"],
});
