import { useState } from "preact/hooks";
import type { StoreName } from "@/compiler/schema/types.ts";
import type { CompiledStatement } from "@/lib/server/types.ts";
import { useCanvas } from "../context.ts";
import { upstream } from "@/lib/canvas/model/graph.ts";
import { nodeTitle } from "@/lib/canvas/state/actions.ts";
import { Failure } from "./Failure.tsx";
import { StatementText } from "./StatementText.tsx";

const STORE_NAMES: Readonly<Record<StoreName, string>> = {
  clickhouse: "ClickHouse",
  materialize: "Materialize",
  redis: "Redis",
};

/** The merged statement, its bound parameters, and how many nodes share how few SELECTs. */
export function SqlTab() {
  const { preview } = useCanvas();
  const answer = preview.statement.value;
  if (answer.status === "none") return <p class="ui-empty">Select a node to see its statement.</p>;
  if (answer.status === "failed") {
    return <Failure detail={answer.detail} problems={answer.problems} retry={() => preview.retry()} />;
  }
  const statement = answer.status === "ready" ? answer.value : answer.last;
  if (!statement) return <div class="ui-skeleton canvas-sql-skeleton" role="status" aria-label="Compiling" />;
  return <Statement nodeId={answer.nodeId} statement={statement} />;
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
          {count} {count === 1 ? "node" : "nodes"} merged into {statement.levels}{" "}
          {statement.levels === 1 ? "SELECT" : "SELECTs"}
        </strong>{" "}
        for {STORE_NAMES[statement.store]}
      </p>
      <div class="canvas-sql-columns">
        <StatementText sql={statement.sql} spans={spansOf(looked ?? nodeId)} />
        <aside>
          <h3>Parameters</h3>
          {statement.params.length === 0 ? <p class="ui-faint">None.</p> : (
            <dl class="canvas-params">
              {statement.params.map((param) => (
                <div key={param.name}>
                  <dt>
                    {param.name} <span class="ui-faint">{param.type}</span>
                  </dt>
                  <dd>{JSON.stringify(param.value)}</dd>
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
                        {nodeTitle(editor, id) || id}
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
