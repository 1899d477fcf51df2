import type { Widget } from "@/lib/server/types.ts";
import { Icon } from "@/components/Icon.tsx";
import type { TileLinks } from "@/lib/tiles/model.ts";

interface TileMenuProps {
  readonly widget: Widget;
  readonly title: string;
  readonly links: TileLinks;
  readonly mayEdit: boolean;
}

export function TileMenu({ widget, title, links, mayEdit }: TileMenuProps) {
  const menu = `tile-menu-${widget.id}`;
  const path = links.tile.split("?")[0];
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
        <a class="ui-menu-item" href={links.data}>
          <Icon name="grid" /> Data as JSON
        </a>
        {mayEdit ? <EditorItems widget={widget} title={title} path={path ?? ""} /> : null}
      </div>
    </>
  );
}

function EditorItems(
  { widget, title, path }: { readonly widget: Widget; readonly title: string; readonly path: string },
) {
  return (
    <>
      <a class="ui-menu-item" href={`/canvas/${encodeURIComponent(widget.workflow_id)}`}>
        <Icon name="workflow" /> Open source workflow
      </a>
      <hr class="ui-menu-line" />
      <form class="tile-rename" method="post" action={`${path}/title`}>
        <label class="ui-label" for={`title-${widget.id}`}>Title</label>
        <div class="ui-row">
          <input
            class="ui-input"
            id={`title-${widget.id}`}
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
