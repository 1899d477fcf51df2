/** The cross-tab in long form; each total from the underlying rows. */
import { aggregate, type AggregateName, aggregateType, typed } from "./aggregates.ts";
import { meaning } from "./node.ts";
import { cellAt, certain, columnOf, groupsOf, indexOf, type Line, type Relation } from "./relation.ts";

interface PivotTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly value: string;
  readonly function: AggregateName;
  readonly totals?: boolean;
}

export const pivotTable = meaning<PivotTable>((config, [input]) => {
  const { columns, lines } = input as Relation;
  const dimensions = [...config.rows, ...config.columns];
  const value = indexOf(columns, config.value);
  const over = (by: readonly string[], total: string): Line[] => {
    const groups = by.length === 0 ? [lines] : groupsOf(lines, by.map((name) => indexOf(columns, name)));
    return groups.map((group) => ({
      cells: [
        ...dimensions.map((name) =>
          by.includes(name) && group[0] !== undefined ? cellAt(group[0], indexOf(columns, name)) : null
        ),
        aggregate(config.function, group.map((line) => cellAt(line, value))),
        ...(config.totals ? [total] : []),
      ],
      place: [],
    }));
  };
  const { rows, columns: across } = config;
  // With one kind of dimension a row's total would be its cell, and a column's the grand one, said twice.
  const ofSides = rows.length > 0 && across.length > 0
    ? [...over(rows, "row"), ...over(across, "column")]
    : [];
  const totals = config.totals && dimensions.length > 0 ? [...ofSides, ...over([], "grand")] : [];
  return certain({
    columns: [
      ...dimensions.map((name) => columnOf(columns, name)),
      typed("value", aggregateType(config.function, columnOf(columns, config.value))),
      ...(config.totals ? [typed("total", { type: "string", nullable: false })] : []),
    ],
    lines: [...over(dimensions, "cell"), ...totals],
    order: [],
  });
});
