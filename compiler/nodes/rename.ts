import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import { list, record, text } from "../schema/untyped.ts";
import { defineNode, passing } from "./define.ts";
import { checkName } from "./settings.ts";

interface Config {
  readonly renames: readonly { readonly from: string; readonly to: string }[];
}

export const rename = defineNode<Config>({
  description: {
    label: "Rename",
    category: "prepare",
    summary: "Gives columns other names.",
    icon: {
      path: "M2 4.5h5M2 8h3.5M2 11.5h5M9 11.5l.6-2.4 3.2-3.2a1.2 1.2 0 0 1 1.7 1.7l-3.2 3.2-2.3.7Z",
    },
    inputs: ["in"],
    fields: [{
      key: "renames",
      label: "Names",
      help: "All at once, so two columns may exchange their names.",
      kind: "list",
      itemLabel: "Column",
      item: [
        { key: "from", label: "Column", kind: "column" },
        { key: "to", label: "New name", kind: "text", maxLength: LIMITS.nameLength },
      ],
    }],
    initial: { renames: [] },
  },
  caption: (config) =>
    list(config.renames).map(record).map(({ from, to }) => `${text(from)} → ${text(to)}`).join(", "),
  build(config, { in: input }, scope) {
    const renames = new Map<string, { readonly to: string; readonly field: string }>();
    config.renames.forEach(({ from, to }, index) => {
      const field = `renames[${index}]`;
      if (renames.has(from)) {
        scope.problem({
          code: "duplicate_name",
          message: `Cannot rename column ${shown(from)} twice.`,
          field: `${field}.from`,
        });
      } else renames.set(from, { to, field: `${field}.to` });
    });
    const taken = new Set(
      input.columns.filter((column) => !renames.has(column.name)).map((column) => column.name),
    );
    const columns = input.columns.map((column) => {
      const rename = renames.get(column.name);
      if (rename === undefined || !checkName(rename.to, taken, scope, rename.field)) return column;
      taken.add(rename.to);
      return { ...column, name: rename.to };
    });
    return { ...passing(input, scope), op: "extend", computed: [], columns };
  },
});
