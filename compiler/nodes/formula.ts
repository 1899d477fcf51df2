import { checkFormula } from "../formula/mod.ts";
import { LIMITS } from "../schema/limits.ts";
import { text } from "../schema/untyped.ts";
import { columnScope, defineNode, outputType } from "./define.ts";
import { checkName } from "./settings.ts";

interface Config {
  readonly as: string;
  readonly expression: string;
}

export const formula = defineNode<Config>({
  description: {
    label: "Formula",
    category: "prepare",
    summary: "Adds a column computed from the others.",
    icon: {
      path:
        "M10.5 2.8c-1.8-.6-2.6.4-2.9 2L6.3 11.3c-.3 1.7-1.2 2.5-2.8 1.9M4.8 6.5h4.7M10 9l3.5 4M13.5 9 10 13",
    },
    inputs: ["in"],
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
  caption: (config) => config.expression ? `${text(config.as)} = ${text(config.expression)}` : "",
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
    const stepped = scope.lower?.windows(input, checked.expr) ?? { input, expr: checked.expr };
    return {
      ...(checked.level === "window" ? { op: "window", spansRows: true } : { op: "extend" }),
      nodeId: scope.nodeId,
      input: stepped.input,
      computed: [{ id: column.id, expr: stepped.expr }],
      columns,
      order: input.order,
    };
  },
});
