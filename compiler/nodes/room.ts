/** How many columns of a picture its caller can take. */
import { call, caseExpr, param, windowCall } from "../functions/mod.ts";
import { ascending } from "../ir/columns.ts";
import type { Expr } from "../ir/expr.ts";
import type { Relation, RelationColumn } from "../ir/relation.ts";
import type { ValueType } from "../schema/vocabulary.ts";
import { type BuildScope, passing } from "./define.ts";

const FLOAT: ValueType = { type: "float64", nullable: false };
const COUNT: ValueType = { type: "int64", nullable: false };

interface Wanted {
  readonly rows: Relation;
  /** Each of its values is a series of its own. */
  readonly colour?: RelationColumn;
  /** Rows that a column of one series has, at most. */
  readonly rowsEach: number;
  /** How many columns of pixels, or bars, the picture has room for. */
  readonly wanted: number;
}

/**
 * As many columns as the picture has, or so many that the rows of all series together stay within what the caller
 * takes. Drawn from fewer columns a picture is coarser; cut short it would lack its end.
 */
export function roomWithin(
  { rows, colour, rowsEach, wanted }: Wanted,
  scope: Pick<BuildScope, "limit" | "nextId" | "nodeId">,
): { readonly rows: Relation; readonly room: Expr } {
  if (scope.limit === undefined) return { rows, room: param(wanted, FLOAT) };
  // The caller asks for a row more than it shows, to know whether there are more.
  const most = Math.max(1, Math.floor((scope.limit - 1) / rowsEach));
  if (colour === undefined) return { rows, room: param(Math.min(wanted, most), FLOAT) };
  const ranking = windowCall({ op: "dense_rank", args: [], partitionBy: [], orderBy: [ascending(colour)] });
  const rank = { id: scope.nextId(), expr: ranking };
  const ranked: Relation = { ...passing(rows, scope), op: "window", computed: [rank] };
  const series = windowCall({
    op: "max",
    args: [{ kind: "column", id: rank.id, type: ranking.type }],
    partitionBy: [],
    orderBy: [],
  });
  const counted = { id: scope.nextId(), expr: series };
  const each = call("divide", [
    param(String(most), COUNT),
    { kind: "column", id: counted.id, type: series.type },
  ]);
  const fitting = caseExpr([
    { when: call("ge", [each, param(wanted, FLOAT)]), then: param(wanted, FLOAT) },
    {
      when: call("ge", [each, param(1, FLOAT)]),
      then: call("subtract", [each, call("modulo", [each, param(1, FLOAT)])]),
    },
  ], param(1, FLOAT));
  const room = { id: scope.nextId(), expr: fitting };
  const withSeries: Relation = { ...passing(ranked, scope), op: "window", computed: [counted] };
  return {
    rows: { ...passing(withSeries, scope), op: "extend", computed: [room] },
    room: { kind: "column", id: room.id, type: fitting.type },
  };
}

/** More colours than these are not told apart, and are drawn as one. */
export const MOST_SERIES = 16;
/** What a bar needs, and the gap between categories. The axis beside the bars takes from the picture. */
const PIXELS_PER_BAR = 3;
const PIXELS_BETWEEN = 2;
const PIXELS_OF_AXIS = 60;
/** The largest, and the others. */
const LEAST_CATEGORIES = 2;

interface WantedBars {
  readonly rows: Relation;
  readonly colour?: RelationColumn;
  /** How many colours are shown, where some of them are drawn as one. */
  readonly series?: Expr;
  /** Bars of one colour in a category. */
  readonly valueCount: number;
  readonly stacked: boolean;
}

/** As many categories as can be told apart in the picture, and as the caller takes with all of their colours. */
export function barsWithin(
  { rows, colour, series, valueCount, stacked }: WantedBars,
  scope: Pick<BuildScope, "limit" | "pixels" | "nextId" | "nodeId">,
): { readonly rows: Relation; readonly room: Expr } {
  const across = Math.max(0, Math.ceil(scope.pixels ?? 0) - PIXELS_OF_AXIS);
  const perSeries = stacked ? 0 : PIXELS_PER_BAR * valueCount;
  const fixed = PIXELS_BETWEEN + (stacked ? PIXELS_PER_BAR : 0);
  // The caller asks for a row more than it shows, to know whether there are more.
  const most = scope.limit === undefined ? undefined : Math.max(1, scope.limit - 1);
  const wantedOf = (bars: number) =>
    Math.max(LEAST_CATEGORIES, Math.floor(across / (fixed + perSeries * bars)));
  if (colour === undefined) {
    return { rows, room: param(Math.min(wantedOf(1), most ?? Infinity), FLOAT) };
  }
  const counted = series ? { rows, count: series } : countOf(rows, colour, scope);
  // Where colours are not folded there may be thousands: no picture tells these apart, and what is too much is cut.
  const steps = Array.from({ length: MOST_SERIES }, (_, at) => at + 1);
  const byLimit = (bars: number) =>
    Math.min(wantedOf(bars), Math.max(1, Math.floor((most ?? Infinity) / bars)));
  const room = caseExpr(
    steps.map((bars) => ({
      when: call("le", [counted.count, param(String(bars), COUNT)]),
      then: param(byLimit(bars), FLOAT),
    })),
    param(wantedOf(MOST_SERIES), FLOAT),
  );
  return { rows: counted.rows, room };
}

function countOf(
  rows: Relation,
  column: RelationColumn,
  scope: Pick<BuildScope, "nextId" | "nodeId">,
): { readonly rows: Relation; readonly count: Expr } {
  const ranking = windowCall({ op: "dense_rank", args: [], partitionBy: [], orderBy: [ascending(column)] });
  const rank = { id: scope.nextId(), expr: ranking };
  const placed: Relation = { ...passing(rows, scope), op: "window", computed: [rank] };
  const last = windowCall({
    op: "max",
    args: [{ kind: "column", id: rank.id, type: ranking.type }],
    partitionBy: [],
    orderBy: [],
  });
  const total = { id: scope.nextId(), expr: last };
  return {
    rows: { ...passing(placed, scope), op: "window", computed: [total] },
    count: { kind: "column", id: total.id, type: last.type },
  };
}
