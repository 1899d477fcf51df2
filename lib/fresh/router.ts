import { compilePattern, encodePath, isStaticPattern, type PatternMatcher } from "./pattern.ts";
import type { Method, Params } from "./types.ts";

export interface Match<T> {
  readonly pattern: string;
  readonly params: Params;
  /** Null when the pattern does not take this method. */
  readonly item: T | null;
  /** The methods the pattern takes. */
  readonly allowed: readonly string[];
}

interface Entry<T> {
  readonly pattern: string;
  readonly matches: PatternMatcher;
  readonly byMethod: Map<Method, T>;
}

const NO_PARAMS: Params = Object.freeze(Object.create(null));

/** Finds routes by pathname: exact paths through one map, then patterns in the order they were added. */
export class Router<T> {
  readonly #exact = new Map<string, Entry<T>>();
  readonly #dynamic: Entry<T>[] = [];
  readonly #byPattern = new Map<string, Entry<T>>();

  /** The first item added for a pattern and method stays. */
  add(method: Method, pattern: string, item: T): void {
    let entry = this.#byPattern.get(pattern);
    if (!entry) {
      entry = { pattern, matches: compilePattern(pattern), byMethod: new Map() };
      this.#byPattern.set(pattern, entry);
      if (isStaticPattern(pattern)) this.#exact.set(encodePath(pattern), entry);
      else this.#dynamic.push(entry);
    }
    if (!entry.byMethod.has(method)) entry.byMethod.set(method, item);
  }

  /** The first pattern that fits decides, whatever methods it takes. */
  match(method: string, pathname: string): Match<T> | null {
    const exact = this.#exact.get(pathname) ?? this.#exact.get(otherSlash(pathname));
    if (exact) return found(exact, method, NO_PARAMS);
    for (const entry of this.#dynamic) {
      const params = entry.matches(pathname);
      if (params) return found(entry, method, params);
    }
    return null;
  }
}

/** The same path with a slash at its end, or without the one it has. */
function otherSlash(pathname: string): string {
  if (pathname === "/") return pathname;
  return pathname.endsWith("/") ? pathname.slice(0, -1) : `${pathname}/`;
}

function found<T>({ pattern, byMethod }: Entry<T>, method: string, params: Params): Match<T> {
  const item = byMethod.get(method as Method) ?? (method === "HEAD" ? byMethod.get("GET") : undefined) ??
    null;
  return { pattern, params, item, allowed: [...byMethod.keys()] };
}
