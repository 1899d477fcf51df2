import { LIMITS } from "../schema/limits.ts";
import { texts } from "../schema/untyped.ts";
import { defineOutput } from "./define.ts";
import { distinctColumns, sortKeyFields, sortKeys, type SortSetting, stableOver } from "./settings.ts";

interface Config {
  readonly columns?: readonly string[];
  readonly sort?: readonly SortSetting[];
}

export const tableView = defineOutput<Config>({
  description: {
    label: "Table",
    summary: "Shows the rows in a grid.",
    icon: { path: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M7 6.3V13" },
    picture: "pages",
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
  caption: (config) => texts(config.columns).join(", ") || "all columns",
  build(config, { in: input }, scope) {
    const chosen = config.columns ?? [];
    const columns = chosen.length === 0 ? input.columns : distinctColumns(chosen, input, scope, "columns");
    const keys = sortKeys(config.sort, input);
    const order = stableOver(keys, input.order);
    if (keys.length > 0) return { op: "sort", nodeId: scope.nodeId, input, columns, order };
    return { op: "extend", nodeId: scope.nodeId, input, computed: [], columns, order };
  },
});
