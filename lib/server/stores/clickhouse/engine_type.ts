/** Reads the engine's type names, such as `LowCardinality(Nullable(String))` or `Enum8('buy' = 1)`. */

export interface EngineType {
  readonly name: string;
  /** Arguments as written: `3` and `'UTC'` of `DateTime64(3, 'UTC')`. */
  readonly arguments: readonly string[];
  readonly nullable: boolean;
}

const WRAPPERS: ReadonlySet<string> = new Set(["Nullable", "LowCardinality", "SimpleAggregateFunction"]);

/** Wrappers that change nothing about a value are taken off. */
export function parseEngineType(text: string): EngineType {
  let current = split(text);
  let nullable = false;
  while (WRAPPERS.has(current.name)) {
    nullable ||= current.name === "Nullable";
    current = split(current.arguments.at(-1) ?? "");
  }
  return { ...current, nullable };
}

function split(text: string): { name: string; arguments: readonly string[] } {
  const trimmed = text.trim();
  const open = trimmed.indexOf("(");
  if (open < 0) return { name: trimmed, arguments: [] };
  return { name: trimmed.slice(0, open), arguments: splitArguments(trimmed.slice(open + 1, -1)) };
}

function splitArguments(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (quoted) {
      if (character === "\\") index++;
      else if (character === "'") quoted = false;
    } else if (character === "'") quoted = true;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "," && depth === 0) {
      found.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  found.push(text.slice(start).trim());
  return found;
}

/** Number → label of an Enum's arguments. */
export function enumLabels(type: EngineType): ReadonlyMap<number, string> {
  return new Map(type.arguments.map((entry) => {
    const equals = entry.lastIndexOf("=");
    return [Number(entry.slice(equals + 1)), unquote(entry.slice(0, equals).trim())];
  }));
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "0": "\0", b: "\b", f: "\f" };

function unquote(text: string): string {
  return text.slice(1, -1).replace(/\\(.)|''/gs, (_all, escaped?: string) => {
    if (escaped === undefined) return "'";
    return ESCAPES[escaped] ?? escaped;
  });
}
