import type { Mark, TextMark } from "@/lib/charts/types.ts";

/** A mark as its SVG element: geometry in attributes, looks in classes. */
export function MarkView({ mark }: { readonly mark: Mark }) {
  switch (mark.kind) {
    case "path":
      return <path class={mark.className} d={mark.d} />;
    case "rect":
      return <rect class={mark.className} x={mark.x} y={mark.y} width={mark.width} height={mark.height} />;
    case "line":
      return <line class={mark.className} x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} />;
    case "circle":
      return <circle class={mark.className} cx={mark.cx} cy={mark.cy} r={mark.r} />;
    case "text":
      return <Label mark={mark} />;
  }
}

function Label({ mark: { x, y, text, className, anchor, rotate, full } }: { readonly mark: TextMark }) {
  return (
    <text
      class={className}
      x={x}
      y={y}
      text-anchor={anchor === "start" ? undefined : anchor}
      transform={rotate === undefined ? undefined : `rotate(${rotate} ${x} ${y})`}
    >
      {text}
      {full !== undefined && <title>{full}</title>}
    </text>
  );
}
