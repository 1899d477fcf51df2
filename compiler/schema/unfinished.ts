import type { Problem } from "./vocabulary.ts";

/**
 * A setting or an input that is not there yet. The message names the node for a reader who sees the problems of a whole
 * graph; the short form is for a panel beside that very node.
 */
export function unfinished(
  code: "missing_setting" | "missing_input",
  reason: string,
  field: string,
): Omit<Problem, "nodeId"> {
  const short = reason.charAt(0).toUpperCase() + reason.slice(1);
  return { code, message: `Cannot use this node yet: ${reason}`, short, field };
}
