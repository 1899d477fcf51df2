import { counted } from "@/lib/canvas/model/words.ts";
import type { NodeRun } from "@/lib/canvas/state/node_run.ts";

const words: Readonly<Record<NodeRun["status"], string>> = {
  pending: "Pending",
  running: "Running…",
  complete: "Complete",
  error: "Error",
};

/** How the last run of a node went: state and row count. */
export function RunBadge({ run, label }: { readonly run: NodeRun | undefined; readonly label: string }) {
  if (!run) return <span class="canvas-run">{label}</span>;
  return (
    <span class={`canvas-run canvas-run-${run.status}`} title={run.detail}>
      <span class="canvas-run-light" />
      {run.status === "complete" && run.rows !== undefined
        ? `${run.truncated ? "first " : ""}${counted(run.rows, "row")}`
        : words[run.status]}
    </span>
  );
}
