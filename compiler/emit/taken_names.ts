/** Names that the compiler must not make up: they are in use already. */
import type { Relation } from "../ir/relation.ts";
import type { Level } from "../plan/level.ts";

/** Every name from outside that may stand in the statement. */
export function* takenNames(top: Level, root: Relation): Iterable<string> {
  for (const column of root.columns) yield column.name;
  const seen = new Set<Level>();
  const stack = [top];
  for (let level = stack.pop(); level !== undefined; level = stack.pop()) {
    if (seen.has(level)) continue;
    seen.add(level);
    for (const source of level.sources) {
      if (source.kind === "level") stack.push(source.level);
      else if (source.kind === "union") stack.push(...source.branches);
      else if (source.kind === "table") {
        yield source.table.database;
        yield source.table.table;
        for (const column of source.table.columns) yield column.name;
      }
    }
  }
}
