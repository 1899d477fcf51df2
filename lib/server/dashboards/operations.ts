import { operation, session } from "@/lib/server/http/operation.ts";
import { listQuery, pageOf } from "@/lib/server/paging.ts";
import {
  arrangement,
  dashboard,
  dashboardCopy,
  dashboardInput,
  dashboardPatch,
  dashboardSummary,
} from "./schema.ts";

const tag = "Dashboards";

export const list = operation({
  id: "dashboards.list",
  method: "GET",
  path: "/api/v1/dashboards",
  tag,
  summary: "List dashboards",
  access: session("dashboard:read"),
  query: listQuery,
  status: 200,
  returns: pageOf(dashboardSummary),
});

export const create = operation({
  id: "dashboards.create",
  method: "POST",
  path: "/api/v1/dashboards",
  tag,
  summary: "Create a dashboard",
  access: session("dashboard:write"),
  body: dashboardInput,
  status: 201,
  returns: dashboard,
});

export const get = operation({
  id: "dashboards.get",
  method: "GET",
  path: "/api/v1/dashboards/{id}",
  tag,
  summary: "Read a dashboard with its widgets",
  access: session("dashboard:read"),
  status: 200,
  returns: dashboard,
});

export const update = operation({
  id: "dashboards.update",
  method: "PATCH",
  path: "/api/v1/dashboards/{id}",
  tag,
  summary: "Rename or describe a dashboard",
  access: session("dashboard:write"),
  body: dashboardPatch,
  status: 200,
  returns: dashboard,
});

export const remove = operation({
  id: "dashboards.delete",
  method: "DELETE",
  path: "/api/v1/dashboards/{id}",
  tag,
  summary: "Delete a dashboard and its widgets",
  access: session("dashboard:write"),
  status: 204,
});

export const duplicate = operation({
  id: "dashboards.duplicate",
  method: "POST",
  path: "/api/v1/dashboards/{id}/duplicate",
  tag,
  summary: "Copy a dashboard with its widgets and filters",
  description:
    "With `copy_workflows` the workflows are copied too, which needs the right to write workflows.",
  access: session("dashboard:write"),
  body: dashboardCopy,
  bodyIsOptional: true,
  status: 201,
  returns: dashboard,
});

export const arrange = operation({
  id: "dashboards.arrange",
  method: "PUT",
  path: "/api/v1/dashboards/{id}/layout",
  tag,
  summary: "Move and resize widgets together",
  description: "All or nothing: one unknown widget and none moves.",
  access: session("dashboard:write"),
  body: arrangement,
  status: 200,
  returns: dashboard,
});

export const arrangePatch = operation({
  ...arrange,
  body: arrangement,
  id: "dashboards.arrange_patch",
  method: "PATCH",
  summary: "The same as PUT",
});
