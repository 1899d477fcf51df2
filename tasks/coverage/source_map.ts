/** From places in a bundle to lines of the files it was made of. */
import { decodedMappings, type TraceMap } from "@jridgewell/trace-mapping";
import type { Lines } from "./lines.ts";

/** One function or block as V8 counts it; inner ones refine what outer ones say. */
export interface CountedRange {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** Times each line of each source ran; sources as the map names them. A line ran if any part of it did. */
export function linesOfSources(
  code: string,
  map: TraceMap,
  ranges: readonly CountedRange[],
): ReadonlyMap<string, Lines> {
  const countAt = countsOf(ranges);
  const starts = lineStarts(code);
  const found = new Map<string, Map<number, number>>();
  decodedMappings(map).forEach((segments, row) => {
    for (const [column, source, line] of segments) {
      if (source === undefined || line === undefined) continue;
      const name = map.sources[source] ?? "";
      const lines = found.get(name) ?? found.set(name, new Map()).get(name)!;
      lines.set(line + 1, Math.max(countAt(starts[row]! + column), lines.get(line + 1) ?? 0));
    }
  });
  return found;
}

function lineStarts(code: string): readonly number[] {
  const starts = [0];
  for (let at = code.indexOf("\n"); at >= 0; at = code.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Tells the count of the innermost range around an offset. Offsets have to be asked for in rising order. */
function countsOf(ranges: readonly CountedRange[]): (offset: number) => number {
  const sorted = ranges.toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  const around: CountedRange[] = [];
  let next = 0;
  return (offset) => {
    for (; next < sorted.length && sorted[next]!.startOffset <= offset; next++) {
      leave(around, sorted[next]!.startOffset);
      around.push(sorted[next]!);
    }
    leave(around, offset);
    return around.at(-1)?.count ?? 0;
  };
}

function leave(around: CountedRange[], offset: number): void {
  while (around.length > 0 && around.at(-1)!.endOffset <= offset) around.pop();
}
