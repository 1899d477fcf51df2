/** Paths of settings, such as `metrics[1].column`: a problem names the setting it is about by its path. */
import type { Field, Problem } from "@/compiler/browser.ts";

export function joinPath(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path && key ? `${path}.${key}` : path || key;
}

export function problemsAt(problems: readonly Problem[], path: string): readonly Problem[] {
  return path === "" ? [] : problems.filter((problem) => problem.field === path);
}

/** True for a problem that is about a setting of the form; it is shown below that setting. */
export function hasField(fields: readonly Field[], problem: Problem): boolean {
  if (!problem.field) return false;
  const [key] = problem.field.split(/[.[]/);
  return fields.some((field) => field.key === key || (field.key === "" && key === "conditions"));
}
