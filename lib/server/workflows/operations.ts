import { operation, session } from "@/lib/server/http/operation.ts";
import { listQuery, pageOf } from "@/lib/server/paging.ts";
import { workflow, workflowInput, workflowPatch, workflowSummary } from "./schema.ts";

const tag = "Workflows";

export const list = operation({
  id: "workflows.list",
  method: "GET",
  path: "/api/v1/workflows",
  tag,
  summary: "List workflows, latest change first",
  access: session("workflow:read"),
  query: listQuery,
  status: 200,
  returns: pageOf(workflowSummary),
});

export const create = operation({
  id: "workflows.create",
  method: "POST",
  path: "/api/v1/workflows",
  tag,
  summary: "Create a workflow",
  description: "Unfinished settings are allowed; a graph whose structure is unsound is not.",
  access: session("workflow:write"),
  body: workflowInput,
  status: 201,
  returns: workflow,
  errors: ["invalid_graph"],
});

export const get = operation({
  id: "workflows.get",
  method: "GET",
  path: "/api/v1/workflows/{id}",
  tag,
  summary: "Read a workflow with its graph",
  access: session("workflow:read"),
  status: 200,
  returns: workflow,
});

export const update = operation({
  id: "workflows.update",
  method: "PATCH",
  path: "/api/v1/workflows/{id}",
  tag,
  summary: "Save changes",
  description: "Takes the version the edit began with; returns 409 when another save came first.",
  access: session("workflow:write"),
  body: workflowPatch,
  status: 200,
  returns: workflow,
  errors: ["version_conflict", "invalid_graph"],
});

export const remove = operation({
  id: "workflows.delete",
  method: "DELETE",
  path: "/api/v1/workflows/{id}",
  tag,
  summary: "Delete a workflow",
  description: "Its widgets stay and say that their source is deleted.",
  access: session("workflow:write"),
  status: 204,
});

export const duplicate = operation({
  id: "workflows.duplicate",
  method: "POST",
  path: "/api/v1/workflows/{id}/duplicate",
  tag,
  summary: "Copy a workflow",
  access: session("workflow:write"),
  status: 201,
  returns: workflow,
});
