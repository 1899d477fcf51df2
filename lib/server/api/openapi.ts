/** The OpenAPI 3.1 document, made from the operations and their schemas. */
import { z } from "zod";
import { configSchema, LIMITS, type NodeDescription, nodeTypes, PORTS } from "@/compiler/mod.ts";
import type { Port } from "@/compiler/schema/types.ts";
import { PERMISSIONS } from "@/lib/server/auth/permissions.ts";
import { ERROR_STATUS, type ErrorCode } from "@/lib/server/errors.ts";
import type { Operation } from "@/lib/server/http/operation.ts";
import { errorCatalogue } from "@/lib/server/http/problem.ts";
import { graph, problem } from "@/lib/server/query/schema.ts";
import { operations } from "./operations.ts";

export type JsonSchema = Record<string, unknown>;

interface OpenApi {
  readonly openapi: "3.1.0";
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Record<string, Record<string, OpenApiOperation>>;
  readonly components: Record<string, unknown> & { readonly schemas: Record<string, JsonSchema> };
  readonly tags: readonly { readonly name: string }[];
}

export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly JsonSchema[];
  readonly requestBody?: JsonSchema;
  readonly responses: Record<string, JsonSchema>;
  readonly security: readonly JsonSchema[];
  readonly "x-roles"?: readonly string[];
}

export function openApi(): OpenApi {
  const schemas: Record<string, JsonSchema> = {};
  schemas.Graph = hoisted(graphSchema(), schemas);
  schemas.ProblemDocument = problemDocument(withComponents(problem, "output", schemas));
  const schemaOf = (schema: z.ZodType, io: "input" | "output") => withComponents(schema, io, schemas);
  const paths: OpenApi["paths"] = {};
  for (const operation of operations) {
    const path = paths[operation.path] ??= {};
    path[operation.method.toLowerCase()] = openApiOperation(operation, schemaOf);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "FlowForge",
      version: "1",
      description:
        "Workflows, dashboards, widgets and embeds. int64 and decimal values are strings, date-times ISO " +
        "8601 in UTC. Errors are problem+json with a stable code and a request id.",
    },
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "flowforge_session" },
        key: { type: "apiKey", in: "header", name: "X-API-Key" },
      },
    },
  };
}

type SchemaOf = (schema: z.ZodType, io: "input" | "output") => JsonSchema;

function openApiOperation(operation: Operation, schemaOf: SchemaOf): OpenApiOperation {
  const { id, tag, summary, description, access, query, takesFilters, status, versioned, returns } =
    operation;
  const { body, bodyIsOptional = false, file } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    parameters: [
      ...pathParameters(operation.path),
      ...(query === undefined ? [] : queryParameters(schemaOf(query, "input"))),
      ...(takesFilters ? [FILTER_PARAMETER] : []),
      ...(versioned ? [IF_NONE_MATCH] : []),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: !bodyIsOptional, content: json(schemaOf(body, "input")) } }),
    responses: {
      [status]: {
        description: status === 204 ? "Done." : "As asked.",
        ...(returns === undefined ? {} : { content: json(schemaOf(returns, "output")) }),
        ...(file === undefined
          ? {}
          : { content: { [file]: { schema: { type: "string" } } }, headers: FILE_HEADERS }),
        ...(versioned ? { headers: VERSION_HEADERS } : {}),
      },
      ...(versioned ? { 304: { description: "Not modified.", headers: VERSION_HEADERS } } : {}),
      ...errorResponses(operation),
    },
    security: [{ [access.kind]: [] }],
    ...(access.kind === "session" ? { "x-roles": PERMISSIONS[access.action] } : {}),
  };
}

const FILTER_PARAMETER = {
  name: "filters",
  in: "query",
  style: "form",
  explode: true,
  schema: { type: "object", additionalProperties: { type: "string" } },
  description: "Any column of the sources, see above.",
};

const IF_NONE_MATCH = {
  name: "If-None-Match",
  in: "header",
  required: false,
  schema: { type: "string" },
  description: "The `ETag` of a response that is at hand: for the same content the status is 304.",
};

const VERSION_HEADERS = {
  ETag: { description: "Changes with the content, not with when it was read.", schema: { type: "string" } },
  "X-As-Of": {
    description: "When the rows were read, the body's `as_of`.",
    schema: { type: "string", format: "date-time" },
  },
};

const FILE_HEADERS = {
  "Content-Disposition": {
    description: "The file's name, with the filters in force.",
    schema: { type: "string" },
  },
  "X-Ignored-Filters": {
    description: "Filters that reached no row: `column;reason`, percent-encoded, between commas.",
    schema: { type: "string" },
  },
};

function json(schema: JsonSchema) {
  return { "application/json": { schema } };
}

function pathParameters(path: string): readonly JsonSchema[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(schema: JsonSchema): readonly JsonSchema[] {
  const properties = schema.properties as Record<string, JsonSchema> | undefined;
  const required = schema.required as readonly string[] | undefined;
  return Object.entries(properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: "query",
    required: required?.includes(name) ?? false,
    schema: rest,
    ...(description === undefined ? {} : { description }),
  }));
}

/** What an operation of its shape can end with beside success; its own list adds to it. */
function errorsOf({ access, query, body, path, errors = [] }: Operation): readonly ErrorCode[] {
  const always: ErrorCode[] = ["not_signed_in", "rate_limited", "internal", "store_unavailable"];
  if (access.kind === "session") always.push("forbidden");
  if (query !== undefined || body !== undefined) always.push("invalid_input");
  if (body !== undefined) always.push("bad_request", "too_large", "unsupported_media_type");
  if (path.includes("{")) always.push("not_found");
  return [...new Set([...always, ...errors])];
}

function errorResponses(operation: Operation): Record<string, JsonSchema> {
  const byStatus = Map.groupBy(errorsOf(operation), (code) => ERROR_STATUS[code]);
  return Object.fromEntries(
    [...byStatus].sort(([a], [b]) => a - b).map(([status, codes]) => [status, {
      description: codes.map((code) => `\`${code}\``).join(", "),
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/ProblemDocument" } } },
    }]),
  );
}

/** A schema in place, or a reference when it has a name; the graph is described by the compiler. */
function withComponents(
  schema: z.ZodType,
  io: "input" | "output",
  schemas: Record<string, JsonSchema>,
): JsonSchema {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === graph) Object.assign(jsonSchema, { $ref: "#/components/schemas/Graph" });
    },
  }) as JsonSchema;
  const { id, ...own } = hoisted(described, schemas);
  if (typeof id !== "string") return own;
  schemas[id] ??= own;
  return { $ref: `#/components/schemas/${id}` };
}

/** Moves local definitions to the components, and references along with them. */
function hoisted(schema: JsonSchema, schemas: Record<string, JsonSchema>): JsonSchema {
  const componentName = (name: string) => name[0]!.toUpperCase() + name.slice(1);
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === "$ref" && typeof value === "string" && value.startsWith("#/$defs/")) {
      return `#/components/schemas/${componentName(value.slice("#/$defs/".length))}`;
    }
    if (key !== "$defs") return value;
    for (const [name, { id: _name, ...definition }] of Object.entries(value as Record<string, JsonSchema>)) {
      schemas[componentName(name)] ??= definition;
    }
    return undefined;
  });
}

function graphSchema(): JsonSchema {
  return {
    type: "object",
    required: ["version", "nodes", "edges"],
    properties: {
      version: { const: 1 },
      nodes: {
        type: "array",
        maxItems: LIMITS.nodes,
        items: { oneOf: nodeTypes.map(nodeSchema) },
      },
      edges: {
        type: "array",
        maxItems: LIMITS.edges,
        items: {
          type: "object",
          required: ["source", "target"],
          properties: {
            source: { type: "string" },
            target: { type: "string" },
            port: { enum: PORTS, description: `\`${PORTS[0]}\` without it.` },
          },
        },
      },
    },
  };
}

function nodeSchema({ type, inputs }: NodeDescription): JsonSchema {
  return {
    type: "object",
    title: type,
    required: ["id", "type", "position", "config"],
    properties: {
      id: { type: "string" },
      type: { const: type },
      position: {
        type: "object",
        required: ["x", "y"],
        properties: { x: { type: "number" }, y: { type: "number" } },
      },
      label: { type: "string" },
      note: { type: "string" },
      disabled: { type: "boolean", description: disabledMeans(inputs[0]) },
      config: configSchema(type),
    },
  };
}

function disabledMeans(port: Port | undefined): string {
  if (port === undefined) return "A source cannot be disabled.";
  return `Passes its ${port === PORTS[0] ? "" : `${port} `}input through.`;
}

function problemDocument(problemItem: JsonSchema): JsonSchema {
  return {
    type: "object",
    required: ["type", "title", "status", "code", "detail", "request_id"],
    properties: {
      type: { type: "string" },
      title: { type: "string" },
      status: { type: "integer" },
      code: { enum: errorCatalogue.map(({ code }) => code) },
      detail: { type: "string" },
      request_id: { type: "string" },
      problems: { type: "array", items: problemItem },
    },
  };
}
