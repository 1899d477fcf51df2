import { compilePattern, encodePath, isStaticPattern, type Params, type PatternMatcher } from "./pattern.ts";
import type { Method } from "./types.ts";

export interface Match<T> {
  readonly pattern: string;
  readonly params: Params;
  readonly item: T | null;
  /** Methods the matched patterns answer, for the `Allow` header when `item` is null. */
  readonly allowed: readonly string[];
}

interface Entry<T> {
  readonly pattern: string;
  readonly matches: PatternMatcher;
  readonly byMethod: Map<Method | "ALL", T>;
}

const NO_PARAMS: Params = Object.freeze({});

/** Routes a method and pathname: exact paths through one map, then patterns in the order they were added. */
export class Router<T> {
  readonly #exact = new Map<string, Entry<T>>();
  readonly #dynamic: Entry<T>[] = [];
  readonly #byPattern = new Map<string, Entry<T>>();

  /** The first item added for a pattern and method stays. */
  add(method: Method | "ALL", pattern: string, item: T): void {
    let entry = this.#byPattern.get(pattern);
    if (!entry) {
      entry = { pattern, matches: compilePattern(pattern), byMethod: new Map() };
      this.#byPattern.set(pattern, entry);
      if (isStaticPattern(pattern)) this.#exact.set(encodePath(pattern), entry);
      else this.#dynamic.push(entry);
    }
    if (!entry.byMethod.has(method)) entry.byMethod.set(method, item);
  }

  match(method: string, pathname: string): Match<T> | null {
    const exact = this.#exact.get(pathname);
    const exactItem = exact && pick(exact, method);
    if (exact && exactItem !== undefined) {
      return { pattern: exact.pattern, params: NO_PARAMS, item: exactItem, allowed: [] };
    }

    let missed: { pattern: string; params: Params } | null = exact
      ? { pattern: exact.pattern, params: NO_PARAMS }
      : null;
    const allowed = new Set<string>(exact ? exact.byMethod.keys() : []);
    for (const entry of this.#dynamic) {
      const params = entry.matches(pathname);
      if (!params) continue;
      const item = pick(entry, method);
      if (item !== undefined) return { pattern: entry.pattern, params, item, allowed: [] };
      missed ??= { pattern: entry.pattern, params };
      for (const known of entry.byMethod.keys()) allowed.add(known);
    }
    if (!missed) return null;
    if (allowed.has("GET")) allowed.add("HEAD");
    return { ...missed, item: null, allowed: [...allowed, "OPTIONS"].sort() };
  }
}

function pick<T>(entry: Entry<T>, method: string): T | undefined {
  const own = entry.byMethod.get(method as Method);
  if (own !== undefined) return own;
  if (method === "HEAD") {
    const get = entry.byMethod.get("GET");
    if (get !== undefined) return get;
  }
  return entry.byMethod.get("ALL");
}
