/** One statement over the PostgreSQL protocol, decoded by its declared columns. */
import type { BoundParam, Column, TypeName } from "@/compiler/schema/types.ts";
import { fromText, toText } from "../postgres/text_values.ts";
import type { Row } from "../types.ts";
import { toJsonValue } from "../values.ts";

/** The part of postgres.js's client and of its transactions that statements need. */
interface Executor {
  unsafe(sql: string, params?: (string | null)[]): PendingStatement;
}

interface PendingStatement {
  raw(): PendingRawRows;
}

type PendingRawRows = Promise<RawRows> & { cancel(): unknown };

/** Runs a statement that waits with each next part for what `take` returns; kept or broken as the statement is. */
type OpenCursor = (rows: number, take: (rows: RawRows) => Promise<unknown>) => Promise<unknown>;

export interface RawRows extends ReadonlyArray<readonly (Uint8Array | null)[]> {
  readonly columns: readonly { readonly type: number }[];
}

const utf8 = new TextDecoder();

export function sendStatement(
  executor: Executor,
  sql: string,
  params: readonly BoundParam[],
): PendingRawRows {
  return executor.unsafe(sql, textsOf(params)).raw();
}

export function textsOf(params: readonly BoundParam[]): (string | null)[] {
  return params.map((param) => toText(param.value));
}

const PART_ROWS = 1_000;

/**
 * The rows in parts; the server makes the next one when it is asked for. Unlike the driver's own loop over a cursor,
 * this one fails when the connection is lost between two parts, where that one ends as if there were no more rows.
 * Keeping `stop`, with the driver's word for closing a cursor, ends it while nobody asks for a part.
 */
export async function* partsOf(
  open: OpenCursor,
  columns: readonly Column[],
  stop: Promise<unknown>,
): AsyncGenerator<readonly Row[]> {
  let part = Promise.withResolvers<RawRows>();
  let goOn = Promise.withResolvers<void>();
  const ended = open(PART_ROWS, (rows) => {
    part.resolve(rows);
    return Promise.race([goOn.promise, stop]).then((word) => isLost ? new Promise(() => {}) : word);
  }).then(() => null);
  // The driver writes to a connection that it has lost, outside of any promise, and the process would end.
  let isLost = false;
  ended.catch(() => isLost = true);
  let described: RawRows["columns"] | undefined;
  for (;;) {
    const rows = await Promise.race([part.promise, ended]);
    if (rows === null) return;
    // The driver describes the columns with the first part alone.
    described ??= rows.columns;
    const decoded = decodeRows(Object.assign(rows, { columns: described }), columns);
    if (decoded.length > 0) yield decoded;
    const passed = goOn;
    [part, goOn] = [Promise.withResolvers(), Promise.withResolvers()];
    passed.resolve();
  }
}

/** Throws when the result does not have the declared number of columns. */
export function decodeRows(result: RawRows, columns: readonly Column[]): readonly Row[] {
  if (result.columns.length !== columns.length) {
    throw new RangeError(
      `Cannot decode the result: ${result.columns.length} columns came, ${columns.length} are declared.`,
    );
  }
  return decode(result, columns.map((column) => column.type));
}

const TYPE_BY_OID: Readonly<Record<number, TypeName>> = {
  16: "boolean",
  20: "int64",
  21: "int64",
  23: "int64",
  700: "float64",
  701: "float64",
  1082: "date",
  1114: "datetime",
  1184: "datetime",
  1700: "decimal",
};

/** For results that nobody declared: each column becomes what its type says. */
export function decodeAnyRows(result: RawRows): readonly Row[] {
  return decode(result, result.columns.map(({ type }) => TYPE_BY_OID[type] ?? "string"));
}

function decode(result: RawRows, types: readonly TypeName[]): readonly Row[] {
  const oids = result.columns.map((column) => column.type);
  // After a statement that failed behind its first rows, the driver leaves as many places empty before the next one's.
  return result.filter(() => true).map((row) =>
    row.map((bytes, index) =>
      bytes === null ? null : toJsonValue(types[index]!, fromText(oids[index]!, utf8.decode(bytes)))
    )
  );
}
