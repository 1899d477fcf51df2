import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/nearest.ts";
import { defineNode } from "./define.ts";
import { checkName } from "./settings.ts";

interface Config {
  readonly renames: readonly { readonly from: string; readonly to: string }[];
}

export const rename = defineNode<Config>({
  description: {
    type: "rename",
    label: "Rename",
    category: "prepare",
    summary: "Gives columns other names.",
    inputs: ["in"],
    terminal: false,
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
    return { op: "extend", nodeId: scope.nodeId, input, computed: [], columns, order: input.order };
  },
});
