import type { Column } from "@/compiler/schema/types.ts";
import { draw } from "@/lib/charts/registry.ts";
import type { Config, Picture, Row } from "@/lib/charts/types.ts";
import { pictures } from "./registry.ts";

export interface ChartViewProps {
  /** A terminal node's type; any other node's result is shown as a grid. */
  readonly chart: string;
  readonly config: Config;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
  readonly title?: string;
  /** True when a limit cut the rows. */
  readonly truncated?: boolean;
}

/** Draws any terminal node's picture, the same on the server and in the browser. */
export function ChartView({ chart, title, ...input }: ChartViewProps) {
  return <PictureView picture={draw(chart, input)} title={title} columns={input.columns} rows={input.rows} />;
}

export interface PictureProps<Kind extends Picture = Picture> {
  readonly picture: Kind;
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export function PictureView(props: PictureProps) {
  const Component = pictures[props.picture.kind];
  return <Component {...props} />;
}
