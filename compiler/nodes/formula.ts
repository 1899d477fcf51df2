import { checkFormula } from "../formula/mod.ts";
import { LIMITS } from "../schema/limits.ts";
import { columnScope, defineNode, outputType } from "./define.ts";
import { placeWindows } from "./formula_windows.ts";
import { checkName } from "./settings.ts";

interface Config {
  readonly as: string;
  readonly expression: string;
}

export const formula = defineNode<Config>({
  description: {
    type: "formula",
    label: "Formula",
    category: "prepare",
    summary: "Adds a column computed from the others.",
    inputs: ["in"],
    terminal: false,
    fields: [
      {
        key: "as",
        label: "Column name",
        help: "The name of an existing column replaces it.",
        kind: "text",
        maxLength: LIMITS.nameLength,
      },
      {
        key: "expression",
        label: "Formula",
        help: "For example ROUND([price] * [quantity], 2).",
        kind: "expression",
        level: "window",
      },
    ],
    initial: { as: "", expression: "" },
  },
  build(config, { in: input }, scope) {
    if (!checkName(config.as, new Set(), scope, "as")) return input;
    const checked = checkFormula(config.expression, columnScope(input), {
      allow: "window",
      orderBy: input.order,
    });
    for (const problem of checked.problems) scope.problem({ ...problem, field: "expression" });
    if (checked.expr === undefined) return input;
    const column = { id: scope.nextId(), name: config.as, type: outputType(checked.expr.type) };
    const at = input.columns.findIndex((candidate) => candidate.name === config.as);
    const columns = at < 0 ? [...input.columns, column] : input.columns.with(at, column);
    const stepped = placeWindows(input, checked.expr, scope);
    return {
      op: checked.level === "window" ? "window" : "extend",
      nodeId: scope.nodeId,
      input: stepped.input,
      computed: [{ id: column.id, expr: stepped.expr }],
      columns,
      order: input.order,
    };
  },
});
