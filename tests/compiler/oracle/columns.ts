/** Nodes that take rows as they are and change what stands in them: filter, select, rename, formula. */
import { type Group, keeps } from "./conditions.ts";
import { formulaColumn } from "./formula.ts";
import { meaning } from "./node.ts";
import { cellAt, certain, indexOf, type Outcome, type Relation } from "./relation.ts";

export const filter = meaning<Group>((config, [input], { now }) => {
  const { columns, lines, order } = input as Relation;
  return certain({ columns, order, lines: lines.filter(keeps(config, columns, now)) });
});

/** The columns of those names, in that order; the order of the rows stays even when its columns go. */
export function selected({ columns, lines, order }: Relation, names: readonly string[]): Relation {
  const at = names.map((name) => indexOf(columns, name));
  return {
    columns: at.flatMap((index) => columns[index] ?? []),
    lines: lines.map((line) => ({ ...line, cells: at.map((index) => cellAt(line, index)) })),
    order,
  };
}

export const select = meaning<{ readonly columns: readonly string[] }>((config, [input]) =>
  certain(selected(input as Relation, config.columns))
);

interface Renames {
  readonly renames: readonly { readonly from: string; readonly to: string }[];
}

export const rename = meaning<Renames>(({ renames }, [input]) => {
  const relation = input as Relation;
  const names = new Map(renames.map(({ from, to }) => [from, to]));
  const columns = relation.columns.map((column) => ({
    ...column,
    name: names.get(column.name) ?? column.name,
  }));
  return certain({ ...relation, columns });
});

interface Formula {
  readonly as: string;
  readonly expression: string;
}

export const formula = meaning<Formula>(({ as, expression }, [input], { now }): Outcome => {
  const relation = input as Relation;
  const { type, valueOf } = formulaColumn(expression, relation, now);
  const column = { ...type, name: as };
  const known = relation.columns.findIndex(({ name }) => name === as);
  const at = known < 0 ? relation.columns.length : known;
  const put = <T>(list: readonly T[], value: T) => [...list.slice(0, at), value, ...list.slice(at + 1)];
  return certain({
    columns: put(relation.columns, column),
    lines: relation.lines.map((line) => ({ ...line, cells: put(line.cells, valueOf(line)) })),
    order: relation.order,
  });
});
