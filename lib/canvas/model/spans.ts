import type { Span } from "@/compiler/browser.ts";

interface TextPart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A text cut where spans begin and end; spans may come in any order, touch and overlap. */
export function partsOf(text: string, spans: readonly Span[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const { start, end } of [...spans].sort((left, right) => left.start - right.start)) {
    const from = Math.max(start, done);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    if (from > done) parts.push({ text: text.slice(done, from), isMarked: false });
    parts.push({ text: text.slice(from, to), isMarked: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), isMarked: false });
  return parts;
}
