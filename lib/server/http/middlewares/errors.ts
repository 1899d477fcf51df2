/** The one place where an error becomes a response: problem+json for the API, a page for people. */
import { type Context, HttpError } from "fresh";
import type { VNode } from "preact";
import { isAbort } from "@/lib/server/deadline.ts";
import { type ErrorCode, FlowForgeError } from "@/lib/server/errors.ts";
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

/** The client has gone; nobody reads this response. */
const CLIENT_CLOSED_REQUEST = 499;

/**
 * Turns what was thrown further in into a response. It stands inside the security headers, so that errors carry them
 * too; Fresh's own error pages would be rendered outside of all middlewares.
 */
export function renderErrors(page: ErrorPage) {
  return define.middleware(async (ctx) => {
    try {
      return await ctx.next();
    } catch (error) {
      if (isAbort(error) && ctx.req.signal.aborted) {
        return new Response(null, { status: CLIENT_CLOSED_REQUEST });
      }
      const known = fromFresh(error) ?? toFlowForgeError(error);
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

const BY_STATUS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  404: ["not_found", "Cannot find this address: see /docs."],
  405: ["method_not_allowed", "Cannot use this method here."],
};

/** Fresh throws these where no route matches; nothing of ours throws an `HttpError`. */
function fromFresh(error: unknown): FlowForgeError | null {
  if (!(error instanceof HttpError)) return null;
  const [code, detail] = BY_STATUS[error.status] ?? [];
  return code === undefined ? null : new FlowForgeError(code, detail!);
}

function report(error: FlowForgeError, { log, requestId }: State): void {
  const fields = { request_id: requestId, code: error.code, cause: error.cause };
  if (error.status >= 500) log.error("request failed", fields);
  else if (error.cause !== undefined) log.warn("request refused", fields);
}
