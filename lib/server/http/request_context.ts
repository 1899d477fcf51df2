import type { Context } from "fresh";
import type { RequestContext } from "@/lib/server/identity.ts";
import type { State } from "@/utils.ts";

/** What services want to know of a request: for the audit log, for limits, and when to stop working. */
export function requestContext(
  { req, info, state }: Pick<Context<State>, "req" | "info" | "state">,
): RequestContext {
  return {
    requestId: state.requestId,
    signal: req.signal,
    // Few ask for it, and the server has to look it up.
    get clientAddress() {
      const { remoteAddr } = info;
      return "hostname" in remoteAddr ? remoteAddr.hostname : undefined;
    },
  };
}
