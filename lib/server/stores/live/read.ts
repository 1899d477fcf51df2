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

/** Throws when the answer does not have the declared number of columns. */
export function decodeRows(answer: RawRows, columns: readonly Column[]): readonly Row[] {
  if (answer.columns.length !== columns.length) {
    throw new RangeError(
      `Cannot decode the answer: ${answer.columns.length} columns came, ${columns.length} are declared.`,
    );
  }
  return decode(answer, columns.map((column) => column.type));
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

/** For answers nobody declared: each column becomes what its type says. */
export function decodeAnyRows(answer: RawRows): readonly Row[] {
  return decode(answer, answer.columns.map(({ type }) => TYPE_BY_OID[type] ?? "string"));
}

function decode(answer: RawRows, types: readonly TypeName[]): readonly Row[] {
  const oids = answer.columns.map((column) => column.type);
  return Array.from(
    answer,
    (row) =>
      row.map((bytes, index) =>
        bytes === null ? null : toJsonValue(types[index]!, fromText(oids[index]!, utf8.decode(bytes)))
      ),
  );
}
