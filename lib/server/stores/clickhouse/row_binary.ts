/**
 * Decodes the format RowBinaryWithNamesAndTypes. Unlike the text formats it does not depend on any setting or time
 * zone of the server, and no digit of a wide integer or decimal is lost.
 */
import type { Column, TypeName } from "@/compiler/schema/types.ts";
import type { JsonValue, Row } from "../types.ts";
import { toJsonValue } from "../values.ts";
import { ByteCursor } from "./byte_cursor.ts";
import { logicalType } from "./catalog.ts";
import { parseEngineType } from "./engine_type.ts";
import { valueReader } from "./value_readers.ts";

export const RESULT_FORMAT = "RowBinaryWithNamesAndTypes";

/** Throws when the result is cut short or does not have the declared number of columns. */
export function decodeRows(bytes: Uint8Array, columns: readonly Column[]): readonly Row[] {
  return decode(bytes, (engineTypes) => {
    if (engineTypes.length === columns.length) return columns.map((column) => column.type);
    throw new RangeError(
      `Cannot decode the result: ${engineTypes.length} columns came, ${columns.length} are declared.`,
    );
  });
}

/** For results that nobody declared: each column becomes what its engine type says. */
export function decodeAnyRows(bytes: Uint8Array): readonly Row[] {
  return decode(bytes, (engineTypes) => engineTypes.map((text) => logicalType(text)?.type ?? "string"));
}

function decode(
  bytes: Uint8Array,
  declare: (engineTypes: readonly string[]) => readonly TypeName[],
): readonly Row[] {
  const cursor = new ByteCursor(bytes);
  // A statement without a result sends nothing at all.
  if (cursor.atEnd()) return [];
  const width = cursor.varint();
  for (let index = 0; index < width; index++) cursor.text();
  const engineTypes = Array.from({ length: width }, () => cursor.text());
  const readers = declare(engineTypes).map((type, index) => columnReader(cursor, type, engineTypes[index]!));
  const rows: Row[] = [];
  while (!cursor.atEnd()) rows.push(readers.map((read) => read()));
  return rows;
}

function columnReader(cursor: ByteCursor, type: TypeName, engineType: string): () => JsonValue {
  const parsed = parseEngineType(engineType);
  const read = valueReader(parsed);
  return parsed.nullable
    ? () => cursor.byte() === 1 ? null : toJsonValue(type, read(cursor))
    : () => toJsonValue(type, read(cursor));
}
