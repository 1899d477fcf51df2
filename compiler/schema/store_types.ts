/** Reads the engines' own type names. */

interface StoreType {
  /** Lower-case name without wrappers and arguments: `decimal`, `datetime64`, `timestamp without time zone`. */
  readonly name: string;
  readonly args: readonly string[];
}

const WRAPPER = /^(?:Nullable|LowCardinality|SimpleAggregateFunction\(\s*\w+\s*,)\s*\(?(.*)\)$/s;
const remembered = new Map<string, StoreType>();

/** Nullable and LowCardinality are taken off. */
export function parseStoreType(text: string): StoreType {
  const found = remembered.get(text);
  if (found !== undefined) return found;
  let inner = text.trim();
  for (let match = WRAPPER.exec(inner); match !== null; match = WRAPPER.exec(inner)) {
    inner = (match[1] ?? "").trim();
  }
  const parts = /^([^(]*?)\s*(?:\((.*)\))?(\s+with(?:out)? time zone)?$/s.exec(inner);
  const parsed: StoreType = {
    name: `${parts?.[1] ?? inner}${parts?.[3] ?? ""}`.toLowerCase(),
    args: parts?.[2] === undefined ? [] : parts[2].split(",").map((arg) => arg.trim()),
  };
  if (remembered.size < 10_000) remembered.set(text, parsed);
  return parsed;
}

const CLICKHOUSE_WIDTH: Readonly<Record<string, number>> = {
  decimal32: 9,
  decimal64: 18,
  decimal128: 38,
  decimal256: 76,
};

/** Digits of whole numbers that int64 does not hold: such a column is a decimal, whatever the catalogue calls it. */
const WIDE_INTEGERS: Readonly<Record<string, number>> = {
  uint64: 20,
  int128: 39,
  uint128: 39,
  // The largest of these have a digit more than any decimal.
  int256: 76,
  uint256: 76,
};

interface WideInteger {
  readonly precision: number;
  /** Whether some of its values have more digits than any decimal; they are read as null. */
  readonly isWider: boolean;
}

export function wideInteger(text: string | undefined): WideInteger | undefined {
  const { name } = text === undefined ? { name: "" } : parseStoreType(text);
  const precision = WIDE_INTEGERS[name];
  return precision === undefined ? undefined : { precision, isWider: name.endsWith("256") };
}

/** Precision and scale of a decimal type, where its name tells them. */
export function storeShape(
  text: string | undefined,
): { readonly precision: number; readonly scale: number } | undefined {
  if (text === undefined) return undefined;
  const { name, args } = parseStoreType(text);
  const width = CLICKHOUSE_WIDTH[name];
  if (width !== undefined) return { precision: width, scale: Number(args[0] ?? 0) };
  if ((name === "decimal" || name === "numeric") && args.length > 0) {
    return { precision: Number(args[0]), scale: Number(args[1] ?? 0) };
  }
  return undefined;
}
