import { Icon } from "@/components/Icon.tsx";
import { titleIn } from "@/lib/canvas/model/title.ts";
import { counted } from "@/lib/canvas/model/words.ts";
import type { PreviewTab } from "@/lib/canvas/state/preview.ts";
import { notesOf } from "@/lib/tiles/notes.ts";
import { formatNumber } from "@/lib/charts/shared/format/number.ts";
import { useCanvas } from "../context.ts";
import { PreviewRows } from "./PreviewRows.tsx";
import { SqlTab } from "./SqlTab.tsx";

const TABS: readonly { readonly tab: PreviewTab; readonly label: string }[] = [
  { tab: "rows", label: "Preview" },
  { tab: "sql", label: "SQL" },
];

/** The rows (or picture) of the node that was selected last, and the statement behind them. */
export function PreviewPanel() {
  const { editor, preview } = useCanvas();
  const tab = preview.tab.value;
  const id = preview.target.value;
  return (
    <section class="canvas-preview" aria-label="Preview" data-testid="preview-panel">
      <header class="canvas-preview-head">
        <div class="ui-tabs" role="tablist" aria-label="What to show">
          {TABS.map((each) => (
            <button
              key={each.tab}
              type="button"
              role="tab"
              id={`preview-tab-${each.tab}`}
              aria-selected={tab === each.tab}
              aria-controls="preview-body"
              data-testid={`tab-${each.tab}`}
              onClick={() => preview.tab.value = each.tab}
            >
              {each.label}
            </button>
          ))}
        </div>
        <span class="canvas-preview-title">{id === null ? "" : titleIn(editor.graph.value, id)}</span>
        <Facts />
        <DownloadButton disabled={id === null} />
        <button
          type="button"
          class="ui-button ui-button-quiet ui-button-small"
          disabled={id === null}
          onClick={() => preview.retry()}
        >
          Refresh
        </button>
      </header>
      <div
        id="preview-body"
        class="canvas-preview-body"
        role="tabpanel"
        aria-labelledby={`preview-tab-${tab}`}
      >
        {tab === "rows" ? <PreviewRows /> : <SqlTab />}
      </div>
    </section>
  );
}

/** Every row, where the preview shows the first ones. */
function DownloadButton({ disabled }: { readonly disabled: boolean }) {
  const { download } = useCanvas();
  const running = download.running.value;
  return (
    <button
      type="button"
      class="ui-button ui-button-quiet ui-button-small"
      disabled={disabled}
      aria-label={running ? "Cancel download" : "Download CSV"}
      title={running ? undefined : "Download every row as CSV"}
      data-testid="download-csv"
      onClick={() => running ? download.cancel() : void download.start()}
    >
      <Icon name={running ? "close" : "download"} size={14} /> {running ? "Cancel" : "CSV"}
    </button>
  );
}

/** Row count, time, and where the rows came from. */
function Facts() {
  const { preview } = useCanvas();
  const table = preview.table.value;
  if (preview.tab.value !== "rows" || table.status !== "ready") return <span class="canvas-facts" />;
  const { row_count, truncated, kept = "first", execution_ms, cache_hit } = table.value;
  return (
    <span class="canvas-facts" data-testid="preview-facts" role="status">
      {counted(row_count, "row")} · {execution_ms < 1 ? "under 1" : formatNumber(Math.round(execution_ms))} ms
      {cache_hit && <span class="ui-chip">from cache</span>}
      {truncated && (
        <span class="ui-chip" title="The preview stops here; widgets and downloads read on.">
          {kept} rows only
        </span>
      )}
      {notesOf(table.value).map((note) => <span key={note} class="ui-chip">{note}</span>)}
    </span>
  );
}
