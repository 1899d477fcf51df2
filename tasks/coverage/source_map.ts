/** From places in a bundle to lines of the files it was made of. */
import { decodedMappings, type TraceMap } from "@jridgewell/trace-mapping";
import type { Lines } from "./lines.ts";

/** Where a script ran: from each start to before its end, in rising order. */
type Spans = readonly (readonly [start: number, end: number])[];

/** For each source as the map names it, whether each of its lines ran: a line ran if any part of it did. */
export function linesOfSources(code: string, map: TraceMap, ran: Spans): ReadonlyMap<string, Lines> {
  const starts = lineStarts(code);
  const found = new Map<string, Map<number, number>>();
  let span = 0;
  decodedMappings(map).forEach((segments, row) => {
    for (const [column, source, line] of segments) {
      if (source === undefined || line === undefined) continue;
      const offset = starts[row]! + column;
      while (span < ran.length && ran[span]![1] <= offset) span++;
      const hits = span < ran.length && ran[span]![0] <= offset ? 1 : 0;
      const name = map.sources[source] ?? "";
      const lines = found.get(name) ?? found.set(name, new Map()).get(name)!;
      lines.set(line + 1, Math.max(hits, lines.get(line + 1) ?? 0));
    }
  });
  return found;
}

function lineStarts(code: string): readonly number[] {
  const starts = [0];
  for (let at = code.indexOf("\n"); at >= 0; at = code.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
