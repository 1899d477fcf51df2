/** Line icons on a 16 px grid. Each entry is one path; a new icon is one line. */
const PATHS = {
  brand: "M2 12.5V9l4-4 3.5 3L14 3.5M2 12.5h12M6 12.5V9.5M9.5 12.5V10.5",
  plus: "M8 3v10M3 8h10",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.8 10.8 14 14",
  refresh: "M13.5 8A5.5 5.5 0 1 1 11.6 3.8M13.5 2v3.2h-3.2",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  edit: "m3 13 .7-2.9 7-7a1.5 1.5 0 0 1 2.2 2.2l-7 7L3 13Z",
  trash: "M2.5 4.5h11M6 4.5V2.8h4v1.7M4 4.5l.6 8.7h6.8l.6-8.7M6.7 7v4M9.3 7v4",
  copy: "M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1",
  sun:
    "M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7",
  moon: "M13.5 9.5A6 6 0 0 1 6.5 2.5a5.8 5.8 0 1 0 7 7Z",
  user: "M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8ZM2.8 14a5.2 5.2 0 0 1 10.4 0",
  down: "m4 6 4 4 4-4",
  left: "M10 3.5 5.5 8l4.5 4.5",
  right: "M6 3.5 10.5 8 6 12.5",
  up: "m4 10 4-4 4 4",
  warning: "M8 2 14.5 13.5h-13L8 2ZM8 6.5v3.2M8 11.7h.01",
  grid: "M2.5 2.5h4.7v6H2.5zM9.2 2.5h4.3v3.3H9.2zM9.2 7.8h4.3v5.7H9.2zM2.5 10.5h4.7v3H2.5z",
  workflow: "M2 3h4.5v4H2zM9.5 9H14v4H9.5zM6.5 5h2c1.5 0 1.5 6 0 6h1",
  download: "M8 2.5v7.5M4.8 7 8 10.2 11.2 7M2.5 13.5h11",
  external: "M9 2.5h4.5V7M13.2 2.8 7.5 8.5M11.5 9.5v4h-9v-9h4",
  key: "M10.2 9.5a3.7 3.7 0 1 0-3.5-2.4L2.5 11.3v2.2H5v-1.6h1.6v-1.6h1.2l.9-.9c.5.1 1 .1 1.5.1ZM11 5h.01",
  lock: "M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
  check: "m3 8.5 3.2 3.2L13 5",
  close: "m4 4 8 8M12 4l-8 8",
  clock: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.2 1.6",
  filter: "M2 3.5h12M4.5 8h7M6.5 12.5h3",
  exit: "M6.5 2.5h-4v11h4M10 4.5 13.5 8 10 11.5M13 8H6.5",
} as const;

export type IconName = keyof typeof PATHS;

/** Decorative: the neighbouring text or the control's label carries the meaning. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width={name === "more" ? 2 : 1.4}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
