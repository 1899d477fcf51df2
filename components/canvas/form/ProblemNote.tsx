import type { Problem } from "@/compiler/browser.ts";
import { isUnfinished } from "@/lib/canvas/model/wording.ts";

interface ProblemNoteProps {
  readonly problem: Problem;
  readonly id?: string;
  readonly role?: "status";
}

/** A problem in words: red for a mistake, amber for a warning or for what is merely not filled in yet. */
export function ProblemNote({ problem, id, role }: ProblemNoteProps) {
  const isMild = problem.severity === "warning" || isUnfinished(problem);
  return (
    <p class={isMild ? "canvas-field-warning" : "ui-field-error"} id={id} role={role}>
      {problem.message} {problem.hint}
    </p>
  );
}
