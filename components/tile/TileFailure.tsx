import { ErrorMessage } from "@/components/Message.tsx";
import { adviceFor } from "@/lib/tiles/failures.ts";
import type { WidgetFailure } from "@/lib/server/widgets/schema.ts";

interface TileFailureProps {
  readonly failure: Pick<WidgetFailure, "code" | "problems">;
  /** Where asking again leads without scripts. */
  readonly again: string;
  /** Where an editor can mend the workflow; null for everyone else. */
  readonly workflow: string | null;
  /** Asks again in place. */
  readonly onRetry?: () => void;
}

/** Why a tile has no chart, and what can be done about it. */
export function TileFailure({ failure, again, workflow, onRetry }: TileFailureProps) {
  const { title, advice, retry } = adviceFor(failure);
  const retryHere = onRetry && ((event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onRetry();
  });
  return (
    <ErrorMessage
      title={title}
      actions={
        <>
          {retry ? <a class="ui-button ui-button-small" href={again} onClick={retryHere}>Try again</a> : null}
          {workflow !== null && failure.code === "invalid_graph"
            ? <a class="ui-button ui-button-small" href={workflow}>Open workflow</a>
            : null}
        </>
      }
    >
      {failure.problems[0]?.message ?? advice}
    </ErrorMessage>
  );
}
