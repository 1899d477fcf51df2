import type { VNode } from "preact";
import { type Problem, tokenize } from "@/compiler/browser.ts";

interface HighlightProps {
  readonly source: string;
  readonly problems: readonly Problem[];
}

/** The coloured text below the transparent input; a faulty range is underlined. */
export function Highlight({ source, problems }: HighlightProps) {
  const parts: (string | VNode)[] = [];
  let end = 0;
  for (const token of tokenize(source)) {
    const { span } = token;
    if (span.start > end) parts.push(source.slice(end, span.start));
    const faulty = problems.some((problem) =>
      problem.span && problem.span.start < span.end && problem.span.end > span.start
    );
    parts.push(
      <span key={span.start} class={`canvas-token-${token.kind}${faulty ? " canvas-token-faulty" : ""}`}>
        {source.slice(span.start, span.end)}
      </span>,
    );
    end = span.end;
  }
  parts.push(`${source.slice(end)}\n`);
  return <pre class="canvas-formula-mirror" aria-hidden="true">{parts}</pre>;
}
