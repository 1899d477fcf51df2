/** Runs an operation: who asks, may they, what do they ask; then one service call; then the response it documents. */
import type { Context } from "fresh";
import type { AskedFilters } from "@/lib/server/query/filters.ts";
import { can } from "@/lib/server/auth/permissions.ts";
import { checked } from "@/lib/server/checked.ts";
import { FlowForgeError, notFound } from "@/lib/server/errors.ts";
import { CsvFile } from "@/lib/server/http/csv_file.ts";
import { readJson, readJsonIfAny } from "@/lib/server/http/json_body.ts";
import type { Operation } from "@/lib/server/http/operation.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { VersionedJson } from "@/lib/server/http/versioned.ts";
import type { Identity, RequestContext } from "@/lib/server/identity.ts";
import type { Services } from "@/lib/server/services.ts";
import type { State } from "@/utils.ts";
import { askedOf } from "./asked.ts";

export interface Call<Query, Body> {
  readonly services: Services;
  readonly who: Identity;
  /** Path parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  /** The body, already checked against the operation's schema: handlers need no check of their own. */
  readonly body: Body;
  readonly filters: AskedFilters;
  readonly context: RequestContext;
}

export type ApiHandler = ((ctx: Context<State>) => Promise<Response>) & { readonly operation: Operation };

/** A handler for an operation that needs a session; `run` returns the body. */
export function handle<Query, Body>(
  operation: Operation<Query, Body>,
  run: (call: Call<Query, Body>) => Promise<unknown>,
): ApiHandler {
  return withOperation(operation, async (ctx) => {
    const who = identified(ctx.state.identity, operation as Operation);
    return respond(operation as Operation, await run(await callOf(operation, ctx, who)), ctx.req);
  });
}

export function withOperation<Query, Body>(
  operation: Operation<Query, Body>,
  run: (ctx: Context<State>) => Promise<Response>,
): ApiHandler {
  return Object.assign(run, { operation: operation as Operation });
}

/** The role is looked at before the body is read; the services decide again for themselves. */
function identified(who: Identity | null, { access }: Operation): Identity {
  if (who === null) throw new FlowForgeError("not_signed_in", "Cannot answer: nobody is signed in.");
  if (access.kind === "session" && !can(who.role, access.action)) {
    throw new FlowForgeError("forbidden", `Cannot do this: the role "${who.role}" may not do it.`);
  }
  return who;
}

async function callOf<Query, Body>(
  operation: Operation<Query, Body>,
  ctx: Context<State>,
  who: Identity,
): Promise<Call<Query, Body>> {
  return {
    services: ctx.state.services,
    who,
    params: knownParams(ctx.params),
    ...askedOf(operation as Operation<Query, unknown>, ctx.url),
    body: await bodyOf(operation, ctx.req),
    context: requestContext(ctx),
  };
}

async function bodyOf<Body>(
  { body, bodyIsOptional }: Operation<unknown, Body>,
  request: Request,
): Promise<Body> {
  const read = bodyIsOptional ? readJsonIfAny : readJson;
  return (body && checked(body, await read(request))) as Body;
}

/** Text that no store could hold cannot be the id of anything. */
export function knownParams(params: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  for (const value of Object.values(params)) {
    if (value.includes("\0") || !value.isWellFormed()) {
      throw notFound("anything called", value.replaceAll("\0", ""));
    }
  }
  return params;
}

export function respond({ status, path, method }: Operation, body: unknown, request: Request): Response {
  if (body instanceof VersionedJson) return body.respond(request);
  if (body instanceof CsvFile) return body.respond();
  if (status === 204) return new Response(null, { status, headers: { "cache-control": "no-store" } });
  const headers = new Headers({ "cache-control": "no-store" });
  if (status === 201 && method === "POST" && hasId(body)) headers.set("location", locationOf(path, body.id));
  return Response.json(body, { status, headers });
}

function hasId(body: unknown): body is { readonly id: string } {
  return typeof body === "object" && body !== null && "id" in body && typeof body.id === "string";
}

/** `/api/v1/workflows/{id}/duplicate` makes a workflow too. */
function locationOf(path: string, id: string): string {
  return `${path.split("/{")[0]}/${encodeURIComponent(id)}`;
}
