import type { Context } from "fresh";
import type { RequestContext } from "@/lib/server/identity.ts";
import type { State } from "@/utils.ts";

/** What services want to know of a request: for the audit log, for limits, and when to stop working. */
export function requestContext(
  { req, info, state }: Pick<Context<State>, "req" | "info" | "state">,
): RequestContext {
  const { remoteAddr } = info;
  return {
    requestId: state.requestId,
    signal: req.signal,
    clientAddress: "hostname" in remoteAddr ? remoteAddr.hostname : undefined,
  };
}
