/** The one place where an error becomes an answer: problem+json for the API, a page for people. */
import { HttpError } from "fresh";
import { type ErrorCode, FlowForgeError } from "@/lib/server/errors.ts";
import { isAbort, problemResponse, toFlowForgeError } from "../problem.ts";
import { define, type State } from "@/utils.ts";

const BY_STATUS: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  400: ["bad_request", "Cannot read this request."],
  403: ["forbidden", "Cannot do this: the request came from another site."],
  404: ["not_found", "Cannot find this address: see /docs."],
  405: ["method_not_allowed", "Cannot use this method here."],
  413: ["too_large", "Cannot read the body: it is too large."],
};

/** The client has gone; nobody reads this answer. */
const CLIENT_CLOSED_REQUEST = 499;

export const mapErrors = define.middleware(async (ctx) => {
  try {
    return await ctx.next();
  } catch (error) {
    if (isAbort(error) && ctx.req.signal.aborted) {
      return new Response(null, { status: CLIENT_CLOSED_REQUEST });
    }
    const known = fromHttp(error) ?? toFlowForgeError(error);
    report(known, ctx.state);
    if (ctx.url.pathname === "/api" || ctx.url.pathname.startsWith("/api/")) {
      return problemResponse(known, ctx.state.requestId);
    }
    if (error instanceof HttpError) throw error;
    throw new HttpError(known.status, known.detail, { cause: known });
  }
});

function fromHttp(error: unknown): FlowForgeError | null {
  if (!(error instanceof HttpError)) return null;
  if (error.cause instanceof FlowForgeError) return error.cause;
  const [code, detail] = BY_STATUS[error.status] ?? [];
  return code === undefined ? null : new FlowForgeError(code, detail!, { cause: error.cause });
}

function report(error: FlowForgeError, { log, requestId }: State): void {
  const fields = { request_id: requestId, code: error.code, cause: error.cause };
  if (error.status >= 500) log.error("request failed", fields);
  else if (error.cause !== undefined) log.warn("request refused", fields);
}
