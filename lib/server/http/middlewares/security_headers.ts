/**
 * Headers that bound what a page may do. Pages of the app can be framed by nobody; an embed says in its own
 * `content-security-policy` header who may frame it, and only that directive of it counts.
 */
import { csp } from "fresh";
import { isSecure } from "@/lib/server/auth/cookie.ts";
import { define, type State } from "@/utils.ts";

const POLICY = "content-security-policy";
const FRAME_DIRECTIVE = /frame-ancestors[^;]*/;

/** Who may frame a response, as its handler said; noted before the whole policy replaces its header. */
const framing = new WeakMap<Request, string>();

const noteFraming = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const own = FRAME_DIRECTIVE.exec(response.headers.get(POLICY) ?? "")?.[0];
  if (own !== undefined) framing.set(ctx.req, own);
  return response;
});

const finish = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers } = response;
  const ancestors = framing.get(ctx.req);
  headers.set(POLICY, tightened(headers.get(POLICY) ?? "", ancestors, isSecure(ctx.req)));
  if (ancestors === undefined) headers.set("x-frame-options", "DENY");
  headers.set("x-content-type-options", "nosniff");
  if (!headers.has("referrer-policy")) headers.set("referrer-policy", "strict-origin-when-cross-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
  if (isSecure(ctx.req)) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
});

export const securityHeaders = [finish, csp<State>({ useNonce: true }), noteFraming];

function tightened(policy: string, ancestors: string | undefined, secure: boolean): string {
  return policy.split(";").map((directive) =>
    directive.replaceAll("'unsafe-inline'", "").trim().replace(/\s+/g, " ")
  )
    .map((directive) => directive.startsWith("frame-ancestors") ? ancestors ?? directive : directive)
    .filter((directive) => directive !== "" && (secure || directive !== "upgrade-insecure-requests"))
    .join("; ");
}
