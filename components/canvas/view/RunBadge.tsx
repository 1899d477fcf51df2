import type { NodeRun } from "@/lib/canvas/state/runs.ts";

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
        ? rowCount(run.rows, run.truncated)
        : words[run.status]}
    </span>
  );
}

export function rowCount(rows: number, truncated = false): string {
  return `${truncated ? "first " : ""}${rows.toLocaleString("en-US")} ${rows === 1 ? "row" : "rows"}`;
}
