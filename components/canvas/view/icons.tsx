import type { TypeName } from "@/compiler/schema/types.ts";

/** Line icons on a 16 px grid, one path per node type. */
const NODE_PATHS: ReadonlyMap<string, string> = new Map([
  [
    "data_source",
    "M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2-2.5 2-5.5 2-5.5-.9-5.5-2Zm0 0v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2",
  ],
  ["filter", "M2 3h12L9.5 8.5V13l-3-1.5v-3L2 3Z"],
  ["select", "M2.5 2.5h11v11h-11zM6.2 2.5v11M9.8 2.5v11"],
  ["rename", "M2 4.5h5M2 8h3.5M2 11.5h5M9 11.5l.6-2.4 3.2-3.2a1.2 1.2 0 0 1 1.7 1.7l-3.2 3.2-2.3.7Z"],
  ["sort", "M4.5 3v10M2 10.5 4.5 13 7 10.5M9 4h5M9 8h3.8M9 12h2.4"],
  ["limit", "M2.5 3.5h11M2.5 7h11M4.5 11.5h7M8 9.5v4"],
  ["sample", "M3 3.5h.01M8 3.5h.01M13 3.5h.01M3 8h.01M8 8h2.5M13 8h.01M3 12.5h2.5M8 12.5h.01M13 12.5h.01"],
  ["unique", "M6 10.5a4.3 4.3 0 1 1 4-6M10 5.5a4.3 4.3 0 1 1-4 6"],
  ["group_by", "M2.5 2.5h4v4h-4zM2.5 9.5h4v4h-4zM9 4.5h4.5M9 11.5h4.5M11 8h2.5"],
  [
    "join",
    "M6 12.2a4.2 4.2 0 1 1 0-8.4 4.2 4.2 0 0 1 0 8.4ZM10 12.2a4.2 4.2 0 1 1 0-8.4 4.2 4.2 0 0 1 0 8.4Z",
  ],
  ["union", "M3 3v4a5 5 0 0 0 10 0V3M3 13.5h10"],
  [
    "formula",
    "M10.5 2.8c-1.8-.6-2.6.4-2.9 2L6.3 11.3c-.3 1.7-1.2 2.5-2.8 1.9M4.8 6.5h4.7M10 9l3.5 4M13.5 9 10 13",
  ],
  ["window", "M2.5 13V8.5M6 13V5.5M9.5 13V8M13 13V3.5M2 2.5h6"],
  ["pivot", "M2.5 2.5h11v11h-11zM2.5 6.2h11M6.2 2.5v11M9 9.5h2.5v2"],
  ["table_view", "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M7 6.3V13"],
  ["bar_chart", "M2.5 13.5h11M4 11V8M7 11V4M10 11V6.5M13 11V3"],
  ["line_chart", "M2.5 2.5v11h11M4.5 10.5l3-3.5 2.3 2 3.7-5"],
  ["candlestick", "M4.5 2v2M4.5 10v3M3 4h3v6H3zM11.5 3v3M11.5 11v3M10 6h3v5h-3z"],
  ["scatter_plot", "M2.5 2.5v11h11M6 10h.01M8 7h.01M10.5 8.5h.01M12 4.5h.01M6.5 5.5h.01"],
  ["kpi_card", "M2.5 4.5h11v7h-11zM5 9V7.5L6.2 7M8 9h3M8 7h2"],
  ["pivot_table", "M2.5 2.5h11v11h-11zM2.5 6h11M6 2.5v11M2.5 10H13.5"],
]);

const FALLBACK = "M3 3h10v10H3z";

export function NodeIcon({ type, size = 16 }: { readonly type: string; readonly size?: number }) {
  return (
    <svg
      class="canvas-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width={type === "sample" || type === "scatter_plot" ? 1.8 : 1.4}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={NODE_PATHS.get(type) ?? FALLBACK} />
    </svg>
  );
}

/** Short marks that tell column types apart at a glance; the title says the type in words. */
export const TYPE_MARKS: Readonly<Record<TypeName, { readonly mark: string; readonly title: string }>> = {
  string: { mark: "abc", title: "text" },
  int64: { mark: "123", title: "whole number" },
  float64: { mark: "1.5", title: "number" },
  decimal: { mark: "0.01", title: "decimal" },
  date: { mark: "day", title: "date" },
  datetime: { mark: "time", title: "date and time" },
  boolean: { mark: "t/f", title: "true or false" },
};

export function TypeMark({ type }: { readonly type: TypeName }) {
  const { mark, title } = TYPE_MARKS[type];
  return <span class={`canvas-type canvas-type-${type}`} title={title}>{mark}</span>;
}
