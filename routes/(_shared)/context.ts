import type { RequestContext } from "@/lib/services/types.ts";
import type { State } from "@/utils.ts";

interface Asked {
  readonly req: Request;
  readonly info: Deno.ServeHandlerInfo;
  readonly state: State;
}

/** What services want to know of a request: for the audit log, for limits, and when to stop working. */
export function contextOf({ req, info, state }: Asked): RequestContext {
  const { remoteAddr } = info;
  return {
    requestId: state.requestId,
    signal: req.signal,
    clientAddress: "hostname" in remoteAddr ? remoteAddr.hostname : undefined,
  };
}
