import type { EmptyPicture } from "@/lib/charts/types.ts";
import type { PictureProps } from "./picture_props.ts";

export function EmptyChart({ picture }: PictureProps<EmptyPicture>) {
  return (
    <div class="chart chart-empty">
      <p class="chart-empty-message">{picture.message}</p>
      {picture.hint && <p class="chart-empty-hint">{picture.hint}</p>}
    </div>
  );
}
