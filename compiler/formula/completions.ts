/** What could be written at a place of a formula, complete or not. */
import type { Column } from "../schema/vocabulary.ts";
import { describeType } from "../functions/mod.ts";
import { columnText, KEYWORDS, type Token, tokenize } from "./lexer.ts";
import type { FunctionDefinition, Level } from "./library/definition.ts";
import { TIME_UNITS } from "../ir/expr.ts";
import { findFunction, functions } from "./library/mod.ts";

export interface Completion {
  readonly label: string;
  readonly kind: "column" | "function" | "keyword";
  /** What replaces the text from `from` to `to`. */
  readonly insert: string;
  /** A column's type, a function's signature. */
  readonly detail: string;
}

interface Completions {
  readonly from: number;
  readonly to: number;
  readonly items: readonly Completion[];
}

const MAX_ITEMS = 150;

/**
 * Columns first, then functions and keywords; names that begin with what is typed come before those that hold it.
 * Those of `level` are offered before functions of one row.
 */
export function completions(
  text: string,
  position: number,
  columns: readonly Column[],
  level: Level = "scalar",
): Completions {
  const place = Math.max(0, Math.min(position, text.length));
  const tokens = tokenize(text);
  const token = tokens.find((each) => covers(each, place));
  if (takesUnit(tokens, token, place)) return unitsAt(place, token, text);
  if (token?.kind === "column") return result(place, token, token.value, columns.map(columnItem), text);
  if (token?.kind === "text" || token?.kind === "comment" || token?.kind === "number") {
    return { from: place, to: place, items: [] };
  }
  // Where aggregates or windows may stand, one of them is what is meant more often.
  const callable = [
    ...functions.filter((each) => each.level === level && level !== "scalar"),
    ...functions.filter((each) => each.level === "scalar"),
  ];
  const all = [...columns.map(columnItem), ...callable.map(functionItem), ...keywordItems];
  if (token?.kind === "name" || token?.kind === "keyword") {
    return result(place, token, token.value, all, text);
  }
  return { from: place, to: place, items: all.slice(0, MAX_ITEMS) };
}

/** Whether the first argument of a call that names a unit stands here. */
function takesUnit(tokens: readonly Token[], token: Token | undefined, place: number): boolean {
  if (token !== undefined && token.kind !== "text" && token.kind !== "name") return false;
  const before = tokens.filter((each) =>
    each.span.end <= (token?.span.start ?? place) && each.kind !== "comment"
  );
  const [name, open] = before.slice(-2);
  return open?.kind === "open" && name?.kind === "name" &&
    findFunction(name.value)?.parameters[0]?.accepts === "unit";
}

function unitsAt(place: number, token: Token | undefined, text: string): Completions {
  const from = token?.span.start ?? place;
  const typed = text.slice(from, place).replace(/^["']/, "").toLowerCase();
  // A quote that is not closed makes the rest of the formula its text.
  const to = token === undefined || token.unterminated ? place : token.span.end;
  return { from, to, items: unitItems.filter(({ label }) => label.startsWith(typed)) };
}

/** A name is still being typed at its end; a closed column or text is not. */
function covers(token: Token, place: number): boolean {
  if (token.span.start >= place) return false;
  const open = token.kind === "name" || token.kind === "keyword" || token.kind === "number" ||
    token.kind === "comment" || token.unterminated === true;
  return open ? place <= token.span.end : place < token.span.end;
}

function result(
  place: number,
  token: Token,
  value: string,
  items: readonly Completion[],
  text: string,
): Completions {
  const { start, end } = token.span;
  const typed = token.kind === "column"
    ? text.slice(start + 1, place).replaceAll("]]", "]")
    : text.slice(start, place);
  const wanted = typed.toLowerCase();
  const rank = (item: Completion) => {
    const label = item.label.toLowerCase();
    return label.startsWith(wanted) ? 0 : label.includes(wanted) ? 1 : 2;
  };
  const ranked = items.map((item) => ({ item, rank: rank(item) })).filter((each) => each.rank < 2);
  ranked.sort((a, b) => a.rank - b.rank);
  // A bracket that is not closed holds the rest of the formula; only what was typed so far is replaced.
  const to = token.unterminated && value.length > typed.length ? place : end;
  return { from: start, to, items: ranked.slice(0, MAX_ITEMS).map((each) => each.item) };
}

const columnItem = (column: Column): Completion => ({
  label: column.name,
  kind: "column",
  insert: columnText(column.name),
  detail: describeType(column),
});

const functionItem = (each: FunctionDefinition): Completion => ({
  label: each.name,
  kind: "function",
  insert: each.parameters.length === 0 ? `${each.name}()` : `${each.name}(`,
  detail: each.signature,
});

const unitItems: readonly Completion[] = TIME_UNITS.map((unit) => ({
  label: unit,
  kind: "keyword",
  insert: `"${unit}"`,
  detail: "unit",
}));

const keywordItems: readonly Completion[] = KEYWORDS.map((keyword) => ({
  label: keyword,
  kind: "keyword",
  insert: keyword,
  detail: "",
}));
