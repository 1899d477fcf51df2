import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PictureProps } from "@/components/charts/picture_props.ts";
import { Plot } from "@/components/charts/Plot.tsx";
import { spokenHit } from "@/lib/charts/hit_words.ts";
import { hitAfterKey, hitUnderPointer } from "@/lib/charts/hits.ts";
import type { PlotPicture } from "@/lib/charts/types.ts";
import { Marker } from "./Marker.tsx";
import { Tooltip } from "./Tooltip.tsx";

/** The pointer's place is kept, not the hit under it: a refresh may put another hit there. */
type Focus = { readonly by: "pointer"; readonly x: number; readonly y: number } | {
  readonly by: "key";
  readonly index: number;
};

/** A plot under a layer that shows the exact values at the pointer or at the arrow keys' place. */
export function LivePlot(props: PictureProps<PlotPicture>) {
  const { picture, columns } = props;
  const [focus, setFocus] = useState<Focus | null>(null);
  const surface = useRef<HTMLDivElement>(null);
  const frame = useRef(0);
  // Preact skips an element it already has, so a hover does not compare thousands of marks.
  const plot = useMemo(() => <Plot {...props} />, [picture, props.title]);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const index = indexOf(picture, focus);
  const hit = index === null ? undefined : picture.hits[index];

  const follow = (event: PointerEvent) => {
    const box = surface.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const x = (event.clientX - box.left) * picture.width / box.width;
    const y = (event.clientY - box.top) * picture.height / box.height;
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => setFocus({ by: "pointer", x, y }));
  };
  const leave = () => {
    cancelAnimationFrame(frame.current);
    setFocus((old) => old?.by === "pointer" ? null : old);
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = hitAfterKey(picture, index, event.key);
    if (next === undefined) return;
    event.preventDefault();
    setFocus(next === null ? null : { by: "key", index: next });
  };

  return (
    <div
      class="chart-live"
      ref={surface}
      tabIndex={0}
      role="group"
      aria-roledescription="chart"
      aria-label="Chart. Arrow keys read its values."
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={leave}
      onKeyDown={press}
      onBlur={() => setFocus(null)}
    >
      {plot}
      {hit && <Marker picture={picture} hit={hit} />}
      {hit && <Tooltip picture={picture} hit={hit} columns={columns} />}
      <p class="chart-hidden" aria-live="polite">
        {hit && focus?.by === "key" ? spokenHit(hit, columns) : ""}
      </p>
    </div>
  );
}

function indexOf(picture: PlotPicture, focus: Focus | null): number | null {
  if (!focus) return null;
  if (focus.by === "pointer") return hitUnderPointer(picture, focus.x, focus.y);
  return focus.index < picture.hits.length ? focus.index : null;
}
