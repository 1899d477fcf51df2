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

/** Which types the columns have that the engine sent. */
type Declare = (engineTypes: readonly string[]) => readonly TypeName[];

/** Throws when the result is cut short or does not have the declared number of columns. */
export function decodeRows(bytes: Uint8Array, columns: readonly Column[]): readonly Row[] {
  return decode(bytes, declaredBy(columns));
}

/** For results that nobody declared: each column becomes what its engine type says. */
export function decodeAnyRows(bytes: Uint8Array): readonly Row[] {
  return decode(bytes, (engineTypes) => engineTypes.map((text) => logicalType(text)?.type ?? "string"));
}

/** More than any row has: whatever seems to be longer is no row. */
const LONGEST_ROW = 64_000_000;

/** Decodes a result as it comes. `push` returns the rows that are whole by then; `end` throws when one is not. */
export function createRowDecoder(columns: readonly Column[]) {
  const declare = declaredBy(columns);
  let rest: Uint8Array = new Uint8Array();
  let readers: readonly ColumnReader[] | null = null;

  function unlessCutShort<T>(cursor: ByteCursor, read: () => T): T | null {
    const start = cursor.offset;
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      cursor.offset = start;
      return null;
    }
  }

  return {
    push(bytes: Uint8Array): readonly Row[] {
      const all = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
      const cursor = new ByteCursor(all);
      const rows: Row[] = [];
      if (readers === null) {
        const engineTypes = unlessCutShort(cursor, () => readHeader(cursor));
        readers = engineTypes && columnReaders(engineTypes, declare);
      }
      while (readers !== null && !cursor.atEnd()) {
        const of = readers;
        const row = unlessCutShort(cursor, () => of.map((read) => read(cursor)));
        if (row === null) break;
        rows.push(row);
      }
      rest = all.slice(cursor.offset);
      if (rest.length > LONGEST_ROW) throw new RangeError("Cannot decode the result: a row is too long.");
      return rows;
    },
    end(): void {
      if (readers === null || rest.length > 0) {
        throw new RangeError("Cannot decode the result: it is cut short.");
      }
    },
  };
}

function declaredBy(columns: readonly Column[]): Declare {
  return (engineTypes) => {
    if (engineTypes.length === columns.length) return columns.map((column) => column.type);
    throw new RangeError(
      `Cannot decode the result: ${engineTypes.length} columns came, ${columns.length} are declared.`,
    );
  };
}

function decode(bytes: Uint8Array, declare: Declare): readonly Row[] {
  const cursor = new ByteCursor(bytes);
  // A statement without a result sends nothing at all.
  if (cursor.atEnd()) return [];
  const readers = columnReaders(readHeader(cursor), declare);
  const rows: Row[] = [];
  while (!cursor.atEnd()) rows.push(readers.map((read) => read(cursor)));
  return rows;
}

function readHeader(cursor: ByteCursor): readonly string[] {
  const width = cursor.varint();
  for (let index = 0; index < width; index++) cursor.text();
  return Array.from({ length: width }, () => cursor.text());
}

type ColumnReader = (cursor: ByteCursor) => JsonValue;

function columnReaders(engineTypes: readonly string[], declare: Declare): readonly ColumnReader[] {
  return declare(engineTypes).map((type, index) => columnReader(type, engineTypes[index]!));
}

function columnReader(type: TypeName, engineType: string): ColumnReader {
  const parsed = parseEngineType(engineType);
  const read = valueReader(parsed);
  return parsed.nullable
    ? (cursor) => cursor.byte() === 1 ? null : toJsonValue(type, read(cursor))
    : (cursor) => toJsonValue(type, read(cursor));
}
