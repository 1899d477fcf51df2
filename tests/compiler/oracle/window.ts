/** Windows: values of each row from the rows around it. */
import type { ValueType } from "@/compiler/schema/types.ts";
import { aggregate, type AggregateName, aggregateType, typed } from "./aggregates.ts";
import { arranged, type Compare } from "./arrangement.ts";
import { type Frame, framed, isTimed, type TimeKey } from "./frames.ts";
import { meaning } from "./node.ts";
import { cellAt, groupsOf, indexOf, type Line, type Outcome, type Relation, tiesOf } from "./relation.ts";
import { asNumber, compareInOrder, type Ordering, type Value } from "./values.ts";

interface WindowFunction {
  readonly name: string;
  /** Absent: rows are counted. */
  readonly valueOf?: (line: Line) => Value;
  readonly offset?: number;
  readonly buckets?: number;
  readonly skipsNulls?: boolean;
  readonly frame?: Frame;
  /** The key that a frame in time goes by. */
  readonly time?: TimeKey;
  readonly isOrdered: boolean;
}

/** Of one partition, its lines in order. */
export function valuesOver(lines: readonly Line[], compare: Compare, of: WindowFunction): readonly Value[] {
  const value = (line: Line | undefined): Value => line === undefined ? null : of.valueOf?.(line) ?? null;
  const shift = of.offset ?? 1;
  const taking = (chosen: readonly Line[]) =>
    of.skipsNulls ? chosen.filter((line) => value(line) !== null) : chosen;
  const rankOf = (line: Line) => lines.findIndex((other) => compare(other, line) === 0);
  switch (of.name) {
    case "lag":
      return lines.map((line, at) => value(shift === 0 ? line : taking(lines.slice(0, at)).at(-shift)));
    case "lead":
      return lines.map((line, at) => value(shift === 0 ? line : taking(lines.slice(at + 1))[shift - 1]));
    case "row_number":
      return lines.map((_, at) => BigInt(at + 1));
    case "rank":
      return lines.map((line) => BigInt(rankOf(line) + 1));
    case "dense_rank":
      return tiesOf(lines, compare).flatMap((tie, at) => tie.map(() => BigInt(at + 1)));
    case "percent_rank":
      return lines.map((line) => lines.length === 1 ? 0 : rankOf(line) / (lines.length - 1));
    case "ntile":
      return dealt(lines.length, of.buckets ?? NaN);
    case "share": {
      const total = aggregate("sum", lines.map(value));
      const whole = total === null ? 0 : asNumber(total);
      return lines.map((line) => {
        const part = value(line);
        return part === null || whole === 0 ? null : asNumber(part) / whole;
      });
    }
  }
  return lines.map((_, at) => {
    const frame = framed(lines, at, of);
    if (of.name === "first_value") return value(taking(frame)[0]);
    if (of.name === "last_value") return value(taking(frame).at(-1));
    if (of.valueOf === undefined) return BigInt(frame.length);
    return aggregate(of.name as AggregateName, frame.map(value));
  });
}

/** Which bucket each of the rows falls into: the first get one more where they do not divide. */
function dealt(rows: number, buckets: number): readonly Value[] {
  return Array.from({ length: buckets > rows ? rows : buckets }, (_, bucket) => {
    const size = Math.floor(rows / buckets) + (bucket < rows % buckets ? 1 : 0);
    return Array.from({ length: size }, () => BigInt(bucket + 1));
  }).flat();
}

function windowType(name: string, column: ValueType | undefined): ValueType {
  if (["row_number", "rank", "dense_rank", "ntile"].includes(name)) return { type: "int64", nullable: false };
  if (name === "percent_rank" || name === "share") return { type: "float64", nullable: name === "share" };
  if (column !== undefined && ["lag", "lead", "first_value", "last_value"].includes(name)) {
    return { ...bare(column), nullable: true };
  }
  return aggregateType(name, column);
}

const bare = ({ type, nullable, precision, scale }: ValueType): ValueType =>
  type === "decimal" ? { type, nullable, precision, scale } : { type, nullable };

interface Window {
  readonly function: string;
  readonly column?: string;
  readonly as: string;
  readonly partition_by?: readonly string[];
  readonly order_by?: readonly { column: string; direction: "asc" | "desc"; nulls?: "first" | "last" }[];
  readonly offset?: number;
  readonly buckets?: number;
  readonly ignore_nulls?: boolean;
  readonly frame?: Frame;
}

/** Ties change nothing in these, nor in a frame that holds the whole partition. */
const isBlindToTies = ({ function: name, frame, order_by: orderBy = [] }: Window) => {
  if (["rank", "dense_rank", "percent_rank", "share"].includes(name)) return true;
  if (["lag", "lead", "row_number", "ntile", "first_value", "last_value"].includes(name)) return false;
  if (isTimed(frame)) return true;
  return frame === undefined
    ? orderBy.length === 0
    : frame.preceding === "unbounded" && frame.following === "unbounded";
};

export const window = meaning<Window>((config, [input]): Outcome => {
  const relation = input as Relation;
  const { columns, order } = relation;
  const keys = (config.order_by ?? []).map(({ column, direction, nulls }) => ({
    at: indexOf(columns, column),
    ordering: { direction, nulls: nulls ?? "last" } as Ordering,
  }));
  const [key] = keys;
  const compare: Compare = (left, right) => {
    for (const { at, ordering } of keys) {
      const difference = compareInOrder(cellAt(left, at), cellAt(right, at), ordering);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const at = config.column === undefined ? undefined : indexOf(columns, config.column);
  const of: WindowFunction = {
    name: config.function,
    ...(at === undefined ? {} : { valueOf: (line: Line) => cellAt(line, at) }),
    ...(config.offset === undefined ? {} : { offset: config.offset }),
    ...(config.buckets === undefined ? {} : { buckets: config.buckets }),
    ...(config.ignore_nulls ? { skipsNulls: true } : {}),
    ...(config.frame === undefined ? {} : { frame: config.frame }),
    ...(key === undefined ? {} : { time: { at: key.at, isDescending: key.ordering.direction === "desc" } }),
    isOrdered: keys.length > 0,
  };
  const type = windowType(config.function, at === undefined ? undefined : columns[at]);
  const partitions = groupsOf(
    relation.lines,
    (config.partition_by ?? []).map((name) => indexOf(columns, name)),
  );
  const outcome = arranged(partitions, compare, (arrangement) => ({
    columns: [...columns, typed(config.as, type)],
    lines: arrangement.flatMap((lines) => {
      const values = valuesOver(lines, compare, of);
      return lines.map((line, index) => ({ ...line, cells: [...line.cells, values[index] ?? null] }));
    }),
    order,
  }));
  return isBlindToTies(config) ? { relation: outcome.relation } : outcome;
});
