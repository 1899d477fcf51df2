import type { Problem } from "@/compiler/browser.ts";
import { selectNode } from "@/lib/canvas/actions/select.ts";
import { titleIn } from "@/lib/canvas/model/title.ts";
import { useCanvas } from "../context.ts";

interface FailureProps {
  readonly detail: string;
  readonly problems: readonly Problem[];
  retry(): void;
}

/** Why there are no rows, with a button that leads to the node at fault. */
export function Failure({ detail, problems, retry }: FailureProps) {
  const { editor } = useCanvas();
  const known = problems.filter((problem) => problem.nodeId && editor.graph.value.nodes.has(problem.nodeId));
  return (
    <div class="ui-error canvas-failure" role="alert" data-testid="preview-error">
      <div>
        <strong>No rows yet</strong>
        <p>{detail}</p>
        {known.length > 0 && (
          <ul>
            {known.map((problem) => (
              <li key={problem.nodeId! + problem.message}>
                <button
                  type="button"
                  class="ui-button ui-button-small"
                  onClick={() => selectNode(editor, problem.nodeId!)}
                >
                  {titleIn(editor.graph.value, problem.nodeId!)}
                </button>
                {problem.message !== detail && <span>{problem.message}</span>} {problem.hint}
              </li>
            ))}
          </ul>
        )}
        {known.length === 0 && (
          <button type="button" class="ui-button ui-button-small" onClick={retry}>Try again</button>
        )}
      </div>
    </div>
  );
}
