import { type Noted, notesOf } from "@/lib/tiles/notes.ts";

/** Stands with a picture wherever it is drawn, and changes with its rows. */
export function TileNotes({ data }: { readonly data: Noted }) {
  const notes = notesOf(data);
  if (notes.length === 0) return null;
  return (
    <ul class="tile-notes" aria-label="Notes">
      {notes.map((note) => <li key={note} class="ui-clip" title={note}>{note}</li>)}
    </ul>
  );
}
