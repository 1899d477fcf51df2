/** Operations of embedding sites: the credential is a key or a ticket, and only pages of the key's origins may read the response. */
import type { Context } from "fresh";
import { type AskedFilters, NOTHING_ASKED } from "@/lib/server/query/filters.ts";
import type { EmbedIdentity } from "@/lib/server/embeds/schema.ts";
import type { Credential, EmbedPurpose } from "@/lib/server/embeds/credentials.ts";
import type { Operation } from "@/lib/server/http/operation.ts";
import { problemResponse, toFlowForgeError } from "@/lib/server/http/problem.ts";
import { requestContext } from "@/lib/server/http/request_context.ts";
import { AS_OF } from "@/lib/server/http/versioned.ts";
import type { RequestContext } from "@/lib/server/identity.ts";
import type { Services } from "@/lib/server/services.ts";
import type { State } from "@/utils.ts";
import { queryOf } from "./asked.ts";
import { filterParameters, filtersFromQuery } from "./filters.ts";
import { type ApiHandler, knownParams, respond, withOperation } from "./handle.ts";

interface EmbedCall<Query> {
  readonly services: Services;
  readonly site: EmbedIdentity;
  readonly query: Query;
  readonly filters: AskedFilters;
  readonly context: RequestContext;
}

/**
 * A handler for an operation that needs a key, or a ticket where its query takes one. A refused credential is thrown;
 * once the site is admitted, failures carry the same CORS headers as successes, so that an allowed origin can read them.
 */
export function handleEmbed<Query>(
  operation: Operation<Query, unknown>,
  run: (call: EmbedCall<Query>) => Promise<unknown>,
  purpose: EmbedPurpose = "embed",
): ApiHandler {
  return withOperation(operation, async (ctx) => {
    const { services } = ctx.state;
    const context = requestContext(ctx);
    const widgetId = knownParams(ctx.params).widget_id ?? "";
    const query = queryOf(operation, ctx.url);
    const filters = operation.takesFilters
      ? filtersFromQuery(filterParameters(ctx.url.search))
      : NOTHING_ASKED;
    const site = await services.embeds.admit(
      credentialOf(operation as Operation, ctx),
      widgetId,
      context,
      purpose,
    );
    const response = await run({ services, site, query, filters, context }).then(
      (body) => respond(operation as Operation, body, ctx.req),
      (error) => failed(error, ctx),
    );
    return withCors(response, ctx.req.headers.get("origin"), site.allowedOrigins);
  });
}

function credentialOf({ query }: Operation, { req, url }: Context<State>): Credential {
  const key = req.headers.get("x-api-key") ?? undefined;
  const takesTicket = query !== undefined && "ticket" in query.shape;
  const ticket = takesTicket ? url.searchParams.get("ticket") ?? undefined : undefined;
  return key === undefined ? { ticket } : { key };
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
