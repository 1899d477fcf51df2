import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { define } from "@/utils.ts";

const COMPRESSIBLE = /^(?:text\/(?:html|css|javascript)|application\/(?:problem\+)?json)\b/;
/** A smaller response fits one packet anyway. */
const SMALLEST = 1_400;
/** Of 1 to 9: most of what 9 would save, for a third of the time. */
const LEVEL = 4;

const zip = promisify(gzip);

/** Sends pages and data compressed. What the build compressed already, as lib/fresh does, passes unchanged. */
export const compress = define.middleware(async (ctx) => {
  const response = await ctx.next();
  const { headers, status } = response;
  if (!COMPRESSIBLE.test(headers.get("content-type") ?? "") || headers.has("content-encoding")) {
    return response;
  }
  headers.append("vary", "Accept-Encoding");
  if (response.body === null || !acceptsGzip(ctx.req.headers.get("accept-encoding"))) return response;
  const plain = new Uint8Array(await response.arrayBuffer());
  if (plain.byteLength < SMALLEST) return new Response(plain, { status, headers });
  headers.set("content-encoding", "gzip");
  headers.delete("content-length");
  // A strong ETag promises the same bytes, and these are others; a weak one promises the same content.
  const etag = headers.get("etag");
  if (etag?.startsWith('"')) headers.set("etag", `W/${etag}`);
  return new Response(new Uint8Array(await zip(plain, { level: LEVEL })), { status, headers });
});

function acceptsGzip(header: string | null): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(header ?? "");
}
