import { define } from "@/utils.ts";
import { type Bytes, gzipped } from "@/lib/server/shared_bytes.ts";
import { sharedBytesOf } from "../shared_body.ts";

const COMPRESSIBLE = /^(?:text\/(?:html|css|javascript)|application\/(?:problem\+)?json)\b/;
/** A smaller response fits one packet anyway. */
const SMALLEST = 1_400;
const WITHOUT_BODY: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Sends pages and data compressed. What the build compressed already, as lib/fresh does, passes unchanged. Nothing here
 * looks at `response.body`: that alone would turn a body of known length into a stream.
 */
export const compress = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers, status } = response;
  if (!COMPRESSIBLE.test(headers.get("content-type") ?? "") || headers.has("content-encoding")) {
    return response;
  }
  headers.append("vary", "Accept-Encoding");
  if (WITHOUT_BODY.has(status) || !acceptsGzip(ctx.req.headers.get("accept-encoding"))) return response;
  const shared = sharedBytesOf(response);
  if (shared !== undefined) {
    return shared.plain.byteLength < SMALLEST ? response : compressed(await shared.gzipped(), response);
  }
  const plain = new Uint8Array(await response.arrayBuffer());
  if (plain.byteLength < SMALLEST) return new Response(plain, { status, headers });
  return compressed(await gzipped(plain), response);
});

function compressed(bytes: Bytes, { status, headers }: Response): Response {
  headers.set("content-encoding", "gzip");
  headers.delete("content-length");
  // A strong ETag promises the same bytes, and these are others; a weak one promises the same content.
  const etag = headers.get("etag");
  if (etag?.startsWith('"')) headers.set("etag", `W/${etag}`);
  return new Response(bytes, { status, headers });
}

function acceptsGzip(header: string | null): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(header ?? "");
}
