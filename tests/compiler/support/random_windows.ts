/** A random window node. */
import { isTime } from "./random_conditions.ts";
import {
  type Around,
  freshName,
  functionsOf,
  hasExactSquares,
  isExact,
  namesOf,
  sortKeys,
} from "./random_parts.ts";

const RANKS = ["row_number", "rank", "dense_rank", "percent_rank", "ntile"];
const SHIFTS = ["lag", "lead"];
const EDGES = ["first_value", "last_value"];
const DATE_UNITS = ["day", "week", "month", "quarter", "year"];
const UNITS = ["second", "minute", "hour", ...DATE_UNITS];

/** Everything that is ordered is ordered totally for the reader in pages, so any frame is the same rows everywhere. */
export function randomWindow(around: Around): Record<string, unknown> {
  const { columns, draws } = around;
  const column = draws.pick(columns);
  const times = columns.filter(isTime);
  const time = times.length > 0 && draws.once(3) ? draws.pick(times) : undefined;
  const order_by = time
    ? [{ column: time.name, direction: draws.pick(["asc", "desc"]) }]
    : draws.once(5)
    ? []
    : sortKeys(around, 2);
  const exact = isExact(column) ? ["sum", "share"] : [];
  const averaged = order_by.length === 0
    ? []
    : isExact(column)
    ? ["avg", ...(hasExactSquares(column) ? ["stddev"] : [])]
    : [];
  const plain = [
    "count",
    ...functionsOf(column).filter((name) => name !== "count_distinct" && name !== "sum"),
  ];
  const ordered = order_by.length === 0 ? [] : [...RANKS, ...SHIFTS, ...EDGES];
  const name = draws.pick([...ordered, ...plain, ...exact, ...averaged]);
  const isPlace = RANKS.includes(name);
  const skips = SHIFTS.includes(name) || EDGES.includes(name);
  const isFramed = !isPlace && !SHIFTS.includes(name) && name !== "share" && order_by.length > 0 &&
    draws.once(2);
  const edge = (...words: string[]) => draws.pick<number | string>([0, 1, 2, 3, "unbounded", ...words]);
  const rows = { preceding: edge(), following: edge("current") };
  return {
    function: name,
    ...(isPlace || name === "count" && draws.once(2) ? {} : { column: column.name }),
    as: freshName(around),
    partition_by: draws.once(3) ? [] : namesOf(around, 2),
    order_by,
    ...(SHIFTS.includes(name) && draws.once(2) ? { offset: draws.next(4) } : {}),
    ...(name === "ntile" ? { buckets: 1 + draws.next(7) } : {}),
    ...(skips && draws.once(2) ? { ignore_nulls: true } : {}),
    ...(isFramed ? { frame: time ? timeFrame(around, time.type) : rows } : {}),
  };
}

function timeFrame({ draws }: Around, type: string): Record<string, unknown> {
  const units = type === "date" ? DATE_UNITS : UNITS;
  const span = () => ({ size: draws.pick([0, 1, 1, 2, 3, 24, 90]), unit: draws.pick(units) });
  const preceding = draws.once(5) ? "unbounded" : span();
  return {
    preceding,
    following: preceding === "unbounded" || draws.once(3) ? span() : draws.pick(["current", "unbounded"]),
  };
}
