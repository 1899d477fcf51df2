/** A viewer's time range on a column that a card compares by: it says which two periods are compared. */
import { call, castExpr, param } from "../functions/calls.ts";
import { reference } from "../ir/columns.ts";
import type { ColumnId, Expr } from "../ir/expr.ts";
import { substitute } from "../ir/expressions.ts";
import type { AskedKey, Relation, RelationColumn } from "../ir/relation.ts";
import type { BuildScope, ComparedRange } from "../nodes/define.ts";
import { periodsBefore, readPeriod } from "../nodes/periods.ts";
import { isRecord } from "../schema/untyped.ts";
import type { Comparison, DashboardFilter, TimeRange } from "../schema/vocabulary.ts";
import { carriedBy, type Carrier } from "./carried_columns.ts";
import { withoutFilters } from "./lifted_filters.ts";
import { momentOf } from "./options.ts";

interface Asked {
  readonly filters?: readonly DashboardFilter[];
  readonly range?: TimeRange;
}

export interface Found extends ComparedRange {
  readonly comparison: Comparison;
  /** The filters that say it. */
  readonly keys: readonly AskedKey[];
}

/** Undefined where no range is on the column. */
export function comparedRange(
  input: Relation,
  column: RelationColumn,
  asked: Asked,
  { now }: Pick<BuildScope, "now">,
): Found | undefined {
  const carriers = carriedBy(input)?.get(input)?.get(column.id) ?? [];
  const ends = carriers.map(({ asked: { key } }) => endsOf(key, asked));
  if (carriers.length === 0 || ends.some((each) => each === undefined)) return undefined;
  const moment = column.type.type === "date"
    ? castExpr(reference(column), { type: "datetime", nullable: column.type.nullable })
    : reference(column);
  const comparison = comparisonOf(ends.filter((each) => each !== undefined), column.type.type === "date");
  return {
    input: withoutFilters(input, new Set<ColumnId>([column.id])),
    during: all(carriers.map((carrier) => moved(carrier, column))),
    before: beforeOf(comparison, moment, now),
    comparison,
    keys: [...new Set(carriers.map(({ asked: { key } }) => key))],
  };
}

const all = ([first, ...others]: readonly Expr[]): Expr =>
  others.length === 0 ? first! : call("and", [first!, ...others]);

function moved({ predicate, column }: Carrier, to: RelationColumn): Expr {
  return substitute(predicate, (found) => found.id === column ? reference(to) : found);
}

/** The first moment inside and the first beyond, in milliseconds; whichever end is open is missing. */
interface Ends {
  readonly from?: number;
  readonly to?: number;
  readonly last?: { readonly size: number; readonly unit: string };
  /** Whether `to` belongs to the range, and whether `from` does not. */
  readonly isClosed?: true;
  readonly isAfter?: true;
  /** Ends that are dates alone: beside a column of moments they mean their days. */
  readonly days?: readonly ("from" | "to")[];
}

/** What a filter says of the ends of a range; undefined where it says something else. */
function endsOf(
  key: AskedKey,
  { filters = [], range = {} }: Asked,
): Ends | undefined {
  if (key === "range") {
    const { from, to, last } = range;
    return last ? { last } : { ...at("from", from), ...at("to", to) };
  }
  const { operator, value } = filters[key] ?? { operator: "" };
  switch (operator) {
    case "last_n":
      return isRecord(value) ? { last: value as Ends["last"] & object } : undefined;
    case "between":
      return Array.isArray(value)
        ? both(at("from", value[0]), { ...at("to", value[1]), isClosed: true })
        : undefined;
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

function both(from: Ends, to: Ends): Ends {
  const days = [...from.days ?? [], ...to.days ?? []];
  return { ...from, ...to, ...(days.length > 0 ? { days } : {}) };
}

const DAY_MS = 86_400_000;

function comparisonOf(
  ends: readonly Ends[],
  isDate: boolean,
): Comparison {
  const [only, ...others] = distinct(ends);
  if (only?.last && others.length === 0) {
    const period = readPeriod(only.last);
    return period === undefined || period === "too_large" ? {} : { last: period };
  }
  if (ends.some(({ last }) => last)) return {};
  const isDay = ({ days = [] }: Ends, end: "from" | "to") => isDate || days.includes(end);
  const from = Math.max(
    ...ends.map((each) => (each.from ?? -Infinity) + (each.isAfter ? isDay(each, "from") ? DAY_MS : 1 : 0)),
  );
  // The last day of a closed range of dates is a whole day; between moments a millisecond more says nothing.
  const to = Math.min(
    ...ends.map((each) => (each.to ?? Infinity) + (each.isClosed && isDay(each, "to") ? DAY_MS : 0)),
  );
  if (!Number.isFinite(from) || !Number.isFinite(to) || to <= from) return {};
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** A range is two conditions, which say the same ends. */
function distinct(ends: readonly Ends[]): readonly Ends[] {
  return [...new Map(ends.map((each) => [JSON.stringify(each), each])).values()];
}

/** The period before; false of every row where the range has no length. */
function beforeOf({ last, from, to }: Comparison, moment: Expr, now: () => Expr): Expr {
  if (last) {
    const [start, end] = [
      periodsBefore(now(), last.size * 2, last.unit),
      periodsBefore(now(), last.size, last.unit),
    ];
    return call("and", [call("gt", [moment, start]), call("le", [moment, end])]);
  }
  if (from === undefined || to === undefined) return param(false, { type: "boolean", nullable: false });
  const length = Date.parse(to) - Date.parse(from);
  const start = new Date(Date.parse(from) - length).toISOString();
  const datetime = { type: "datetime", nullable: false } as const;
  return call("and", [
    call("ge", [moment, param(start, datetime)]),
    call("lt", [moment, param(from, datetime)]),
  ]);
}
