/** Times in words, the same everywhere: in UTC, of fixed width, whatever the locale of the server or the browser. */
import { formatTemporal } from "@/lib/charts/shared/format/time.ts";

/** `12:03:04 UTC` */
export function clockTime(iso: string): string {
  return fullTime(iso).slice("2026-11-21 ".length);
}

/** `2026-11-21 12:03:04 UTC` */
export function fullTime(iso: string): string {
  return `${dateAndSeconds(iso)} UTC`;
}

/** `2026-11-21 12:03 UTC` */
export function dateAndTime(iso: string): string {
  return `${formatTemporal(iso, "minute")} UTC`;
}

/** `2026-11-21` */
export function dateOnly(iso: string): string {
  return formatTemporal(iso, "day");
}

/** `2026-11-21 12:03:04`, under a heading that says UTC. */
export function dateAndSeconds(iso: string): string {
  return formatTemporal(iso, "second");
}

/** `45 s`, `12 min`, `3 h`, `2 d`; empty when the time is unknown. */
export function ageText(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) return "";
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  if (seconds < 129_600) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}
