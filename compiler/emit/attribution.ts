/** Which level each node ended in, and which parts of the text come from it. */
import type { LevelNote, NodeAttribution, Span } from "../schema/types.ts";
import type { Mark } from "./fragments.ts";

export function attribute(notes: readonly LevelNote[], marks: readonly Mark[]): readonly NodeAttribution[] {
  const spans = new Map<string, Span[]>();
  for (const { nodeId, start, end } of marks) {
    const known = spans.get(nodeId);
    if (known) known.push({ start, end });
    else spans.set(nodeId, [{ start, end }]);
  }
  const levels = new Map<string, number>();
  // A node that needed several levels ended in the outermost of them, which is noted first.
  for (const { level, nodeIds } of notes) {
    for (const nodeId of nodeIds) if (!levels.has(nodeId)) levels.set(nodeId, level);
  }
  return [...levels].map(([nodeId, level]) => ({ nodeId, level, spans: spans.get(nodeId) ?? [] }));
}
