import type { Column } from "@/compiler/browser.ts";
import type { ChartInput, Picture, Row } from "@/lib/charts/types.ts";

/** What a component gets that draws one kind of picture; the rows are for the table beside a plot. */
export interface PictureProps<Kind extends Picture = Picture>
  extends Pick<ChartInput, "truncated" | "kept" | "reduced"> {
  readonly picture: Kind;
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}
