/** Operations of embedding sites: the credential is a key or a ticket, and only the key's origins may read the answer. */
import type { Context } from "fresh";
import type { DashboardFilter } from "@/compiler/schema/types.ts";
import type { RequestContext, Services } from "@/lib/server/types.ts";
import type { State } from "@/utils.ts";
import { filtersFromQuery } from "./filters.ts";
import { answer, type ApiHandler, knownParams, queryOf, withOperation } from "./handle.ts";
import type { Operation } from "./operation.ts";
import { problemResponse, toFlowForgeError } from "./problem.ts";
import { requestContext } from "./request_context.ts";
import { AS_OF } from "./versioned.ts";

export interface EmbedCall<Query> {
  readonly services: Services;
  readonly credential: { readonly key?: string; readonly ticket?: string };
  readonly widgetId: string;
  readonly query: Query;
  readonly filters: readonly DashboardFilter[];
  readonly context: RequestContext;
}

export interface Admitted {
  readonly allowedOrigins: readonly string[];
  /** Runs after the credential was accepted, so that its failures too can be read by an allowed origin. */
  readonly answer: () => Promise<unknown>;
}

/** Throws as `admit` does; once admitted, failures are answered with the same CORS headers as successes. */
export function handleEmbed<Query>(
  operation: Operation<Query, unknown>,
  admit: (call: EmbedCall<Query>) => Promise<Admitted>,
): ApiHandler {
  return withOperation(operation, async (ctx) => {
    const key = ctx.req.headers.get("x-api-key") ?? undefined;
    const ticket = key === undefined ? ctx.url.searchParams.get("ticket") ?? undefined : undefined;
    const admitted = await admit({
      services: ctx.state.services,
      credential: { key, ticket },
      widgetId: knownParams(ctx.params).widget_id ?? "",
      query: queryOf(operation, ctx.url),
      filters: operation.takesFilters ? filtersFromQuery(ctx.url.searchParams) : [],
      context: requestContext(ctx),
    });
    const response = await admitted.answer().then(
      (body) => answer(operation as Operation, body, ctx.req),
      (error) => failed(error, ctx),
    );
    return withCors(response, ctx.req.headers.get("origin"), admitted.allowedOrigins);
  });
}

function failed(error: unknown, ctx: Context<State>): Response {
  const known = toFlowForgeError(error);
  if (known.code === "internal") throw error;
  return problemResponse(known, ctx.state.requestId);
}

function withCors(response: Response, origin: string | null, allowed: readonly string[]): Response {
  response.headers.append("vary", "Origin");
  if (origin !== null && allowed.includes(origin)) {
    response.headers.set("access-control-allow-origin", origin);
    response.headers.set("access-control-expose-headers", `ETag, ${AS_OF}`);
  }
  return response;
}

/** Says only that a key may be sent. It carries no data, so it needs no key; cookies are never allowed. */
export function preflight(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, POST",
      "access-control-allow-headers": "X-API-Key, Content-Type, If-None-Match",
      "access-control-max-age": "600",
      "vary": "Origin",
    },
  });
}
