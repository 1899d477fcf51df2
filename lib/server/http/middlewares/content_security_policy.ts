/**
 * The whole content security policy, as it is sent. Two places are filled in for each response: `{nonce}` is what the
 * framework gave this page's own scripts and styles, and nothing where no page was rendered; `{frame-ancestors}` is
 * who may show the page in a frame.
 */
const POLICY = `
  default-src 'self';
  script-src 'self' {nonce};
  style-src 'self' {nonce};
  font-src 'self';
  img-src 'self' data:;
  media-src 'self' data: blob:;
  worker-src 'self' blob:;
  connect-src 'self';
  object-src 'none';
  base-uri 'self';
  form-action 'self';
  {frame-ancestors}
`;

/** Added where the page came over HTTPS; on a local HTTP address it would block everything. */
const SECURE = "; upgrade-insecure-requests";

const TEXT = POLICY.trim().replace(/\s+/g, " ");

/** Fresh notes the nonce of a rendered page on its response, under this name and nowhere else. */
const NONCE = Symbol.for("__freshNonce");

/** Data that somebody opens as a page runs nothing and loads nothing. */
export const POLICY_OF_DATA =
  "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function contentSecurityPolicy(
  response: Response,
  { frameAncestors, isSecure }: { readonly frameAncestors: string; readonly isSecure: boolean },
): string {
  const nonce: string | undefined = Reflect.get(response, NONCE);
  return TEXT.replaceAll(" {nonce}", nonce ? ` 'nonce-${nonce}'` : "")
    .replace("{frame-ancestors}", frameAncestors) + (isSecure ? SECURE : "");
}
