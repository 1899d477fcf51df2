import type { Identity } from "@/lib/server/identity.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { wantsFragment } from "@/lib/server/http/htmx.ts";
import type { State } from "@/utils.ts";
import { seeOther } from "./next.ts";

/** Sends people without a session to sign in, and back afterwards; a fragment makes htmx load the sign-in page. */
export function redirectToLogin(request: Request, url: URL): Response {
  const returnTo = request.method === "GET" && !wantsFragment(request)
    ? url.pathname + url.search
    : "/dashboards";
  const login = `/login?next=${encodeURIComponent(returnTo)}`;
  return wantsFragment(request)
    ? new Response(null, { status: 401, headers: { "hx-redirect": login } })
    : seeOther(login);
}

/** The caller of a page behind the sign-in. */
export function signedIn(state: State): Identity {
  if (!state.identity) {
    throw new FlowForgeError("not_signed_in", "Cannot show this page: nobody is signed in.");
  }
  return state.identity;
}
