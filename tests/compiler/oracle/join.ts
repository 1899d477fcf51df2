/** Joins by equal keys, and every row with every row. */
import type { Column } from "@/compiler/schema/types.ts";
import { type AsOf, asof } from "./asof.ts";
import { meaning } from "./node.ts";
import { cellAt, certain, indexOf, type Line, type Outcome, type Relation } from "./relation.ts";
import { asNumber, keyOf, Undecided, type Value } from "./values.ts";

/** A product of products has no end. */
const MOST_LINES = 10_000;

interface Join {
  readonly kind: "inner" | "left" | "right" | "full" | "semi" | "anti" | "cross" | "asof";
  readonly keys?: readonly { readonly left: string; readonly right: string }[];
  readonly asof?: AsOf;
  readonly suffix?: string;
}

/** How the two sides become one row. */
export interface Merged {
  readonly columns: readonly Column[];
  line(left: Line | undefined, right: Line | undefined): Line;
}

const EMPTY: Readonly<Record<string, readonly ("left" | "right")[]>> = {
  left: ["right"],
  asof: ["right"],
  right: ["left"],
  full: ["left", "right"],
};

function merged({ kind, keys = [], suffix = "_right" }: Join, left: Relation, right: Relation): Merged {
  const once = ["inner", "left", "asof"].includes(kind)
    ? keys.filter((key) => key.left === key.right).map((key) => key.right)
    : [];
  const taken = new Set(left.columns.map(({ name }) => name));
  const kept = right.columns.keys().toArray().filter((at) => !once.includes(right.columns[at]?.name ?? ""));
  const empty = EMPTY[kind] ?? [];
  return {
    columns: [
      ...left.columns.map((column) => ({ ...column, nullable: column.nullable || empty.includes("left") })),
      ...kept.map((at) => {
        const column = right.columns[at] as Column;
        return {
          ...column,
          name: taken.has(column.name) ? `${column.name}${suffix}` : column.name,
          nullable: column.nullable || empty.includes("right"),
        };
      }),
    ],
    line: (one, other) => ({
      cells: [
        ...left.columns.map((_, at) => one === undefined ? null : cellAt(one, at)),
        ...kept.map((at) => other === undefined ? null : cellAt(other, at)),
      ],
      place: [],
    }),
  };
}

/** Null, which never matches, or what equal keys have in common; exact numbers against floating ones as numbers. */
function matcher({ keys = [] }: Join, left: Relation, right: Relation) {
  const pairs = keys.map((key) =>
    [indexOf(left.columns, key.left), indexOf(right.columns, key.right)] as const
  );
  const floats = pairs.map(([a, b]) =>
    left.columns[a]?.type === "float64" || right.columns[b]?.type === "float64"
  );
  const keysOf = (values: readonly Value[]) =>
    values.includes(null)
      ? null
      : JSON.stringify(values.map((value, at) => keyOf(floats[at] ? asNumber(value) : value)));
  return {
    left: (line: Line) => keysOf(pairs.map(([at]) => cellAt(line, at))),
    right: (line: Line) => keysOf(pairs.map(([, at]) => cellAt(line, at))),
  };
}

export const join = meaning<Join>((config, [left, right]): Outcome => {
  const [one, other] = [left as Relation, right as Relation];
  const into = merged(config, one, other);
  const keys = matcher(config, one, other);
  const partners = Map.groupBy(other.lines, keys.right);
  const partnersOf = (line: Line) => {
    if (config.kind === "cross") return other.lines;
    const key = keys.left(line);
    return key === null ? [] : partners.get(key) ?? [];
  };
  if (config.kind === "asof") return asof(config.asof as AsOf, one, other, partnersOf, into);
  if (config.kind === "semi" || config.kind === "anti") {
    const wanted = config.kind === "semi";
    const lines = one.lines.filter((line) => (partnersOf(line).length > 0) === wanted);
    return certain({
      columns: one.columns,
      lines: lines.map(({ cells }) => ({ cells, place: [] })),
      order: [],
    });
  }
  const lines: Line[] = [];
  const matched = new Set<Line>();
  for (const line of one.lines) {
    const found = partnersOf(line);
    if (lines.length > MOST_LINES) throw new Undecided("too many rows");
    for (const partner of found) {
      matched.add(partner);
      lines.push(into.line(line, partner));
    }
    if (found.length === 0 && (config.kind === "left" || config.kind === "full")) {
      lines.push(into.line(line, undefined));
    }
  }
  if (config.kind === "right" || config.kind === "full") {
    for (const line of other.lines) if (!matched.has(line)) lines.push(into.line(undefined, line));
  }
  return certain({ columns: into.columns, lines, order: [] });
});
