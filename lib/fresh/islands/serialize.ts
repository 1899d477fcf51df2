import type { VNode } from "preact";
import type { Encoded, Row } from "./format.ts";

interface SignalLike {
  peek(): unknown;
  value: unknown;
}

function isSignal(value: unknown): value is SignalLike {
  return typeof value === "object" && value !== null && "peek" in value && "value" in value &&
    typeof value.peek === "function";
}

/** Preact marks every element with an own, undefined `constructor`, which JSON cannot carry. */
function isElement(value: object): value is VNode {
  return Object.hasOwn(value, "constructor") && value.constructor === undefined && "type" in value &&
    "props" in value;
}

/** Encodes the props of a page's islands into one table, so that what they share stays shared. */
export class Serializer {
  readonly rows: Row[] = [];
  hasSignals = false;
  readonly #seen = new Map<object, number>();

  /** `slotOf` turns an element into the number of a slot. */
  constructor(readonly slotOf: (element: VNode) => number) {}

  /** `where` names the value in the error for something that cannot be passed. */
  encode(value: unknown, where: string): Encoded {
    switch (typeof value) {
      case "string":
      case "boolean":
        return value;
      case "undefined":
        return ["undefined"];
      case "bigint":
        return ["bigint", value.toString()];
      case "number":
        if (Number.isFinite(value)) return Object.is(value, -0) ? ["-0"] : value;
        return [String(value) as "NaN"];
      case "object":
        return value === null ? null : this.#reference(value, where);
      default:
        throw new TypeError(`Cannot pass ${where} to an island: it is a ${typeof value}.`);
    }
  }

  #reference(value: object, where: string): readonly [number] {
    const known = this.#seen.get(value);
    if (known !== undefined) return [known];
    const index = this.rows.length;
    this.#seen.set(value, index);
    // The row is reserved before its content is encoded: the content may point back to it.
    this.rows.push(["array"]);
    this.rows[index] = this.#row(value, where);
    return [index];
  }

  #row(value: object, where: string): Row {
    if (Array.isArray(value)) {
      return ["array", ...Array.from(value, (item, index) => this.encode(item, `${where}[${index}]`))];
    }
    if (isElement(value)) return ["slot", this.slotOf(value)];
    if (value instanceof Date) {
      return ["date", Number.isNaN(value.getTime()) ? null : value.getTime()];
    }
    if (value instanceof URL) return ["url", value.href];
    if (value instanceof Uint8Array) return ["bytes", new Uint8Array(value).toBase64()];
    if (value instanceof RegExp) return ["regexp", value.source, value.flags];
    if (value instanceof Set) {
      return ["set", ...[...value].map((item) => this.encode(item, where))];
    }
    if (value instanceof Map) {
      return [
        "map",
        ...[...value].flatMap(([key, item]) => [this.encode(key, where), this.encode(item, where)]),
      ];
    }
    if (isSignal(value)) {
      this.hasSignals = true;
      return ["signal", this.encode(value.peek(), `${where}.value`)];
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) {
      const name = (value.constructor as { name?: string } | undefined)?.name ?? "a class";
      throw new TypeError(`Cannot pass ${where} to an island: it is an instance of ${name}.`);
    }
    return [
      "object",
      ...Object.entries(value).flatMap(([key, item]) => [key, this.encode(item, `${where}.${key}`)]),
    ];
  }
}

/** JSON that cannot end or open a script element. */
export function toScriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
