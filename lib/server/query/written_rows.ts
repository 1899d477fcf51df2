/**
 * Rows beside the JSON they were written as, once, when they came from the store: whoever only sends them on does not
 * write them again, whoever draws them reads them back at most once.
 */
import { sha256 } from "@/lib/server/digest.ts";
import type { Row } from "@/lib/server/stores/types.ts";

export interface WrittenRows {
  readonly json: string;
  /** Of `json`: equal rows, equal digests. */
  readonly digest: string;
  readonly count: number;
  read(): readonly Row[];
}

export function writeRows(rows: readonly Row[]): WrittenRows {
  const json = JSON.stringify(rows);
  return { json, digest: sha256(json), count: rows.length, read: () => rows };
}

export function rowsAsWritten(written: Omit<WrittenRows, "read">): WrittenRows {
  let rows: readonly Row[] | null = null;
  return { ...written, read: () => rows ??= JSON.parse(written.json) as readonly Row[] };
}
