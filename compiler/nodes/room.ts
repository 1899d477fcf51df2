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
