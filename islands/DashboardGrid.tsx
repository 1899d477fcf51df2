import { useEffect, useState } from "preact/hooks";
import { EditBar } from "@/components/dashboard/EditBar.tsx";
import { EditTile } from "@/components/dashboard/EditTile.tsx";
import { useGrid } from "@/components/dashboard/use_grid.ts";
import { type EditedTile, placeInWords, type StepName, stepOfKey, stepped } from "@/lib/tiles/arrangement.ts";
import { saveArrangement } from "@/lib/tiles/save.ts";

interface DashboardGridProps {
  readonly tiles: readonly EditedTile[];
  readonly saveUrl: string;
  readonly backUrl: string;
}

/** Arranges a dashboard: by dragging, by arrow keys on a focused tile, or by the buttons of the selected one. */
export default function DashboardGrid({ tiles, saveUrl, backUrl }: DashboardGridProps) {
  const grid = useGrid(tiles);
  const [selected, setSelected] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [spoken, setSpoken] = useState("");

  useEffect(() => {
    if (!grid.dirty || isSaving) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [grid.dirty, isSaving]);

  function step(id: string, name: StepName) {
    const before = grid.placed.find((placed) => placed.id === id)?.layout;
    if (!before) return;
    const after = stepped(before, name);
    if (after !== before) grid.place(id, after);
    setSpoken(after === before ? "At the edge of the grid" : placeInWords(after));
  }

  async function save() {
    setSaving(true);
    setFailure(null);
    const message = await saveArrangement(saveUrl, grid.placed.map(({ id, layout }) => ({ id, layout })));
    if (message === null) return location.assign(backUrl);
    setFailure(message);
    setSaving(false);
  }

  return (
    <>
      <EditBar
        selected={tiles.find(({ id }) => id === selected)?.title ?? null}
        isReady={grid.ready}
        isSaving={isSaving}
        canUndo={grid.canUndo}
        failure={failure}
        backUrl={backUrl}
        onStep={(name) => selected !== null && step(selected, name)}
        onUndo={grid.undo}
        onSave={save}
      />
      <div class="ui-hidden" role="status">{spoken}</div>
      <div class="grid" ref={grid.container}>
        {tiles.map((tile) => (
          <EditTile
            key={tile.id}
            tile={tile}
            place={grid.placed.find(({ id }) => id === tile.id)?.layout ?? tile.layout}
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
