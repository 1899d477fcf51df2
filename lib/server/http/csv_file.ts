/** A file as a response: made while it is sent. */
import type { ExportedFile } from "@/lib/server/exports/csv_stream.ts";

/** What of the filters did not reach the rows, for programs: a file has no place to say so. */
const IGNORED_FILTERS = "x-ignored-filters";

export class CsvFile {
  constructor(private readonly file: ExportedFile) {}

  /**
   * The response has no length, so it ends by saying so: one that fails on the way is broken off instead, and a browser
   * keeps no file of it.
   */
  respond(): Response {
    const { name, ignored, body } = this.file;
    const headers = new Headers({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": attachment(name),
      "cache-control": "no-store",
    });
    if (ignored.length > 0) {
      const names = ignored.map(({ column, reason }) => `${encodeURIComponent(column)};${reason}`);
      headers.set(IGNORED_FILTERS, names.join(", "));
    }
    return new Response(body, { headers });
  }
}

/** The `Content-Disposition` of a download, by RFC 6266: in ASCII, and whole for those that read UTF-8. */
export function attachment(name: string): string {
  const ascii = name.normalize("NFKD").replace(/\p{M}+/gu, "").replace(/[^\w.-]+/g, "-");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
