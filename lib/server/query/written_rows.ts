/**
 * Rows beside the JSON they were written as, once, when they came from the store: whoever only sends them on does not
 * write them again, whoever draws them reads them back at most once.
 */
import { createHash } from "node:crypto";
import type { Row } from "@/lib/server/stores/types.ts";

export interface WrittenRows {
  readonly json: string;
  /** Of `json`: equal rows, equal digests. */
  readonly digest: string;
  readonly count: number;
  read(): readonly Row[];
}

/** SHA-256 in hex, on the spot: a way through a thread pool and back takes ten times as long. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function writeRows(rows: readonly Row[]): WrittenRows {
  const json = JSON.stringify(rows);
  return { json, digest: digestOf(json), count: rows.length, read: () => rows };
}

export function rowsAsWritten(written: Omit<WrittenRows, "read">): WrittenRows {
  let rows: readonly Row[] | null = null;
  return { ...written, read: () => rows ??= JSON.parse(written.json) as readonly Row[] };
}
