import { useEffect, useState } from "preact/hooks";
import { Icon } from "@/components/Icon.tsx";
import { type EditedTile, placeInWords, type StepName, stepOfKey, stepped } from "@/lib/tiles/arrangement.ts";
import { EditTile } from "@/components/dashboard/EditTile.tsx";
import { saveArrangement } from "@/lib/tiles/save.ts";
import { StepButtons } from "@/components/dashboard/StepButtons.tsx";
import { useGrid } from "@/components/dashboard/use_grid.ts";

interface DashboardGridProps {
  readonly tiles: readonly EditedTile[];
  readonly saveUrl: string;
  readonly backUrl: string;
}

/** Arranges a dashboard: by dragging, by arrow keys on a focused tile, or by the buttons of the selected one. */
export default function DashboardGrid({ tiles, saveUrl, backUrl }: DashboardGridProps) {
  const grid = useGrid(tiles);
  const [selected, setSelected] = useState<string | null>(null);
  const [status, setStatus] = useState<{ kind: "idle" | "saving" } | { kind: "failed"; message: string }>({
    kind: "idle",
  });
  const [spoken, setSpoken] = useState("");
  const current = tiles.find(({ id }) => id === selected);

  useEffect(() => {
    if (!grid.dirty || status.kind === "saving") return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [grid.dirty, status.kind]);

  function step(id: string, name: StepName) {
    const before = grid.placed.find((placed) => placed.id === id)?.layout;
    if (!before) return;
    const after = stepped(before, name);
    if (after !== before) grid.place(id, after);
    setSpoken(after === before ? "At the edge of the grid" : placeInWords(after));
  }

  async function save() {
    setStatus({ kind: "saving" });
    const message = await saveArrangement(saveUrl, grid.placed.map(({ id, layout }) => ({ id, layout })));
    if (message) setStatus({ kind: "failed", message });
    else location.assign(backUrl);
  }

  return (
    <>
      <div class="edit-bar ui-toolbar" role="toolbar" aria-label="Arrange">
        <StepButtons
          title={current?.title ?? null}
          disabled={!grid.ready || !current}
          onStep={(name) => selected && step(selected, name)}
        />
        <span class="ui-grow" />
        {status.kind === "failed" ? <span class="ui-field-error" role="alert">{status.message}</span> : null}
        <button type="button" class="ui-button ui-button-quiet" disabled={!grid.canUndo} onClick={grid.undo}>
          Undo
        </button>
        <a class="ui-button" href={backUrl}>Cancel</a>
        <button
          type="button"
          class="ui-button ui-button-primary"
          disabled={!grid.ready || status.kind === "saving"}
          onClick={save}
        >
          <Icon name="check" /> {status.kind === "saving" ? "Saving…" : "Save layout"}
        </button>
      </div>
      <div class="ui-hidden" role="status">{spoken}</div>
      <div class="grid" ref={grid.container}>
        {tiles.map((tile) => (
          <EditTile
            key={tile.id}
            tile={tile}
            selected={tile.id === selected}
            onSelect={() => setSelected(tile.id)}
            onKey={(event) => {
              const name = stepOfKey(event.key, event.shiftKey);
              if (!name || !grid.ready) return;
              event.preventDefault();
              step(tile.id, name);
            }}
          />
        ))}
      </div>
    </>
  );
}
