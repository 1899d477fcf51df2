/** Union: columns aligned by name or by a mapping, each of a type that both sides have in common. */
import type { Column, ValueType } from "@/compiler/schema/types.ts";
import { meaning } from "./node.ts";
import { cellAt, certain, indexOf, type Relation } from "./relation.ts";
import { typed } from "./aggregates.ts";
import { asNumber, type Value } from "./values.ts";

interface Union {
  readonly columns?: readonly { readonly as: string; readonly left?: string; readonly right?: string }[];
}

export const union = meaning<Union>((config, inputs) => {
  const [left, right] = inputs as [Relation, Relation];
  const mapping = config.columns ?? byName(left, right);
  const sides = mapping.map(({ as, left: one, right: other }) => {
    const at = [
      one === undefined ? -1 : indexOf(left.columns, one),
      other === undefined ? -1 : indexOf(right.columns, other),
    ] as const;
    const type = commonType(left.columns[at[0]], right.columns[at[1]]);
    return { at, column: typed(as, type), type };
  });
  const linesOf = ({ lines }: Relation, side: 0 | 1) =>
    lines.map((line) => ({
      cells: sides.map(({ at, type }) => at[side] < 0 ? null : converted(cellAt(line, at[side]), type)),
      place: [],
    }));
  return certain({
    columns: sides.map(({ column }) => column),
    lines: [...linesOf(left, 0), ...linesOf(right, 1)],
    order: [],
  });
});

function byName(left: Relation, right: Relation): NonNullable<Union["columns"]> {
  const has = ({ columns }: Relation, name: string) => columns.some((column) => column.name === name);
  const both = left.columns.map(({ name }) => ({
    as: name,
    left: name,
    ...(has(right, name) ? { right: name } : {}),
  }));
  const rest = right.columns.filter(({ name }) => !has(left, name)).map(({ name }) => ({
    as: name,
    right: name,
  }));
  return [...both, ...rest];
}

const digits = ({ type, precision = 18, scale = 6 }: ValueType) =>
  type === "int64" ? { whole: 19, scale: 0 } : { whole: precision - scale, scale };

export function commonType(left: Column | undefined, right: Column | undefined): ValueType {
  if (left === undefined || right === undefined) return { ...(left ?? right) as Column, nullable: true };
  const nullable = left.nullable || right.nullable;
  const types = [left.type, right.type];
  if (types.includes("float64")) return { type: "float64", nullable };
  if (types.includes("decimal")) {
    const [a, b] = [digits(left), digits(right)];
    const scale = Math.max(a.scale, b.scale);
    return { type: "decimal", nullable, precision: Math.min(38, Math.max(a.whole, b.whole) + scale), scale };
  }
  if (types.includes("datetime")) return { type: "datetime", nullable };
  return { type: left.type, nullable };
}

export const converted = (value: Value, { type }: ValueType): Value =>
  type === "float64" && value !== null ? asNumber(value) : value;
