/** Finds the key `__proto__`: a program that assigns it carelessly changes the prototype of an object. */
import { isRecord } from "./untyped.ts";
import type { Problem } from "./vocabulary.ts";

const KEY = "__proto__";
/** Up to so many objects are looked through without noting which were seen; most configs have fewer. */
const FEW = 1_000;

/** Path of the first such key, or undefined. */
export function prototypeKey(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || isPlainlySound(value)) return undefined;
  return pathOf(value);
}

/** False where there is such a key, or where there are too many objects to tell quickly. */
function isPlainlySound(value: object): boolean {
  const stack: object[] = [value];
  let count = 0;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (++count > FEW) return false;
    if (Array.isArray(next)) {
      for (const child of next) if (typeof child === "object" && child !== null) stack.push(child);
    } else {
      for (const key in next) {
        if (key === KEY) return false;
        const child = (next as Readonly<Record<string, unknown>>)[key];
        if (typeof child === "object" && child !== null) stack.push(child);
      }
    }
  }
  return true;
}

/** An object within another. Its path is put together once it is asked for: most objects are deeper than they are bad. */
interface Place {
  readonly value: object;
  readonly key?: string | number;
  readonly parent?: Place;
}

function pathOf(value: object): string | undefined {
  const seen = new Set<object>([value]);
  const stack: Place[] = [{ value }];
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    const parent = place;
    if (Object.hasOwn(parent.value, KEY)) return written({ value, key: KEY, parent });
    const see = (child: unknown, key: string | number) => {
      if (typeof child !== "object" || child === null || seen.has(child)) return;
      seen.add(child);
      stack.push({ value: child, key, parent });
    };
    // Not by Object.entries, which would copy a long list.
    if (Array.isArray(parent.value)) parent.value.forEach(see);
    else for (const [key, child] of Object.entries(parent.value)) see(child, key);
  }
  return undefined;
}

function written(place: Place): string {
  const parts: string[] = [];
  for (let at: Place | undefined = place; at?.key !== undefined; at = at.parent) {
    parts.push(typeof at.key === "number" ? `[${at.key}]` : `.${at.key}`);
  }
  return parts.reverse().join("").replace(/^\./, "");
}

/** Reports the key where the value itself has it. */
export function reportPrototypeKey(
  value: unknown,
  path: string,
  code: string,
  problems: Problem[],
  nodeId?: string,
): void {
  if (!isRecord(value) || !Object.hasOwn(value, KEY)) return;
  problems.push({
    code,
    message: 'Cannot use the key "__proto__": programs give it a meaning of its own.',
    field: `${path}${KEY}`,
    ...(nodeId === undefined ? {} : { nodeId }),
  });
}
