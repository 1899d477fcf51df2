/** Every operation of the API. A route without an entry here fails a test. */
import * as apiKeys from "@/lib/server/api_keys/operations.ts";
import * as audit from "@/lib/server/audit/operations.ts";
import * as catalog from "@/lib/server/catalog/operations.ts";
import * as dashboards from "@/lib/server/dashboards/operations.ts";
import * as embeds from "@/lib/server/embeds/operations.ts";
import type { Operation } from "@/lib/server/http/operation.ts";
import * as preview from "@/lib/server/query/operations.ts";
import * as widgets from "@/lib/server/widgets/operations.ts";
import * as workflows from "@/lib/server/workflows/operations.ts";

const RESOURCES: readonly Readonly<Record<string, unknown>>[] = [
  workflows,
  dashboards,
  widgets,
  catalog,
  preview,
  embeds,
  audit,
  apiKeys,
];

export const operations: readonly Operation[] = RESOURCES.flatMap((resource) => Object.values(resource))
  .filter(isOperation);

function isOperation(value: unknown): value is Operation {
  return typeof value === "object" && value !== null && "method" in value && "path" in value;
}
