import { LIMITS } from "../schema/limits.ts";
import { defineNode } from "./define.ts";
import { distinctColumns, sortKeyFields, sortKeys, type SortSetting, stableOver } from "./settings.ts";

interface Config {
  readonly columns?: readonly string[];
  readonly sort?: readonly SortSetting[];
}

export const tableView = defineNode<Config>({
  description: {
    type: "table_view",
    label: "Table",
    category: "output",
    summary: "Shows the rows in a grid.",
    inputs: ["in"],
    terminal: true,
    fields: [
      {
        key: "columns",
        label: "Columns",
        help: "None chosen means all.",
        kind: "columns",
        ordered: true,
        optional: true,
      },
      {
        key: "page_size",
        label: "Rows per page",
        kind: "number",
        integer: true,
        min: 1,
        max: LIMITS.count,
        optional: true,
      },
      {
        key: "sort",
        label: "Sort by",
        help: "May use a column that is not shown.",
        kind: "list",
        itemLabel: "Sort key",
        item: sortKeyFields,
        optional: true,
      },
    ],
    initial: {},
  },
  build(config, { in: input }, scope) {
    const chosen = config.columns ?? [];
    const columns = chosen.length === 0 ? input.columns : distinctColumns(chosen, input, scope, "columns");
    const keys = sortKeys(config.sort, input);
    const order = stableOver(keys, input.order);
    if (keys.length > 0) return { op: "sort", nodeId: scope.nodeId, input, columns, order };
    return { op: "extend", nodeId: scope.nodeId, input, computed: [], columns, order };
  },
});
