/** Times as the desk reads them: UTC, fixed width, no locale of the server leaking in. */

/** `12:03:04 UTC` */
export function clockTime(iso: string): string {
  return `${iso.slice(11, 19)} UTC`;
}

/** `2026-11-21 12:03 UTC` */
export function dateAndTime(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}

/** `2026-11-21` */
export function dateOnly(iso: string): string {
  return iso.slice(0, 10);
}

/** `2026-11-21 12:03:04`, under a heading that says UTC. */
export function dateAndSeconds(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)}`;
}
