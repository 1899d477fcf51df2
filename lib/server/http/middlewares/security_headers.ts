import { isSecure } from "@/lib/server/auth/cookie.ts";
import { define } from "@/utils.ts";
import { contentSecurityPolicy } from "./content_security_policy.ts";

const POLICY = "content-security-policy";
const NOBODY = "frame-ancestors 'none'";

/**
 * Headers that bound what a page may do. Nobody can show pages of the app in a frame; an embed says in its own
 * `content-security-policy` header who may show it, and only that directive of its header counts.
 */
export const securityHeaders = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers } = response;
  const frameAncestors = /frame-ancestors[^;]*/.exec(headers.get(POLICY) ?? "")?.[0] ?? NOBODY;
  const secure = isSecure(ctx.req);
  headers.set(POLICY, contentSecurityPolicy(response, { frameAncestors, isSecure: secure }));
  if (frameAncestors === NOBODY) headers.set("x-frame-options", "DENY");
  headers.set("x-content-type-options", "nosniff");
  if (!headers.has("referrer-policy")) headers.set("referrer-policy", "strict-origin-when-cross-origin");
  headers.set("cross-origin-opener-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=()");
  if (secure) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
});
