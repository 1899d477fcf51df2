/** Unpivot: a row for each listed column, in the order of the rows and then of the list. */
import { typed } from "./aggregates.ts";
import { meaning } from "./node.ts";
import { cellAt, certain, columnOf, indexOf, type Relation } from "./relation.ts";
import { commonType, converted } from "./union.ts";
import { type Value } from "./values.ts";

interface Unpivot {
  readonly columns: readonly string[];
  readonly name: string;
  readonly value: string;
}

export const unpivot = meaning<Unpivot>((config, [input]) => {
  const { columns, lines, order } = input as Relation;
  const listed = config.columns.map((name) => indexOf(columns, name));
  const type = config.columns.map((name) => columnOf(columns, name)).reduce((left, right) => ({
    ...commonType(left, right),
    name: config.value,
  }));
  const kept = [...columns.keys()].filter((at) => !listed.includes(at));
  const isOrdered = order.length > 0;
  return certain({
    columns: [
      ...kept.flatMap((at) => columns[at] ?? []),
      { name: config.name, type: "string", nullable: false },
      typed(config.value, type),
    ],
    lines: lines.flatMap((line) =>
      listed.map((at, place) => ({
        cells: [
          ...kept.map((index): Value => cellAt(line, index)),
          columns[at]?.name ?? null,
          converted(cellAt(line, at), type),
        ],
        place: isOrdered ? [...line.place, BigInt(place)] : [],
      }))
    ),
    order: isOrdered ? [...order, { direction: "asc", nulls: "last" }] : [],
  });
});
