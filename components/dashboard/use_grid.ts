import { type RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { GridStack } from "gridstack";
import type { Layout } from "@/lib/server/widgets/schema.ts";
import { GRID } from "@/lib/grid/grid.ts";
import { isSame, type Placed } from "@/lib/tiles/arrangement.ts";
import { untangled } from "@/lib/grid/places.ts";

interface GridEditor {
  readonly container: RefObject<HTMLDivElement>;
  readonly ready: boolean;
  readonly placed: readonly Placed[];
  readonly dirty: boolean;
  readonly canUndo: boolean;
  place(id: string, layout: Layout): void;
  undo(): void;
}

/**
 * Hands the tiles to Gridstack once the page is alive and reads every change back. Before that, and without scripts,
 * the same tiles stand where the style sheet puts them.
 */
export function useGrid(initial: readonly Placed[]): GridEditor {
  const container = useRef<HTMLDivElement>(null);
  const grid = useRef<GridStack | null>(null);
  const [ready, setReady] = useState(false);
  const [history, setHistory] = useState<readonly (readonly Placed[])[]>([initial]);
  const placed = history.at(-1) ?? initial;

  useEffect(() => {
    let stopped = false;
    import("gridstack").then(({ GridStack }) => {
      if (stopped || !container.current) return;
      container.current.className = "grid-stack";
      const made = GridStack.init({
        column: GRID.columns,
        cellHeight: GRID.rowHeight,
        margin: GRID.gap / 2,
        maxRow: GRID.maxRow,
        mode: "float",
        animate: !matchMedia("(prefers-reduced-motion: reduce)").matches,
        resizable: { handles: "e,se,s,sw,w" },
        handle: ".edit-tile-head",
      }, container.current);
      grid.current = made;
      made?.on("change", () => {
        const found = readPlaces(made);
        const now = untangled(found);
        // What is saved is what is seen, also where Gridstack should leave tiles on each other.
        for (const { id, layout } of isSame(found, now) ? [] : now) place(id, layout);
        setHistory((past) => isSame(past.at(-1) ?? [], now) ? past : [...past, now]);
      });
      setReady(made !== null);
    });
    return () => {
      stopped = true;
      grid.current?.destroy(false);
    };
  }, []);

  function place(id: string, layout: Layout) {
    const element = container.current?.querySelector<HTMLElement>(`[gs-id="${CSS.escape(id)}"]`);
    if (element) grid.current?.update(element, { ...layout });
  }

  function undo() {
    const previous = history.at(-2);
    if (!previous) return;
    setHistory(history.slice(0, -1));
    grid.current?.batchUpdate();
    for (const { id, layout } of previous) place(id, layout);
    grid.current?.batchUpdate(false);
  }

  return {
    container,
    ready,
    placed,
    dirty: !isSame(placed, initial),
    canUndo: history.length > 1,
    place,
    undo,
  };
}

function readPlaces(grid: GridStack): readonly Placed[] {
  return grid.engine.nodes.map(({ id, x = 0, y = 0, w = 1, h = 1 }) => ({
    id: String(id),
    layout: { x, y, w, h },
  }));
}
