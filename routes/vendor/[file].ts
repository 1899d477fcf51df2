import { notFound } from "@/lib/server/errors.ts";
import { define } from "@/utils.ts";
import { readVendorFile } from "./(_files)/vendor_files.ts";

const WEEK_SECONDS = 604_800;

/** Third-party files the browser needs as they are: from the pinned packages, never from another host. */
export const handler = define.handlers({
  async GET({ params, req, url }) {
    const file = await readVendorFile(params.file ?? "");
    if (!file) throw notFound("the file", params.file ?? "");
    const immutable = url.searchParams.get("v") === file.version;
    const headers = {
      "content-type": file.contentType,
      "etag": file.etag,
      "cache-control": immutable ? "public, max-age=31536000, immutable" : `public, max-age=${WEEK_SECONDS}`,
    };
    if (req.headers.get("if-none-match") === file.etag) return new Response(null, { status: 304, headers });
    return new Response(file.bytes, { headers });
  },
});
