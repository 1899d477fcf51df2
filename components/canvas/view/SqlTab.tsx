import { useState } from "preact/hooks";
import { STORES } from "@/compiler/browser.ts";
import { upstream } from "@/lib/canvas/model/graph.ts";
import { titleIn } from "@/lib/canvas/model/title.ts";
import { counted } from "@/lib/canvas/model/words.ts";
import type { CompiledStatement } from "@/lib/server/query/schema.ts";
import { useCanvas } from "../context.ts";
import { columnIn, HandedReads } from "./HandedReads.tsx";
import { Failure } from "./Failure.tsx";
import { StatementText } from "./StatementText.tsx";

/** The merged statement, its bound parameters, and how many nodes became how many SELECTs. */
export function SqlTab() {
  const { preview } = useCanvas();
  const fetched = preview.statement.value;
  if (fetched.status === "none") return <p class="ui-empty">Select a node to see its statement.</p>;
  if (fetched.status === "failed") {
    return <Failure detail={fetched.detail} problems={fetched.problems} retry={() => preview.retry()} />;
  }
  const statement = fetched.status === "ready" ? fetched.value : fetched.last;
  if (!statement) return <div class="ui-skeleton canvas-sql-skeleton" role="status" aria-label="Compiling" />;
  return <Statement nodeId={fetched.nodeId} statement={statement} />;
}

interface StatementProps {
  readonly nodeId: string;
  readonly statement: CompiledStatement;
}

function Statement({ nodeId, statement }: StatementProps) {
  const { editor } = useCanvas();
  const [looked, lookAt] = useState<string | null>(null);
  const attribution = statement.attribution ?? [];
  const spansOf = (id: string) => attribution.find((entry) => entry.nodeId === id)?.spans ?? [];
  const count = upstream(editor.graph.value, nodeId).size;
  return (
    <div class="canvas-sql" data-testid="sql-tab">
      <p class="canvas-merged" data-testid="merged">
        <strong>
          {counted(count, "node")} merged into {counted(statement.levels, "SELECT")}
        </strong>{" "}
        for {STORES[statement.store].label}
      </p>
      <div class="canvas-sql-columns">
        <div class="canvas-sql-statements">
          <HandedReads statements={statement.statements} />
          <StatementText sql={statement.sql} spans={spansOf(looked ?? nodeId)} />
        </div>
        <aside>
          <h3>Parameters</h3>
          {statement.params.length === 0 ? <p class="ui-faint">None.</p> : (
            <dl class="canvas-params">
              {statement.params.map((param) => (
                <div key={param.name}>
                  <dt>
                    {param.name} <span class="ui-faint">{param.type}</span>
                  </dt>
                  <dd>{valueOf(statement, param)}</dd>
                </div>
              ))}
            </dl>
          )}
          {statement.explanation.length > 0 && (
            <>
              <h3>Levels</h3>
              <ol class="canvas-levels">
                {statement.explanation.map((note) => (
                  <li key={note.level}>
                    {note.nodeIds.map((id) => (
                      <button
                        key={id}
                        type="button"
                        class="canvas-level-node"
                        title={spansOf(id).length === 0
                          ? "Only chooses or names columns."
                          : "Marks its part."}
                        onMouseEnter={() => lookAt(id)}
                        onMouseLeave={() => lookAt(null)}
                        onFocus={() => lookAt(id)}
                        onBlur={() => lookAt(null)}
                      >
                        {titleIn(editor.graph.value, id) || id}
                      </button>
                    ))}
                    <span>{note.reason}</span>
                  </li>
                ))}
              </ol>
            </>
          )}
        </aside>
      </div>
    </div>
  );
}

function valueOf({ statements }: CompiledStatement, { name, value }: CompiledStatement["params"][number]) {
  const column = columnIn(statements, name);
  return column === undefined ? JSON.stringify(value) : `column ${column}`;
}
