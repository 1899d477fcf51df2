/** Windows: values of each row from the rows around it. */
import type { ValueType } from "@/compiler/schema/types.ts";
import { aggregate, type AggregateName, aggregateType, typed } from "./aggregates.ts";
import { arranged, type Compare } from "./arrangement.ts";
import { meaning } from "./node.ts";
import { cellAt, groupsOf, indexOf, type Line, type Outcome, type Relation, tiesOf } from "./relation.ts";
import { compareInOrder, type Ordering, type Value } from "./values.ts";

export interface Frame {
  readonly preceding: number | "unbounded" | "current";
  readonly following: number | "current" | "unbounded";
}

export interface WindowFunction {
  readonly name: string;
  /** Absent: rows are counted. */
  readonly valueOf?: (line: Line) => Value;
  readonly offset?: number;
  readonly frame?: Frame;
  readonly isOrdered: boolean;
}

/** Of one partition, its lines in order. */
export function valuesOver(lines: readonly Line[], compare: Compare, of: WindowFunction): readonly Value[] {
  const value = (line: Line | undefined): Value => line === undefined ? null : of.valueOf?.(line) ?? null;
  const shift = of.offset ?? 1;
  switch (of.name) {
    case "lag":
      return lines.map((_, at) => value(lines[at - shift]));
    case "lead":
      return lines.map((_, at) => value(lines[at + shift]));
    case "row_number":
      return lines.map((_, at) => BigInt(at + 1));
    case "rank":
      return lines.map((line) => BigInt(lines.findIndex((other) => compare(other, line) === 0) + 1));
    case "dense_rank":
      return tiesOf(lines, compare).flatMap((tie, at) => tie.map(() => BigInt(at + 1)));
  }
  return lines.map((_, at) => {
    const frame = framed(lines, at, of);
    if (of.name === "first_value") return value(frame[0]);
    if (of.name === "last_value") return value(frame.at(-1));
    if (of.valueOf === undefined) return BigInt(frame.length);
    return aggregate(of.name as AggregateName, frame.map(value));
  });
}

function framed(lines: readonly Line[], at: number, { frame, isOrdered }: WindowFunction): readonly Line[] {
  const whole: Frame = { preceding: "unbounded", following: isOrdered ? "current" : "unbounded" };
  const { preceding, following } = frame ?? whole;
  const start = preceding === "unbounded" ? 0 : Math.max(0, at - (preceding === "current" ? 0 : preceding));
  const end = following === "unbounded" ? lines.length : at + (following === "current" ? 0 : following) + 1;
  return lines.slice(start, end);
}

export function windowType(name: string, column: ValueType | undefined): ValueType {
  if (name === "row_number" || name === "rank" || name === "dense_rank") {
    return { type: "int64", nullable: false };
  }
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
  readonly frame?: Frame;
}

/** Ties change nothing in these, nor in a frame that holds the whole partition. */
const isBlindToTies = ({ function: name, frame, order_by: orderBy = [] }: Window) => {
  if (name === "rank" || name === "dense_rank") return true;
  if (["lag", "lead", "row_number", "first_value", "last_value"].includes(name)) return false;
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
    ...(config.frame === undefined ? {} : { frame: config.frame }),
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
