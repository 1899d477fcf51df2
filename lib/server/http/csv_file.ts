/** A download that is made while it is sent. */
import type { FilterReport } from "@/compiler/schema/types.ts";

/** What of the filters did not reach the rows, for programs: a file has no place to say so. */
export const IGNORED_FILTERS = "x-ignored-filters";

interface CsvParts {
  /** The value of `Content-Disposition`. */
  readonly disposition: string;
  readonly ignored: FilterReport["ignored"];
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

export class CsvFile {
  constructor(private readonly parts: CsvParts) {}

  /**
   * The response has no length, so it ends by saying so: one that fails on the way is broken off instead, and a browser
   * keeps no file of it.
   */
  respond(): Response {
    const { disposition, ignored, body } = this.parts;
    const headers = new Headers({
      "content-type": "text/csv; charset=utf-8; header=present",
      "content-disposition": disposition,
      "cache-control": "no-store",
    });
    if (ignored.length > 0) {
      const names = ignored.map(({ column, reason }) => `${encodeURIComponent(column)};${reason}`);
      headers.set(IGNORED_FILTERS, names.join(", "));
    }
    return new Response(body, { headers });
  }
}
