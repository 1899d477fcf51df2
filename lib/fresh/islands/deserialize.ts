import type { Encoded, Row } from "./format.ts";

interface Revivers {
  slot(number: number): unknown;
  signal(value: unknown): { value: unknown };
}

function setOwn(target: object, key: string, value: unknown): void {
  // Assigning "__proto__" would change the object's prototype instead of adding an entry.
  if (key === "__proto__") {
    Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  } else {
    (target as Record<string, unknown>)[key] = value;
  }
}

/** A function that decodes values of one table; what was shared or circular is so again. */
export function createDecoder(rows: readonly Row[], revivers: Revivers): (value: Encoded) => unknown {
  const ready = new Map<number, unknown>();

  function decode(value: Encoded): unknown {
    if (value === null || typeof value !== "object") return value;
    const [first, second] = value;
    if (first === "bigint") return BigInt(second ?? 0);
    if (typeof first === "number") return resolve(first);
    return first === "undefined" ? undefined : Number(first);
  }

  function keep<T>(index: number, value: T): T {
    ready.set(index, value);
    return value;
  }

  function resolve(index: number): unknown {
    if (ready.has(index)) return ready.get(index);
    const row = rows[index];
    if (!row) throw new RangeError(`Cannot read island props: row ${index} is missing.`);
    switch (row[0]) {
      case "array": {
        const array: unknown[] = keep(index, []);
        for (let item = 1; item < row.length; item++) array.push(decode(row[item] as Encoded));
        return array;
      }
      case "object": {
        const object = keep(index, {});
        for (let item = 1; item < row.length; item += 2) {
          setOwn(object, row[item] as string, decode(row[item + 1] as Encoded));
        }
        return object;
      }
      case "map": {
        const map = keep(index, new Map<unknown, unknown>());
        for (let item = 1; item < row.length; item += 2) {
          map.set(decode(row[item] as Encoded), decode(row[item + 1] as Encoded));
        }
        return map;
      }
      case "set": {
        const set = keep(index, new Set<unknown>());
        for (let item = 1; item < row.length; item++) set.add(decode(row[item] as Encoded));
        return set;
      }
      case "date":
        return keep(index, new Date(row[1] ?? NaN));
      case "url":
        return keep(index, new URL(row[1]));
      case "bytes":
        return keep(index, Uint8Array.from(atob(row[1]), (character) => character.charCodeAt(0)));
      case "regexp":
        return keep(index, new RegExp(row[1], row[2]));
      case "signal": {
        const signal = keep(index, revivers.signal(undefined));
        signal.value = decode(row[1]);
        return signal;
      }
      case "slot":
        return keep(index, revivers.slot(row[1]));
    }
  }

  return decode;
}
