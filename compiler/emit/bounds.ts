/**
 * Whether a store reads a statement of this size at all: a larger one would fail with an error of the store's own. The
 * finished text is measured as the store's parser will meet it; nothing is written differently for it.
 */
import type { Dialect } from "../dialects/dialect.ts";
import type { Problem } from "../schema/vocabulary.ts";

const encoder = new TextEncoder();

const OPEN = new Set(["(", "["]);
const CLOSE = new Set([")", "]"]);

/** How deep brackets stand in each other; a subquery counts twice. Quoted names and texts are passed over. */
function nestingOf(sql: string): number {
  const steps: number[] = [];
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < sql.length; at++) {
    const character = sql.charAt(at);
    if (character === '"' || character === "'") {
      at = sql.indexOf(character, at + 1);
      if (at < 0) break;
    } else if (OPEN.has(character)) {
      const step = /^\s*SELECT\s/.test(sql.slice(at + 1, at + 100)) ? 2 : 1;
      steps.push(step);
      depth += step;
      deepest = Math.max(deepest, depth);
    } else if (CLOSE.has(character)) depth -= steps.pop() ?? 0;
  }
  return deepest;
}

export function sizeProblem(
  { bounds: most }: Dialect,
  sql: string,
  params: number,
  columns: number,
): Problem | undefined {
  const found = [
    { what: "bytes", size: sql.length * 3 > most.bytes ? encoder.encode(sql).length : 0, most: most.bytes },
    { what: "values", size: params, most: most.params },
    { what: "columns", size: columns, most: most.columns },
  ].find((each) => each.size > each.most);
  const nesting = nestingOf(sql);
  if (nesting > most.nesting) {
    return {
      code: "too_complex",
      message:
        `Cannot run a statement nested ${nesting} levels deep: this store reads at most ${most.nesting}.`,
      hint: "Split a deep formula into several formula nodes, or shorten the chain of steps.",
    };
  }
  return found && {
    code: "too_large",
    message: `Cannot run a statement of ${found.size} ${found.what}: this store reads at most ${found.most}.`,
    hint: found.what === "columns"
      ? "Select the columns that are needed."
      : "Use fewer conditions, one list instead of many values, or fewer formulas.",
  };
}
