/** Compiles the pathname patterns of routes: the common ones to one regular expression, the rest to URLPattern. */

import type { Params } from "./types.ts";

export type PatternMatcher = (pathname: string) => Params | null;

const SEGMENT = /^:([A-Za-z_]\w*)$/;
const REST = /^:([A-Za-z_]\w*)\*$/;
const OPTIONAL = /\{\/:([A-Za-z_]\w*)\}\?/g;
const SPECIAL = /[:*?+(){}\\]/;

export function isStaticPattern(pattern: string): boolean {
  return !SPECIAL.test(pattern);
}

function escapeText(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Escapes of characters that separate parts of a URL stay; so does what is no escape at all. */
function decoded(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
}

/** The pathname as the URL parser writes it, so that patterns with spaces or umlauts match. */
export function encodePath(text: string): string {
  return encodeURI(decoded(text)).replace(/[?#]/g, encodeURIComponent);
}

function toRegExp(pattern: string): { source: string; names: string[] } | null {
  const names: string[] = [];
  const optional = pattern.replace(OPTIONAL, "/\u0000$1");
  let source = "";
  for (const segment of optional.split("/").slice(1)) {
    const named = SEGMENT.exec(segment);
    const rest = REST.exec(segment);
    if (segment.startsWith("\u0000")) {
      names.push(segment.slice(1));
      source += "(?:/([^/]+))?";
    } else if (named) {
      names.push(named[1]!);
      source += "/([^/]+)";
    } else if (rest) {
      names.push(rest[1]!);
      source += "(?:/(.*))?";
    } else if (segment === "*") {
      names.push(String(names.filter((name) => /^\d+$/.test(name)).length));
      source += "/(.*)";
    } else if (isStaticPattern(segment)) {
      source += "/" + escapeText(encodePath(segment));
    } else {
      return null;
    }
  }
  return { source, names };
}

/** A part of the pattern that the path leaves out is an empty text. Without a prototype, any name is a plain entry. */
function collect(names: readonly string[], values: readonly (string | undefined)[]): Params {
  const params: Params = Object.create(null);
  names.forEach((name, index) => params[name] = decoded(values[index] ?? ""));
  return params;
}

/** A function from a pathname to the parameters of `pattern`, decoded; null when it does not match. */
export function compilePattern(pattern: string): PatternMatcher {
  const simple = toRegExp(pattern);
  if (simple) {
    const expression = new RegExp(`^${simple.source}$`);
    return (pathname) => {
      const match = expression.exec(pathname);
      return match && collect(simple.names, match.slice(1));
    };
  }
  const urlPattern = new URLPattern({ pathname: pattern });
  return (pathname) => {
    const match = urlPattern.exec({ pathname });
    if (!match) return null;
    const groups = Object.entries(match.pathname.groups);
    return collect(groups.map(([name]) => name), groups.map(([, value]) => value));
  };
}
