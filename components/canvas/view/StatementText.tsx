import type { Span } from "@/compiler/browser.ts";
import { partsOf } from "@/lib/canvas/model/spans.ts";

interface Props {
  readonly sql: string;
  /** What one node contributed. */
  readonly spans: readonly Span[];
}

/** A statement with the parts of one node marked. */
export function StatementText({ sql, spans }: Props) {
  return (
    <pre class="canvas-sql-text" tabIndex={0} aria-label="SQL">
      {partsOf(sql, spans).map((part, at) => part.isMarked ? <mark key={at}>{part.text}</mark> : part.text)}
    </pre>
  );
}
