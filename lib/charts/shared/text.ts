/** Widths of texts without a document: estimates on the wide side, so that a label never runs into its neighbour. */

const NARROW = /[ .,:;'|!ijlIftr()[\]{}·/\\]/;
const WIDE = /[MWmw@%–…→↑]/;
const FULL = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/u;

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

const PLAIN = /^[ -~]*$/;

/** What a reader sees as letters. Plain ASCII, most labels by far, needs no segmenter. */
function clusters(text: string): string[] {
  if (PLAIN.test(text)) return text.split("");
  return Array.from(graphemes.segment(text), (part) => part.segment);
}

/** Shares of the font's size, tabular figures; measured for Inter and rounded up. */
function advance(cluster: string): number {
  if (FULL.test(cluster)) return 1.3;
  if (NARROW.test(cluster)) return 0.38;
  if (WIDE.test(cluster)) return 0.96;
  if (cluster >= "0" && cluster <= "9") return 0.66;
  if (cluster >= "a" && cluster <= "z") return 0.6;
  return cluster === "-" ? 0.48 : cluster <= "~" ? 0.74 : 0.85;
}

/** Estimated width in pixels of one line at `size` pixels. */
export function textWidth(text: string, size = 11): number {
  let width = 0;
  for (const cluster of clusters(text.slice(0, 400))) width += advance(cluster);
  return width * size;
}

const CONTROL = /[\p{Cc}\u2028\u2029]+/gu;
/** Marks that would turn the direction of the text around them. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/** One line, well formed, without control characters or direction overrides. */
export function cleanLabel(value: unknown): string {
  const text = typeof value === "string" ? value : String(value);
  return text.replace(CONTROL, " ").replace(OVERRIDES, "").toWellFormed().trim();
}

/** A leading quote, and spaces that a page drops or merges. */
const MISTAKABLE = /^["\s]|\s$|\s\s/;
/** Other kinds of space, characters that no reader sees, but for those that join letters, and the sign of a space. */
const UNSEEN = /[^\S ]|(?![\u200c-\u200f\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\p{Cs}␣]/gu;

/** Whether a reader could take the text for another one. */
export function isMistakable(text: string): boolean {
  return MISTAKABLE.test(text) || text.search(UNSEEN) >= 0;
}

/** In quotes, with signs for spaces and characters that a page would not show. Different texts stay different. */
export function quoted(text: string): string {
  const written = JSON.stringify(text).slice(1, -1)
    .replace(UNSEEN, (found) => `\\u${found.codePointAt(0)!.toString(16).padStart(4, "0")}`)
    .replace(/^ +| +$| {2,}/g, (spaces) => "␣".repeat(spaces.length));
  return `"${written}"`;
}

/** Shortens to `width` pixels with an ellipsis, never inside a letter or an emoji. */
export function fitText(text: string, width: number, size = 11): string {
  if (textWidth(text, size) <= width && text.length <= 400) return text;
  const room = width - size;
  let used = 0;
  let kept = "";
  for (const cluster of clusters(text.slice(0, 400))) {
    used += advance(cluster) * size;
    if (used > room) break;
    kept += cluster;
  }
  return `${kept.trimEnd()}…`;
}
