import { type Icon, nodeDescription, type TypeName } from "@/compiler/browser.ts";

const UNKNOWN: Icon = { path: "M3 3h10v10H3z" };
const STROKE = 1.4;

export function NodeIcon({ type, size = 16 }: { readonly type: string; readonly size?: number }) {
  const { path, stroke = STROKE } = nodeDescription(type)?.icon ?? UNKNOWN;
  return (
    <svg
      class="canvas-icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      stroke-width={stroke}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={path} />
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
