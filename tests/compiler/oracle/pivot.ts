/** Pivot: a column per listed value. */
import { aggregate, type AggregateName, aggregateType, typed } from "./aggregates.ts";
import { meaning } from "./node.ts";
import { cellAt, certain, columnOf, groupsOf, indexOf, type Relation } from "./relation.ts";
import { compareValues, readValue } from "./values.ts";

interface Pivot {
  readonly rows: readonly string[];
  readonly column: string;
  readonly value: string;
  readonly function: AggregateName;
  readonly values?: readonly (string | number | boolean)[];
}

export const pivot = meaning<Pivot>((config, [input]) => {
  const { columns, lines } = input as Relation;
  const [by, value] = [indexOf(columns, config.column), indexOf(columns, config.value)];
  const type = columnOf(columns, config.column);
  const listed = (config.values ?? []).map((each) => ({ name: String(each), wanted: readValue(each, type) }));
  const keys = config.rows.map((name) => indexOf(columns, name));
  const groups = keys.length === 0 ? [lines] : groupsOf(lines, keys);
  return certain({
    columns: [
      ...config.rows.map((name) => columnOf(columns, name)),
      ...listed.map(({ name }) =>
        typed(name, aggregateType(config.function, columnOf(columns, config.value)))
      ),
    ],
    lines: groups.map((group) => ({
      cells: [
        ...keys.map((at) => group[0] === undefined ? null : cellAt(group[0], at)),
        ...listed.map(({ wanted }) => {
          const cell = group.filter((line) =>
            cellAt(line, by) !== null && compareValues(cellAt(line, by), wanted) === 0
          );
          return aggregate(config.function, cell.map((line) => cellAt(line, value)));
        }),
      ],
      place: [],
    })),
    order: [],
  });
});
