import type { Widget } from "@/lib/server/widgets/schema.ts";
import { Icon } from "@/components/Icon.tsx";
import { type TileLinks, workflowFor } from "@/lib/tiles/links.ts";

interface TileMenuProps {
  readonly widget: Widget;
  readonly title: string;
  readonly links: TileLinks;
  readonly mayEdit: boolean;
}

export function TileMenu({ widget, title, links, mayEdit }: TileMenuProps) {
  const menu = `tile-menu-${widget.id}`;
  const workflow = workflowFor(widget, mayEdit);
  return (
    <>
      <button
        type="button"
        class="ui-button ui-button-quiet ui-button-icon ui-button-small"
        popovertarget={menu}
        aria-label={`Menu of ${title}`}
      >
        <Icon name="more" size={14} />
      </button>
      <div class="ui-menu" id={menu} popover>
        <a class="ui-menu-item" href={links.tile}>
          <Icon name="external" /> Open on its own page
        </a>
        <a class="ui-menu-item" href={links.csv}>
          <Icon name="download" /> Download CSV
        </a>
        <a class="ui-menu-item" href={links.data}>
          <Icon name="grid" /> Data as JSON
        </a>
        {workflow !== null
          ? <EditorItems widgetId={widget.id} title={title} tile={links.tile} workflow={workflow} />
          : null}
      </div>
    </>
  );
}

interface EditorItemsProps {
  readonly widgetId: string;
  readonly title: string;
  /** The tile's own address. */
  readonly tile: string;
  /** The address of the workflow behind it. */
  readonly workflow: string;
}

function EditorItems({ widgetId, title, tile, workflow }: EditorItemsProps) {
  const path = tile.split("?")[0];
  return (
    <>
      <a class="ui-menu-item" href={workflow}>
        <Icon name="workflow" /> Open source workflow
      </a>
      <hr class="ui-menu-line" />
      <form class="tile-rename" method="post" action={`${path}/title`}>
        <label class="ui-label" for={`title-${widgetId}`}>Title</label>
        <div class="ui-row">
          <input
            class="ui-input"
            id={`title-${widgetId}`}
            name="title"
            value={title}
            maxLength={200}
            autocomplete="off"
          />
          <button type="submit" class="ui-button">Save</button>
        </div>
      </form>
      <hr class="ui-menu-line" />
      <form method="post" action={`${path}/remove`}>
        <button type="submit" class="ui-menu-item danger">
          <Icon name="trash" /> Remove from dashboard
        </button>
      </form>
    </>
  );
}
