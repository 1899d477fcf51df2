/** Parts of rows as the bytes of a CSV file, made when somebody reads them. */
import type { Column, FilterReport } from "@/compiler/schema/types.ts";
import type { Row } from "@/lib/server/stores/types.ts";
import { csvHead, csvLines } from "./csv.ts";

/** A file whose content is made when somebody reads it. */
export interface ExportedFile {
  readonly name: string;
  /** Filters that did not reach the rows. */
  readonly ignored: FilterReport["ignored"];
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>;
}

/** How a file ended: read to its end, left by its reader, or failed; and after how many rows. */
export interface Ending {
  readonly kind: "whole" | "left" | "failed";
  readonly rows: number;
  readonly error?: unknown;
}

interface CsvStreamParts {
  readonly columns: readonly Column[];
  readonly parts: AsyncIterable<readonly Row[]>;
  /** Stops the statement, also one that is computing. */
  readonly stop: () => void;
  readonly onEnd: (ending: Ending) => void;
}

/**
 * Waits for the first rows, so that what fails at once fails here and not in the middle of a file. Then nothing is read
 * ahead of the reader: a slow network slows the store down.
 */
export async function csvStream(
  { columns, parts, stop, onEnd }: CsvStreamParts,
): Promise<ExportedFile["body"]> {
  const rows = parts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  let count = 0;
  let first: IteratorResult<readonly Row[]> | null = await rows.next();
  let ended = false;
  const end = (ending: Ending) => {
    if (!ended) onEnd(ending);
    ended = true;
  };
  return new ReadableStream({
    async pull(controller) {
      try {
        const head = first === null ? "" : csvHead(columns);
        const next = first ?? await rows.next();
        first = null;
        if (!next.done) count += next.value.length;
        const text = head + (next.done ? "" : csvLines(next.value, columns));
        if (text !== "") controller.enqueue(encoder.encode(text));
        if (!next.done) return;
        end({ kind: "whole", rows: count });
        controller.close();
      } catch (error) {
        end({ kind: "failed", rows: count, error });
        controller.error(error);
      }
    },
    async cancel() {
      end({ kind: "left", rows: count });
      stop();
      await rows.return?.();
    },
  }, { highWaterMark: 0 });
}
