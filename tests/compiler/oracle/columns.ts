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

interface Select {
  readonly columns: readonly string[];
  readonly casts?: readonly {
    readonly column: string;
    readonly type: string;
    readonly format?: string;
    readonly scale?: number;
  }[];
}

const CAST: Readonly<Record<string, string>> = {
  string: "TOTEXT",
  int64: "TOINT",
  float64: "TOFLOAT",
  decimal: "TODECIMAL",
  date: "TODATE",
  datetime: "TODATETIME",
};

/** A cast is the function of that type, in place. */
export const select = meaning<Select>((config, [input], { now }) => {
  const relation = input as Relation;
  const { columns, lines, order } = (config.casts ?? []).reduce((done, { column, type, format, scale }) => {
    const given = type === "decimal"
      ? `, ${scale ?? 6}`
      : format
      ? `, "${format.replaceAll('"', '""')}"`
      : "";
    const expression = `${CAST[type]}([${column.replaceAll("]", "]]")}]${given})`;
    return replaced(done, column, formulaColumn(expression, done, now));
  }, relation);
  return certain(selected({ columns, lines, order }, config.columns));
});

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

/** The relation with a column of that name computed: in place where there is one, else at the end. */
function replaced(relation: Relation, name: string, { type, valueOf }: ReturnType<typeof formulaColumn>) {
  const known = relation.columns.findIndex((column) => column.name === name);
  const at = known < 0 ? relation.columns.length : known;
  const put = <T>(list: readonly T[], value: T) => [...list.slice(0, at), value, ...list.slice(at + 1)];
  return {
    columns: put(relation.columns, { ...type, name }),
    lines: relation.lines.map((line) => ({ ...line, cells: put(line.cells, valueOf(line)) })),
    order: relation.order,
  };
}

interface Formula {
  readonly as: string;
  readonly expression: string;
}

export const formula = meaning<Formula>(({ as, expression }, [input], { now }): Outcome => {
  const relation = input as Relation;
  return certain(replaced(relation, as, formulaColumn(expression, relation, now)));
});
