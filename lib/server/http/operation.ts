/**
 * An operation of the JSON API, as data. Routes run it and the OpenAPI document describes it, so what is documented
 * is what happens.
 */
import type { z } from "zod";
import type { Action } from "@/lib/server/auth/permissions.ts";
import type { ErrorCode } from "@/lib/server/errors.ts";

export type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";

/** Who may call: someone signed in whose role reaches, or an embedding site with a key. */
export type Access =
  | { readonly kind: "session"; readonly action: Action }
  | { readonly kind: "key" };

export interface Operation<Query = unknown, Body = unknown> {
  /** `resource.verb`, unique. */
  readonly id: string;
  readonly method: Method;
  /** With `{name}` for path parameters, as in OpenAPI. */
  readonly path: `/api/v1/${string}`;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly query?: z.ZodType<Query>;
  /** True when every query parameter without a meaning of its own is a filter on a column. */
  readonly takesFilters?: boolean;
  readonly body?: z.ZodType<Body>;
  readonly status: 200 | 201 | 204;
  /** True when the answer carries an ETag and a client that has it is answered 304. */
  readonly versioned?: boolean;
  readonly answer?: z.ZodType;
  /** Beside those that any operation of its kind can give. */
  readonly errors?: readonly ErrorCode[];
}

/** Keeps the schemas' types with the data. */
export function operation<Query, Body>(definition: Operation<Query, Body>): Operation<Query, Body> {
  return definition;
}

export function session(action: Action): Access {
  return { kind: "session", action };
}
