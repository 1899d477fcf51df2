/** Which of a viewer's filters say the period that a card shows, and the filters of the period before it. */
import type { DashboardFilter, GraphNode } from "@/compiler/schema/types.ts";
import { addUnits } from "../formula/evaluator/time.ts";
import type { Period, World } from "./node.ts";
import { type Asked, isConstant, reaches, tableOf } from "./origins.ts";
import { Undecided } from "./values.ts";

/** The part of a node's settings that says how it computes a column; undefined where it computes none of the name. */
function settingOf({ type, config, disabled }: GraphNode, name: string): unknown {
  if (disabled) return undefined;
  if (type === "formula" || type === "window") return config["as"] === name ? config : undefined;
  if (type !== "group_by") return undefined;
  const listed = [...list(config["keys"]), ...list(config["metrics"])] as Record<string, unknown>[];
  return listed.find(({ as, column }) => (as ?? column) === name);
}

const list = (value: unknown) => Array.isArray(value) ? value : [];

/** The columns of a node's input that it computes one of its own from. */
export function readFor(node: GraphNode, name: string, input: readonly string[]): readonly string[] {
  const setting = settingOf(node, name);
  if (setting === undefined) {
    if (["pivot", "unpivot", "fill", "group_by"].includes(node.type)) {
      throw new Undecided("what it is read from");
    }
    return [];
  }
  const text = JSON.stringify(setting);
  const isRead = (column: string) =>
    text.includes(JSON.stringify(column)) || text.includes(JSON.stringify(`[${column}]`).slice(1, -1));
  return input.filter(isRead);
}

interface Before {
  /** The viewer's filters as they would have been asked for the period before; undefined where there is none. */
  readonly filters?: readonly Asked[];
}

/** `behind`: the filters, by their place, behind the column that is compared. Undefined where none is a range. */
export function periodBefore(
  behind: ReadonlySet<number>,
  filters: readonly Asked[],
  sources: readonly GraphNode[],
  { tables }: World,
  now: number,
): Before | undefined {
  const said = [...behind].filter((at) => isRange(filters[at]!));
  if (said.length === 0) return undefined;
  const nameOf = (at: number) => filters[at]!.isRange ? "range" : at;
  const names = new Set(said.map(nameOf));
  const isSaid = (at: number) => names.has(nameOf(at));
  const periods: { readonly column: string; readonly text: string; readonly of: readonly Condition[] }[] = [];
  for (const { config } of sources) {
    const table = tableOf(config, tables.map((each) => each.table));
    const here = filters.flatMap((filter, at) =>
      isSaid(at) && !isConstant(filter) && reaches(filter, table, config) ? [at] : []
    );
    if (here.length === 0) continue;
    const columns = new Set(here.map((at) => filters[at]!.column));
    if (columns.size > 1 || new Set(here.map(nameOf)).size < names.size) return {};
    const [column = ""] = columns;
    const type = table!.columns.find(({ name }) => name === column)!.type;
    const of = before(here.map((at) => filters[at]!), type, now);
    if (of === undefined) return {};
    periods.push({ column, of, text: JSON.stringify(of) });
  }
  if (new Set(periods.map(({ text }) => text)).size !== 1) return {};
  const mark = names.has("range") ? { isRange: true } as const : {};
  const columns = [...new Set(periods.map(({ column }) => column))];
  const moved = columns.flatMap((column) => periods[0]!.of.map((each) => ({ ...each, ...mark, column })));
  return { filters: [...filters.filter((_, at) => !isSaid(at)), ...moved] };
}

type Condition = Pick<DashboardFilter, "operator" | "value">;

const ENDS = ["between", "=", "in", "<", "<=", ">", ">=", "before", "after", "last_n"];
const isRange = ({ operator }: DashboardFilter) => ENDS.includes(operator);

const DAY = 86_400_000;
const FIRST = Date.parse("1900-01-01T00:00:00Z");

/** The period before the one that these conditions leave, and as long; undefined where there is none. */
function before(
  conditions: readonly Condition[],
  type: string,
  now: number,
): readonly Condition[] | undefined {
  const last = conditions.filter(({ operator }) => operator === "last_n");
  if (last.length > 0) {
    const said = new Set(conditions.map(({ operator, value }) => JSON.stringify([operator, value])));
    if (said.size > 1) return undefined;
    const { size, unit } = last[0]!.value as Period;
    return span(">", addUnits(now, -2 * size, unit), "<=", addUnits(now, -size, unit));
  }
  const width = (end: unknown) => type === "date" || !/[:T]/.test(String(end)) ? DAY : 0;
  let [from, to] = [-Infinity, Infinity];
  for (const { operator, value } of conditions) {
    const values = Array.isArray(value) ? value : [value];
    if (operator === "in" && values.length > 1) return undefined;
    const [first, last] = [values[0], values.at(-1)];
    const [low, high] = [first, last].map((each) => Date.parse(withZone(String(each)))) as [number, number];
    const isPoint = operator === "=" || operator === "in" || operator === "between";
    if (isPoint || operator === ">=") from = Math.max(from, low);
    if (operator === ">" || operator === "after") from = Math.max(from, low + (width(first) || 1));
    if (operator === "<" || operator === "before") to = Math.min(to, high);
    if (isPoint || operator === "<=") to = Math.min(to, high + width(last));
  }
  const length = to - from;
  if (!Number.isFinite(length) || length <= 0 || from - length < FIRST) return undefined;
  return span(">=", from - length, "<", from);
}

const span = (low: string, from: number, high: string, to: number): readonly Condition[] => [
  { operator: low, value: new Date(from).toISOString() },
  { operator: high, value: new Date(to).toISOString() },
];

const withZone = (text: string) =>
  /T.*(Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes("T") ? text : `${text}Z`;
