/** The ends of a viewer's range as its filters say them, and the period that it is compared with. */
import { call, castExpr, param } from "../functions/calls.ts";
import { reference } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { AskedKey, PhysicalColumn } from "../ir/relation.ts";
import type { BuildScope } from "../nodes/define.ts";
import { periodsBefore, readPeriod } from "../nodes/periods.ts";
import { isRecord } from "../schema/untyped.ts";
import { FIRST_YEAR } from "../schema/value_ranges.ts";
import type { Comparison, DashboardFilter, TimeRange } from "../schema/vocabulary.ts";
import { momentOf } from "./options.ts";

export interface Asked {
  readonly filters?: readonly DashboardFilter[];
  readonly range?: TimeRange;
}

/** The first moment inside and the first beyond, in milliseconds; whichever end is open is missing. */
export interface Ends {
  readonly from?: number;
  readonly to?: number;
  readonly last?: { readonly size: number; readonly unit: string };
  /** Whether `to` belongs to the range, and whether `from` does not. */
  readonly isClosed?: true;
  readonly isAfter?: true;
  /** Ends that are dates alone: beside a column of moments they mean their days. */
  readonly days?: readonly ("from" | "to")[];
  /** Several values, which need not follow each other. */
  readonly isList?: true;
}

/** What a filter says of the ends of a range; undefined where it says something else. */
export function endsOf(key: AskedKey, { filters = [], range = {} }: Asked): Ends | undefined {
  if (key === "range") {
    const { from, to, last } = range;
    return last ? { last } : { ...at("from", from), ...at("to", to) };
  }
  const { operator, value } = filters[key] ?? { operator: "" };
  switch (operator) {
    case "last_n":
      return isRecord(value) ? { last: value as Ends["last"] & object } : undefined;
    case "between":
      return Array.isArray(value) ? bothIncluded(value[0], value[1]) : undefined;
    case "=":
      return bothIncluded(value, value);
    case "in": {
      const values = Array.isArray(value) ? value : [value];
      return values.length === 1 ? bothIncluded(values[0], values[0]) : { isList: true };
    }
    case ">=":
      return at("from", value);
    case "<":
    case "before":
      return at("to", value);
    case "<=":
      return { ...at("to", value), isClosed: true };
    case ">":
    case "after":
      return { ...at("from", value), isAfter: true };
  }
  return undefined;
}

const DATE_ALONE = /^\s*\d{4}-\d{2}-\d{2}\s*$/;

function at(end: "from" | "to", iso: unknown): Ends {
  const moment = momentOf(iso);
  if (moment === undefined) return {};
  return {
    [end]: Date.parse(String(moment.kind === "param" ? moment.value : "")),
    ...(DATE_ALONE.test(String(iso)) ? { days: [end] } : {}),
  };
}

function bothIncluded(first: unknown, last: unknown): Ends {
  const [from, to] = [at("from", first), at("to", last)];
  const days = [...from.days ?? [], ...to.days ?? []];
  return { ...from, ...to, ...(days.length > 0 ? { days } : {}), isClosed: true };
}

const DAY_MS = 86_400_000;
const BEFORE_ALL = Date.parse(`${FIRST_YEAR}-01-01T00:00:00Z`);

/** The one period that all of them leave of a column, or why there is none that another could precede. */
export function comparisonOf(ends: readonly Ends[], { type }: PhysicalColumn): Comparison {
  const [only, ...others] = new Map(ends.map((each) => [JSON.stringify(each), each])).values();
  if (only?.last && others.length === 0) {
    const period = readPeriod(only.last);
    return period === undefined || period === "too_large" ? { reason: "open_ended" } : { last: period };
  }
  if (ends.some(({ last, isList }) => last || isList)) return { reason: "several_ranges" };
  const isDay = ({ days = [] }: Ends, end: "from" | "to") => type.type === "date" || days.includes(end);
  const from = Math.max(
    ...ends.map((each) => (each.from ?? -Infinity) + (each.isAfter ? isDay(each, "from") ? DAY_MS : 1 : 0)),
  );
  // The last day of a closed range of dates is a whole day; between moments a millisecond more says nothing.
  const to = Math.min(
    ...ends.map((each) => (each.to ?? Infinity) + (each.isClosed && isDay(each, "to") ? DAY_MS : 0)),
  );
  if (!Number.isFinite(from) || !Number.isFinite(to)) return { reason: "open_ended" };
  if (to <= from) return { reason: "no_length" };
  if (from - (to - from) < BEFORE_ALL) return { reason: "open_ended" };
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** Whether a row lies in the period before; undefined where there is none. */
export function beforeOf(
  { last, from, to }: Comparison,
  { id, type }: PhysicalColumn,
  { now }: Pick<BuildScope, "now">,
): Expr | undefined {
  const column = reference({ id, type });
  const moment = type.type === "date"
    ? castExpr(column, { type: "datetime", nullable: type.nullable })
    : column;
  if (last) {
    const [start, end] = [
      periodsBefore(now(), last.size * 2, last.unit),
      periodsBefore(now(), last.size, last.unit),
    ];
    return call("and", [call("gt", [moment, start]), call("le", [moment, end])]);
  }
  if (from === undefined || to === undefined) return undefined;
  const length = Date.parse(to) - Date.parse(from);
  const start = new Date(Date.parse(from) - length).toISOString();
  const datetime = { type: "datetime", nullable: false } as const;
  return call("and", [
    call("ge", [moment, param(start, datetime)]),
    call("lt", [moment, param(from, datetime)]),
  ]);
}
