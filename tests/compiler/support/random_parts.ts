/** What random nodes are made of: columns, names, keys. */
import type { Column } from "@/compiler/mod.ts";
import type { Draws } from "./draws.ts";
import { HOSTILE_NAMES } from "./random_tables.ts";

export interface RandomOptions {
  /** Leaves out what two engines may do differently, such as which rows a sample draws. */
  readonly portable: boolean;
  /** Whether the last node may be a picture. */
  readonly terminals?: boolean;
  /** Whether several rows may be equally near in an as-of join. */
  readonly ties?: boolean;
}

export interface Around extends RandomOptions {
  readonly id: string;
  readonly columns: readonly Column[];
  readonly draws: Draws;
}
export type Make = (around: Around) => Record<string, unknown>;

export const isNumeric = (column: Column) => ["int64", "decimal", "float64"].includes(column.type);
/** Added up in whatever order, the sum is the same. */
export const isExact = (column: Column) => column.type === "int64" || column.type === "decimal";
/** Wider ones are squared in floating point on one engine and exactly on another. */
export const hasExactSquares = (column: Column) =>
  column.type === "int64" || column.type === "decimal" && (column.precision ?? 0) <= 28;
export const nameOf = ({ columns, draws }: Around) => draws.pick(columns).name;
export const namesOf = ({ columns, draws }: Around, most: number) =>
  draws.some(columns, most).map((column) => column.name);
export const freshName = ({ id, draws }: Around) => `${draws.pick(HOSTILE_NAMES)}${draws.once(3) ? "" : id}`;

export function sortKeys(around: Around, most: number): Record<string, unknown>[] {
  const { draws } = around;
  return namesOf(around, most).map((column) => ({
    column,
    direction: draws.pick(["asc", "desc"]),
    ...(draws.once(3) ? {} : { nulls: draws.pick(["first", "last"]) }),
  }));
}

/** Functions of this column that give the same on every engine, in whatever order the rows come. */
export function functionsOf(column: Column): readonly string[] {
  return [
    "count",
    "count_distinct",
    ...(column.type === "boolean" ? [] : ["min", "max"]),
    ...(isNumeric(column) ? ["median"] : []),
    ...(isExact(column) ? ["sum"] : []),
  ];
}
