/**
 * An operation of the JSON API, as data. Routes run it and the OpenAPI document describes it, so what is documented
 * is what happens.
 */
import type { z } from "zod";
import type { Action } from "@/lib/server/auth/permissions.ts";
import type { ErrorCode } from "@/lib/server/errors.ts";
import type { Infer } from "@/lib/server/fields.ts";

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Who may call: someone signed in whose role reaches, or an embedding site with a key. */
type Access =
  | { readonly kind: "session"; readonly action: Action }
  | { readonly kind: "key" };

interface Definition<Query extends z.ZodObject, Body extends z.ZodObject> {
  /** `resource.verb`, unique. */
  readonly id: string;
  readonly method: Method;
  /** With `{name}` for path parameters, as in OpenAPI. */
  readonly path: `/api/v1/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly query?: Query;
  /** True when every query parameter without a meaning of its own is a filter on a column. */
  readonly takesFilters?: boolean;
  readonly body?: Body;
  /** True when a request without a body is as one with an empty object. */
  readonly bodyIsOptional?: boolean;
  readonly status: 200 | 201 | 204;
  /** True when the response carries an ETag, and a client that has that version is sent 304. */
  readonly versioned?: boolean;
  /** What the response holds. */
  readonly returns?: z.ZodType;
  /** The type of a response that is not JSON. */
  readonly file?: "text/csv";
  /** Beside those that any operation of its kind can give. */
  readonly errors?: readonly ErrorCode[];
}

declare const VALUES: unique symbol;

/** `Query` and `Body` are the values that its schemas read. */
export interface Operation<Query = unknown, Body = unknown> extends Definition<z.ZodObject, z.ZodObject> {
  readonly [VALUES]?: { readonly query: Query; readonly body: Body };
}

/** Keeps the schemas' values as types with the data. */
export function operation<Query extends z.ZodObject, Body extends z.ZodObject>(
  definition: Definition<Query, Body>,
): Operation<Infer<Query>, Infer<Body>> {
  return definition;
}

export function session(action: Action): Access {
  return { kind: "session", action };
}
