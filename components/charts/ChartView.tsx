import { draw } from "@/lib/charts/registry.ts";
import type { ChartInput } from "@/lib/charts/types.ts";
import type { PictureProps } from "./picture_props.ts";
import { pictures } from "./registry.ts";

export interface ChartViewProps extends ChartInput {
  /** A terminal node's type; any other node's result is shown as a grid. */
  readonly chart: string;
  readonly title?: string;
}

/** Draws any terminal node's picture, the same on the server and in the browser. */
export function ChartView({ chart, title, ...input }: ChartViewProps) {
  return <PictureView {...input} picture={draw(chart, input)} title={title} />;
}

/** Draws a picture by the component of its kind. */
export function PictureView(props: PictureProps) {
  const Component = pictures[props.picture.kind];
  return <Component {...props} />;
}
