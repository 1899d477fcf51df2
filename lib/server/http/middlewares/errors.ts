/** The one place where an error becomes a response: problem+json for the API, a page for people. */
import { type Context, HttpError } from "fresh";
import type { VNode } from "preact";
import { isAbort } from "@/lib/server/deadline.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { methodRefused } from "../methods.ts";
import { problemResponse, toFlowForgeError } from "../problem.ts";
import { define, type State } from "@/utils.ts";

interface ShownError {
  readonly status: number;
  /** Our own words for the user; never the message of an unexpected error. */
  readonly detail: string | null;
  readonly requestId: string;
}

/** Draws an error as a page, to stand inside the app's frame. */
export type ErrorPage = (error: ShownError) => { readonly title: string; readonly content: VNode };

/** The methods that the address of a request takes, as its `Allow` lists them; null where it does not say. */
type MethodsAt = (request: Request) => Promise<string | null>;

const NOT_ALLOWED = 405;

/** The client has gone; nobody reads this response. */
const CLIENT_CLOSED_REQUEST = 499;

/**
 * Turns what was thrown further in into a response. It stands inside the security headers, so that errors carry them
 * too; Fresh's own error pages would be rendered outside of all middlewares.
 */
export function renderErrors(page: ErrorPage, methodsAt: MethodsAt) {
  return define.middleware(async (ctx) => {
    try {
      const response = await ctx.next();
      // Handlers of ours throw; Fresh refuses a method on a static file in words of its own.
      if (response.status !== NOT_ALLOWED) return response;
      await response.body?.cancel();
      throw refusedMethod(ctx.req, response.headers.get("allow"));
    } catch (error) {
      if (isAbort(error) && ctx.req.signal.aborted) {
        return new Response(null, { status: CLIENT_CLOSED_REQUEST });
      }
      const known = await fromFresh(error, ctx.req, methodsAt) ?? toFlowForgeError(error);
      report(known, ctx.state);
      const response = isApi(ctx.url)
        ? problemResponse(known, ctx.state.requestId)
        : await pageResponse(ctx, page, {
          status: known.status,
          detail: error instanceof FlowForgeError && error.status < 500 ? error.detail : null,
          requestId: ctx.state.requestId,
        });
      const { allowed } = known.options;
      if (allowed !== undefined) response.headers.set("allow", allowed.join(", "));
      return response;
    }
  });
}

async function pageResponse(ctx: Context<State>, page: ErrorPage, error: ShownError): Promise<Response> {
  const { status, requestId } = error;
  try {
    const { title, content } = page(error);
    ctx.state.title = title;
    return await ctx.render(content, { status });
  } catch (failure) {
    ctx.state.log.error("the error page failed", { request_id: requestId, error: failure });
    return ctx.text(`Something went wrong. Request ${requestId}.`, { status });
  }
}

function isApi({ pathname }: URL): boolean {
  return pathname === "/api" || pathname.startsWith("/api/");
}

/** Fresh throws these where no route matches; nothing of ours throws an `HttpError`. */
async function fromFresh(
  error: unknown,
  request: Request,
  methodsAt: MethodsAt,
): Promise<FlowForgeError | null> {
  if (!(error instanceof HttpError)) return null;
  if (error.status === 404) return new FlowForgeError("not_found", "Cannot find this address: see /docs.");
  return error.status === NOT_ALLOWED ? refusedMethod(request, await methodsAt(request)) : null;
}

function refusedMethod({ method }: Request, allow: string | null): FlowForgeError {
  return methodRefused(method, allow?.split(/\s*,\s*/));
}

function report(error: FlowForgeError, { log, requestId }: State): void {
  const fields = { request_id: requestId, code: error.code, cause: error.cause };
  if (error.status >= 500) log.error("request failed", fields);
  else if (error.cause !== undefined) log.warn("request refused", fields);
}
