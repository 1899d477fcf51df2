/** Tells in the explanation of a statement where each of a viewer's filters stands. */
import type { FilterName, FilterPlace, FilterReport, LevelNote } from "../schema/types.ts";

const PLACES: Readonly<Record<FilterPlace["at"], string>> = {
  scan: "applies in the table itself.",
  window: "applies behind this window, which reads the rows that the filter hides.",
  fill: "applies behind this fill, which reads the rows that the filter hides.",
  comparison: "says which periods are compared.",
};

/** The notes, each with the filters of the nodes that ended in its level. */
export function explained(
  notes: readonly LevelNote[],
  { applied }: Pick<FilterReport, "applied">,
): readonly LevelNote[] {
  // A node that needed several levels ended in the outermost of them, which is noted first.
  const levelOf = (nodeId: string) => notes.find(({ nodeIds }) => nodeIds.includes(nodeId));
  const said = new Map<LevelNote, string[]>();
  for (const filter of applied) {
    for (const { nodeId, at } of filter.placed) {
      const level = levelOf(nodeId);
      if (level) said.set(level, [...said.get(level) ?? [], `${nameOf(filter)} ${PLACES[at]}`]);
    }
  }
  return notes.map((note) => {
    const filters = said.get(note);
    return filters ? { ...note, filters } : note;
  });
}

function nameOf({ column, operator }: FilterName): string {
  return operator === "range" ? "The time range" : `The filter on "${column}" (${operator})`;
}
