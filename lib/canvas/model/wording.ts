/** What the compiler says of a node, put the way a panel beside that very node says it. */
import type { NodeSchema, Problem } from "@/compiler/browser.ts";

const UNFINISHED: ReadonlySet<string> = new Set(["missing_setting", "missing_input"]);

/** True for what is merely not filled in yet: a step ahead, not a mistake. */
export function isUnfinished({ code }: Problem): boolean {
  return UNFINISHED.has(code);
}

const known = new WeakMap<NodeSchema, NodeSchema>();

/** The same object for the same schema, so that nothing is drawn again for it. */
export function worded(schema: NodeSchema): NodeSchema {
  if (schema.problems.length === 0) return schema;
  let own = known.get(schema);
  if (own === undefined) {
    own = { ...schema, problems: withoutDatabase(schema.problems).map(beside) };
    known.set(schema, own);
  }
  return own;
}

/** A table is picked together with its database: one request, not two. */
function withoutDatabase(problems: readonly Problem[]): readonly Problem[] {
  const asksForTable = problems.some((problem) => isUnfinished(problem) && problem.field === "table");
  return asksForTable ? problems.filter(({ field }) => field !== "database") : problems;
}

function beside(problem: Problem): Problem {
  return problem.short === undefined ? problem : { ...problem, message: problem.short };
}
