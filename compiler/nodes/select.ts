import { checkFormula, columnText } from "../formula/mod.ts";
import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import { list, record, text, texts } from "../schema/untyped.ts";
import { columnScope, defineNode, outputType, passing } from "./define.ts";
import { distinctColumns } from "./settings.ts";

type Target = "string" | "int64" | "float64" | "decimal" | "date" | "datetime";

interface Cast {
  readonly column: string;
  readonly type: Target;
  readonly format?: string;
  readonly scale?: number;
}

interface Config {
  readonly columns: readonly string[];
  readonly casts?: readonly Cast[];
}

/** The function of a formula that a cast is, and what it is called in the form. */
const CASTS: Readonly<Record<Target, { readonly label: string; readonly name: string }>> = {
  int64: { label: "whole number", name: "TOINT" },
  decimal: { label: "exact number", name: "TODECIMAL" },
  float64: { label: "floating-point number", name: "TOFLOAT" },
  date: { label: "date", name: "TODATE" },
  datetime: { label: "date and time", name: "TODATETIME" },
  string: { label: "text", name: "TOTEXT" },
};
const SCALE = { usual: 6, most: 38 };

function castFormula({ column, type, format = "", scale = SCALE.usual }: Cast): string {
  const more = type === "decimal" ? [scale] : format === "" ? [] : [`"${format.replaceAll('"', '""')}"`];
  return `${CASTS[type].name}(${[columnText(column), ...more].join(", ")})`;
}

export const select = defineNode<Config>({
  description: {
    label: "Select",
    category: "prepare",
    summary: "Keeps the chosen columns, in the chosen order, as other types where that is asked for.",
    icon: { path: "M2.5 2.5h11v11h-11zM6.2 2.5v11M9.8 2.5v11" },
    inputs: ["in"],
    fields: [
      { key: "columns", label: "Columns", help: "Drag to reorder.", kind: "columns", ordered: true, min: 1 },
      {
        key: "casts",
        label: "Types",
        help: "Columns that become another type. A text that is no such value becomes empty.",
        kind: "list",
        itemLabel: "Column",
        optional: true,
        item: [
          { key: "column", label: "Column", kind: "column" },
          {
            key: "type",
            label: "Type",
            kind: "choice",
            options: Object.entries(CASTS).map(([value, { label }]) => ({ value, label })),
          },
          {
            key: "format",
            label: "Format",
            help: "How the text is written, for example D.M.YYYY or MMM D YYYY HH:mm; none is ISO 8601.",
            kind: "text",
            optional: true,
            maxLength: LIMITS.nameLength,
            when: { key: "type", in: ["date", "datetime"] },
          },
          {
            key: "scale",
            label: "Digits",
            help: `How many digits stand behind the point; ${SCALE.usual} where nothing is said.`,
            kind: "number",
            integer: true,
            min: 0,
            max: SCALE.most,
            optional: true,
            when: { key: "type", in: ["decimal"] },
          },
        ],
      },
    ],
    initial: { columns: [] },
  },
  caption(config) {
    const types = new Map(list(config.casts).map(record).map(({ column, type }) => [column, text(type)]));
    return texts(config.columns).map((name) => [name, types.get(name)].filter(Boolean).join(" as "))
      .join(", ");
  },
  build(config, { in: input }, scope) {
    const chosen = distinctColumns(config.columns, input, scope, "columns");
    const computed = new Map<
      string,
      { readonly id: number; readonly formula: ReturnType<typeof checkFormula> }
    >();
    (config.casts ?? []).forEach((cast, index) => {
      const field = `casts[${index}]`;
      const isChosen = chosen.some(({ name }) => name === cast.column);
      if (!isChosen || computed.has(cast.column)) {
        const code = isChosen ? "duplicate_name" : "unknown_column";
        const reason = isChosen ? "it has a type already" : "it is not selected";
        const message = `Cannot convert column ${shown(cast.column)}: ${reason}.`;
        return scope.problem({ code, message, field: `${field}.column` });
      }
      const formula = checkFormula(castFormula(cast), columnScope(input));
      for (const { code, message, hint } of formula.problems) {
        const key = code === "invalid_format" || code === "wrong_arguments" ? "format" : "type";
        scope.problem({ code, message, field: `${field}.${key}`, ...(hint === undefined ? {} : { hint }) });
      }
      computed.set(cast.column, { id: scope.nextId(), formula });
    });
    return {
      ...passing(input, scope),
      op: "extend",
      computed: [...computed.values()].flatMap(({ id, formula: { expr } }) => expr ? [{ id, expr }] : []),
      columns: chosen.map((column) => {
        const cast = computed.get(column.name);
        const type = cast?.formula.type;
        return cast && type ? { id: cast.id, name: column.name, type: outputType(type) } : column;
      }),
    };
  },
});
