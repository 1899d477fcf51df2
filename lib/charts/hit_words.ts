/** What is said of one hit, in its tooltip and to screen readers. */
import type { Column } from "@/compiler/schema/types.ts";
import { formatValue, labelOf } from "./shared/format/value.ts";
import { cleanLabel } from "./shared/text.ts";
import type { Hit, HitEntry } from "./types.ts";

/** Entries of a hit that are shown and said; the tooltip counts the others. */
export const MOST_ENTRIES = 14;

/** The category, time or group of a hit; empty for a hit without one. */
export function hitTitle({ title }: Hit, columns: readonly Column[]): string {
  if (!title) return "";
  const column = columns[title.column];
  const zone = column?.type === "datetime" && title.value !== null ? " UTC" : "";
  return labelOf(column, title.value) + zone;
}

/** The tooltip as one sentence, for screen readers. */
export function spokenHit(hit: Hit, columns: readonly Column[]): string {
  const say = ({ label, column, value }: HitEntry) =>
    `${cleanLabel(label)} ${formatValue(columns[column], value)}`;
  const title = hitTitle(hit, columns);
  return `${title ? `${title}: ` : ""}${hit.entries.slice(0, MOST_ENTRIES).map(say).join(", ")}`;
}
