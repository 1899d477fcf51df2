import { gridClasses, onGrid } from "@/lib/grid/grid.ts";
import { type EditedTile, placeInWords } from "@/lib/tiles/arrangement.ts";

interface EditTileProps {
  /** As it was when the page opened. */
  readonly tile: EditedTile;
  /** Where it stands by now. */
  readonly place: EditedTile["layout"];
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** A stand-in for the widget while it is moved. Gridstack owns the outer element once it has started. */
export function EditTile({ tile, place, selected, onSelect, onKey }: EditTileProps) {
  const { x, y, w, h } = onGrid(tile.layout);
  return (
    <div
      class={`grid-stack-item tile ${gridClasses(tile.layout)}`}
      {...{ "gs-id": tile.id, "gs-x": x, "gs-y": y, "gs-w": w, "gs-h": h }}
    >
      <div
        class={`grid-stack-item-content tile-card edit-tile${selected ? " edit-tile-selected" : ""}`}
        tabIndex={0}
        role="group"
        aria-roledescription="movable tile"
        aria-label={`${tile.title}, ${placeInWords(place)}`}
        onFocus={onSelect}
        onKeyDown={onKey}
      >
        <div class="edit-tile-head">
          <strong class="ui-clip">{tile.title}</strong>
          <span class="ui-faint">{tile.kind}</span>
        </div>
      </div>
    </div>
  );
}
