import { internalsOf } from "../internals.ts";
import { CACHE_KEY } from "../render_state.ts";
import type { Middleware, StaticFile } from "../types.ts";

const ONE_YEAR = "public, max-age=31536000, immutable";

type Encoding = "br" | "gzip";

/** Serves the build's static files and bundles: only paths listed in the build, never a path on disk. */
export function staticFiles<State>(): Middleware<State> {
  return async (ctx) => {
    const { snapshot } = internalsOf(ctx);
    const pathname = listedPath(ctx.url.pathname);
    const file = snapshot?.staticFiles.get(pathname);
    if (!file) {
      // Browsers ask for it by themselves; a page that says so would be wasted on them.
      return pathname === "/favicon.ico" ? new Response(null, { status: 404 }) : await ctx.next();
    }
    const { method } = ctx.req;
    if (method !== "GET" && method !== "HEAD") {
      return new Response("Method Not Allowed", { status: 405, headers: { allow: "GET, HEAD" } });
    }
    const key = ctx.url.searchParams.get(CACHE_KEY);
    if (key !== null && key !== file.hash) {
      // A page of another version asks for its own content; what we have must not be cached under that name.
      const target = new URL(ctx.url);
      target.searchParams.delete(CACHE_KEY);
      return new Response(null, {
        status: 307,
        headers: { location: target.pathname + target.search, "cache-control": "no-cache" },
      });
    }
    return await serve(file, ctx.req, file.immutable || key === file.hash);
  };
}

/** The path as the build lists files: decoded, with single slashes and none at the end. */
function listedPath(pathname: string): string {
  try {
    return `/${decodeURIComponent(pathname).split("/").filter(Boolean).join("/")}`;
  } catch {
    return pathname;
  }
}

async function serve(file: StaticFile, request: Request, immutable: boolean): Promise<Response> {
  const accepted = acceptedEncodings(request.headers.get("accept-encoding"));
  const encoding = accepted.find((name) => file.encodings.includes(name)) ?? "identity";
  const etag = `W/"${file.hash}"`;
  const headers = new Headers({
    "content-type": file.contentType,
    "cache-control": immutable ? ONE_YEAR : "no-cache, must-revalidate",
    "etag": etag,
    "x-content-type-options": "nosniff",
  });
  if (file.encodings.length > 0) headers.set("vary", "Accept-Encoding");
  if (matchesEtag(request.headers.get("if-none-match"), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const body = await file.read(encoding);
  if (encoding !== "identity") headers.set("content-encoding", encoding);
  headers.set("content-length", String(body.byteLength));
  return new Response(request.method === "HEAD" ? null : body, { headers });
}

function acceptedEncodings(header: string | null): Encoding[] {
  if (!header) return [];
  const refused = /(?:^|,)\s*(br|gzip)\s*;\s*q=0(?:\.0*)?\s*(?=,|$)/gi;
  const text = header.toLowerCase().replace(refused, ",");
  return (["br", "gzip"] as const).filter((name) =>
    new RegExp(`(?:^|[,\\s])${name}(?:[,;\\s]|$)`).test(text)
  );
}

function matchesEtag(header: string | null, etag: string): boolean {
  if (!header) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return header.split(",").some((tag) => tag.trim() === "*" || plain(tag) === plain(etag));
}
