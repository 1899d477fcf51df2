import * as inputs from "@/lib/server/inputs.ts";
import { operation, session } from "../operation.ts";
import * as queries from "./queries.ts";
import * as records from "./records.ts";

export const listApiKeys = operation({
  id: "api_keys.list",
  method: "GET",
  path: "/api/v1/api-keys",
  tag: "API keys",
  summary: "List API keys",
  access: session("api_key:manage"),
  query: queries.list,
  status: 200,
  answer: records.pageOf(records.apiKey),
});

export const createApiKey = operation({
  id: "api_keys.create",
  method: "POST",
  path: "/api/v1/api-keys",
  tag: "API keys",
  summary: "Create an API key",
  description:
    "The answer carries the key itself; it cannot be read again. A key without scope shows nothing.",
  access: session("api_key:manage"),
  body: inputs.apiKey,
  status: 201,
  answer: records.createdApiKey,
});

export const revokeApiKey = operation({
  id: "api_keys.revoke",
  method: "DELETE",
  path: "/api/v1/api-keys/{id}",
  tag: "API keys",
  summary: "Revoke an API key",
  access: session("api_key:manage"),
  status: 204,
});

export const audit = operation({
  id: "audit.list",
  method: "GET",
  path: "/api/v1/audit",
  tag: "Audit",
  summary: "Who did what, newest first",
  access: session("audit:read"),
  query: queries.list,
  status: 200,
  answer: records.pageOf(records.auditEntry),
});
