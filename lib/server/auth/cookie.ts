/** The session cookie. Over https it carries the `__Host-` prefix, so no sub-domain can set or shadow it. */

const NAME = "flowforge_session";

export const SESSION_LIFETIME_MS = 12 * 60 * 60_000;

function sessionCookieName(secure: boolean): string {
  return secure ? `__Host-${NAME}` : NAME;
}

/** Values of a Cookie header by name; the first of a repeated name counts. */
export function parseCookies(header: string | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (header ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    if (!cookies.has(name)) cookies.set(name, part.slice(at + 1).trim());
  }
  return cookies;
}

export function readSessionToken(request: Request): string | null {
  const secure = isSecure(request);
  return parseCookies(request.headers.get("cookie")).get(sessionCookieName(secure)) ?? null;
}

export function sessionCookie(request: Request, token: string): string {
  return write(request, token, Math.floor(SESSION_LIFETIME_MS / 1000));
}

export function clearedSessionCookie(request: Request): string {
  return write(request, "", 0);
}

/** Behind a proxy that ends TLS the scheme arrives in a header; it can only make the cookie stricter. */
export function isSecure(request: Request): boolean {
  return request.url.startsWith("https:") || request.headers.get("x-forwarded-proto") === "https";
}

function write(request: Request, token: string, maxAge: number): string {
  const secure = isSecure(request);
  const parts = [
    `${sessionCookieName(secure)}=${token}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${maxAge}`,
  ];
  if (secure) parts.push("Secure");
  return parts.join("; ");
}
