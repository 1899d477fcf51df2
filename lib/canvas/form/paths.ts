/** Paths of settings, such as `metrics[1].column`: problems name the setting they are about by them. */
import type { Field, Problem } from "@/compiler/browser.ts";

export function joinPath(path: string, key: string | number): string {
  if (typeof key === "number") return `${path}[${key}]`;
  return path && key ? `${path}.${key}` : path || key;
}

export function problemsAt(problems: readonly Problem[], path: string): readonly Problem[] {
  return path === "" ? [] : problems.filter((problem) => problem.field === path);
}

/** True for a problem of a setting that the form shows: it stands below that setting. */
export function hasField(fields: readonly Field[], problem: Problem): boolean {
  if (!problem.field) return false;
  const [key] = problem.field.split(/[.[]/);
  return fields.some((field) => field.key === key || (field.key === "" && key === "conditions"));
}
