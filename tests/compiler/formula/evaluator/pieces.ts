/** Pieces of text by characters, and the ISO week of a day. */
import { DAY_MS } from "./time.ts";

export function substring(text: readonly string[], start: bigint, length: bigint | null): string {
  const inside = (at: number) =>
    BigInt(at) >= start && (length === null || BigInt(at) < start + (length > 0n ? length : 0n));
  return text.filter((_, index) => inside(index + 1)).join("");
}

export function padded(
  text: readonly string[],
  length: bigint,
  fill: readonly string[],
  isLeft: boolean,
): string | null {
  if (length > 1_000_000n) return null;
  const count = Math.max(0, Number(length));
  const filling: string[] = [];
  while (fill.length > 0 && text.length + filling.length < count) {
    filling.push(fill[filling.length % fill.length] ?? "");
  }
  const kept = text.slice(0, count);
  return (isLeft ? [...filling, ...kept] : [...kept, ...filling]).join("");
}

/** The week is that of its Thursday. */
export function weekOf(ms: number): { readonly year: number; readonly week: number } {
  const day = Math.floor(ms / DAY_MS);
  const thursday = new Date((day - (((day + 3) % 7 + 7) % 7) + 3) * DAY_MS);
  const year = thursday.getUTCFullYear();
  return { year, week: Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY_MS / 7) + 1 };
}
