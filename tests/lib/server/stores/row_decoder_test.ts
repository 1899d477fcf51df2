/** A result decodes to the same rows, wherever the network cuts it. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { Column } from "@/compiler/schema/types.ts";
import { createRowDecoder, decodeRows } from "@/lib/server/stores/clickhouse/row_binary.ts";
import type { Row } from "@/lib/server/stores/types.ts";

const columns: readonly Column[] = [
  { name: "id", type: "int64", nullable: false },
  { name: "text", type: "string", nullable: true },
  { name: "price", type: "decimal", nullable: false },
];

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}

const text = (value: string) => {
  const bytes = new TextEncoder().encode(value);
  return [...varint(bytes.length), ...bytes];
};
const word = (value: bigint) => [...new Uint8Array(BigInt64Array.of(value).buffer)];

type Values = readonly [id: bigint, text: string | null, price: bigint];

function encoded(rows: readonly Values[]): Uint8Array {
  const header = [
    3,
    ...["id", "text", "price", "Int64", "Nullable(String)", "Decimal(18, 2)"].flatMap(text),
  ];
  const body = rows.flatMap(([id, name, price]) => [
    ...word(id),
    ...(name === null ? [1] : [0, ...text(name)]),
    ...word(price),
  ]);
  return new Uint8Array([...header, ...body]);
}

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const ROWS = fc.array(fc.tuple(int64, fc.option(fc.string({ unit: "grapheme", maxLength: 300 })), int64), {
  maxLength: 12,
});

function inPieces(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const at = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].toSorted((
    a,
    b,
  ) => a - b);
  return at.slice(1).map((end, index) => bytes.slice(at[index], end));
}

Deno.test("rows are the same in whatever pieces their bytes come", () => {
  fc.assert(fc.property(ROWS, fc.array(fc.nat(), { maxLength: 20 }), (rows, cuts) => {
    const bytes = encoded(rows);
    const decoder = createRowDecoder(columns);
    const read: Row[] = inPieces(bytes, cuts).flatMap((piece) => decoder.push(piece));
    decoder.end();
    assert.deepEqual(read, decodeRows(bytes, columns));
    assert.deepEqual(read.map(([id, name]) => [id, name]), rows.map(([id, name]) => [String(id), name]));
  }));
});

Deno.test("what is cut short is no result, and neither are other columns", () => {
  const first: Values = [1n, "a", 100n];
  const bytes = encoded([first, [2n, null, 205n]]);
  // A result that ends behind a whole row cannot be told from a shorter one; the connection tells.
  const whole = [[], [first]].map((rows) => encoded(rows).length);
  for (let length = 0; length < bytes.length; length++) {
    const decoder = createRowDecoder(columns);
    const rows = decoder.push(bytes.slice(0, length));
    assert.ok(rows.length < 2);
    if (!whole.includes(length)) assert.throws(() => decoder.end(), RangeError, `${length}`);
  }
  assert.throws(() => createRowDecoder(columns.slice(1)).push(bytes), /3 columns came, 2 are declared/);
});
