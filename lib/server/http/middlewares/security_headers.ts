import { isSecure } from "@/lib/server/auth/cookie.ts";
import { define } from "@/utils.ts";
import { contentSecurityPolicy, POLICY_OF_DATA } from "./content_security_policy.ts";

const POLICY = "content-security-policy";
const NOBODY = "frame-ancestors 'none'";
/** A response without any content shows nothing, so it is bound as data are. */
const DATA = /^application\/(?:problem\+)?json\b/;

const FIXED = Object.entries({
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
});

/**
 * Headers that bound what a page may do. Nobody can show pages of the app in a frame; an embed says in its own
 * `content-security-policy` header who may show it, and only that directive of its header counts.
 */
export const securityHeaders = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers } = response;
  const secure = isSecure(ctx.req);
  const said = headers.get(POLICY);
  const frameAncestors = said === null ? NOBODY : /frame-ancestors[^;]*/.exec(said)?.[0] ?? NOBODY;
  const type = headers.get("content-type");
  const isData = said === null && (type === null || DATA.test(type));
  headers.set(
    POLICY,
    isData ? POLICY_OF_DATA : contentSecurityPolicy(response, { frameAncestors, isSecure: secure }),
  );
  if (frameAncestors === NOBODY) headers.set("x-frame-options", "DENY");
  for (const [name, value] of FIXED) headers.set(name, value);
  if (!headers.has("referrer-policy")) headers.set("referrer-policy", "strict-origin-when-cross-origin");
  if (secure) headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
});
