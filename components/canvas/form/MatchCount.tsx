import { useEffect, useMemo } from "preact/hooks";
import { counted } from "@/lib/canvas/model/words.ts";
import { createMatchCount } from "@/lib/canvas/state/match_count.ts";
import { useCanvas } from "../context.ts";

/** How many rows pass the filter right now. */
export function MatchCount({ nodeId }: { readonly nodeId: string }) {
  const { editor } = useCanvas();
  const matches = useMemo(() => createMatchCount(editor, nodeId), [nodeId]);
  useEffect(() => matches.start(), [matches]);
  const count = matches.count.value;
  if (count === null) return <p class="canvas-match" aria-hidden="true">&nbsp;</p>;
  return (
    <p class="canvas-match" role="status" data-testid="match-count">
      {counted(count, "row")} {count === 1 ? "matches" : "match"}
    </p>
  );
}
