import { operation, session } from "@/lib/server/http/operation.ts";
import { listQuery, pageOf } from "@/lib/server/paging.ts";
import { apiKey, apiKeyInput, createdApiKey } from "./schema.ts";

const tag = "API keys";
const access = session("api_key:manage");

export const list = operation({
  id: "api_keys.list",
  method: "GET",
  path: "/api/v1/api-keys",
  tag,
  summary: "List API keys",
  access,
  query: listQuery,
  status: 200,
  returns: pageOf(apiKey),
});

export const create = operation({
  id: "api_keys.create",
  method: "POST",
  path: "/api/v1/api-keys",
  tag,
  summary: "Create an API key",
  description:
    "The response carries the key itself; it cannot be read again. A key without scope shows nothing.",
  access,
  body: apiKeyInput,
  status: 201,
  returns: createdApiKey,
});

export const revoke = operation({
  id: "api_keys.revoke",
  method: "DELETE",
  path: "/api/v1/api-keys/{id}",
  tag,
  summary: "Revoke an API key",
  access,
  status: 204,
});
