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

interface RawRows extends ReadonlyArray<readonly (Uint8Array | null)[]> {
  readonly columns: readonly { readonly type: number }[];
}

const utf8 = new TextDecoder();

export function sendStatement(
  executor: Executor,
  sql: string,
  params: readonly BoundParam[],
): PendingRawRows {
  return executor.unsafe(sql, params.map((param) => toText(param.value))).raw();
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
  return Array.from(
    result,
    (row) =>
      row.map((bytes, index) =>
        bytes === null ? null : toJsonValue(types[index]!, fromText(oids[index]!, utf8.decode(bytes)))
      ),
  );
}
