import { type Noted, notesOf } from "@/lib/tiles/notes.ts";

interface TileNotesProps {
  readonly data: Noted;
  /** Names the list in its page: that of the widget. */
  readonly id: string;
}

/** What of the wanted rows is not shown, in one line; a press opens all of it. Nothing where all is shown. */
export function TileNotes({ data, id }: TileNotesProps) {
  const [first, ...more] = notesOf(data);
  if (first === undefined) return null;
  const list = `notes-${id}`;
  return (
    <div class="tile-notes">
      <button type="button" class="tile-notes-line" popovertarget={list} aria-describedby={list}>
        <span class="ui-clip">{first}</span>
        {more.length > 0 && <span class="tile-notes-more">and {more.length} more</span>}
      </button>
      <div class="ui-menu tile-notes-all" id={list} popover role="group" aria-label="Notes">
        <ul>{[first, ...more].map((note) => <li key={note}>{note}</li>)}</ul>
      </div>
    </div>
  );
}
