/** One reader per engine type, for values as RowBinary writes them. */
import { type EngineValue, isoDate, isoDateTime } from "../values.ts";
import type { ByteCursor } from "./byte_cursor.ts";
import { type EngineType, enumLabels } from "./engine_type.ts";

type ValueReader = (cursor: ByteCursor) => EngineValue;

const READERS: Readonly<Record<string, (type: EngineType) => ValueReader>> = {
  Int8: () => (cursor) => cursor.int8(),
  Int16: () => (cursor) => cursor.int16(),
  Int32: () => (cursor) => cursor.int32(),
  Int64: () => (cursor) => cursor.wideInteger(8, true),
  Int128: () => (cursor) => cursor.wideInteger(16, true),
  Int256: () => (cursor) => cursor.wideInteger(32, true),
  UInt8: () => (cursor) => cursor.byte(),
  UInt16: () => (cursor) => cursor.uint16(),
  UInt32: () => (cursor) => cursor.uint32(),
  UInt64: () => (cursor) => cursor.uint64(),
  UInt128: () => (cursor) => cursor.wideInteger(16, false),
  UInt256: () => (cursor) => cursor.wideInteger(32, false),
  Float32: () => (cursor) => cursor.float32(),
  Float64: () => (cursor) => cursor.float64(),
  Decimal: decimalReader,
  Bool: () => (cursor) => cursor.byte() !== 0,
  String: () => (cursor) => cursor.text(),
  FixedString: (type) => {
    const length = Number(type.arguments[0]);
    return (cursor) => cursor.text(length).replace(/\0+$/, "");
  },
  UUID: () => readUuid,
  Date: () => (cursor) => isoDate(cursor.uint16()),
  Date32: () => (cursor) => isoDate(cursor.int32()),
  DateTime: () => (cursor) => isoDateTime(cursor.uint32() * 1000),
  DateTime64: (type) => {
    const perSecond = 10n ** BigInt(type.arguments[0] ?? 3);
    return (cursor) => isoDateTime(toMilliseconds(cursor.wideInteger(8, true), perSecond));
  },
  Enum8: (type) => enumReader(type, (cursor) => cursor.int8()),
  Enum16: (type) => enumReader(type, (cursor) => cursor.int16()),
  // The type of a bare NULL.
  Nothing: () => () => null,
};

export function valueReader(type: EngineType): ValueReader {
  const make = READERS[type.name];
  if (!make) throw new TypeError(`Cannot decode the result: the type ${type.name} is not supported.`);
  return make(type);
}

/** Rounds towards the past, so that times before 1970 keep their order. */
function toMilliseconds(ticks: bigint, perSecond: bigint): number {
  if (perSecond <= 1000n) return Number(ticks * (1000n / perSecond));
  const perMillisecond = perSecond / 1000n;
  const whole = ticks / perMillisecond;
  return Number(ticks < 0n && whole * perMillisecond !== ticks ? whole - 1n : whole);
}

function decimalReader(type: EngineType): ValueReader {
  const precision = Number(type.arguments[0]);
  const scale = Number(type.arguments[1] ?? 0);
  const size = precision <= 18 ? 8 : precision <= 38 ? 16 : 32;
  return precision <= 9
    ? (cursor) => withPoint(String(cursor.int32()), scale)
    : (cursor) => withPoint(String(cursor.wideInteger(size, true)), scale);
}

function withPoint(digits: string, scale: number): string {
  if (scale === 0) return digits;
  const sign = digits.startsWith("-") ? "-" : "";
  const padded = digits.slice(sign.length).padStart(scale + 1, "0");
  return `${sign}${padded.slice(0, -scale)}.${padded.slice(-scale)}`;
}

function enumReader(type: EngineType, number: (cursor: ByteCursor) => number): ValueReader {
  const labels = enumLabels(type);
  return (cursor) => labels.get(number(cursor)) ?? null;
}

/** Two little-endian halves, the high one first. */
function readUuid(cursor: ByteCursor): string {
  const hex = [cursor.uint64(), cursor.uint64()].map((half) => half.toString(16).padStart(16, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
