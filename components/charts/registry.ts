import type { FunctionComponent } from "preact";
import type { Picture } from "@/lib/charts/types.ts";
import type { PictureProps } from "./picture_props.ts";
import { DataGrid } from "./DataGrid.tsx";
import { EmptyChart } from "./EmptyChart.tsx";
import { KpiCard } from "./KpiCard.tsx";
import { Plot } from "./Plot.tsx";

type Components = {
  readonly [Kind in Picture["kind"]]: FunctionComponent<PictureProps<Extract<Picture, { kind: Kind }>>>;
};

const components: Components = { plot: Plot, grid: DataGrid, kpi: KpiCard, empty: EmptyChart };

/** The component for each kind of picture; the kind of the picture passed decides, so the types agree. */
export const pictures = components as Readonly<Record<Picture["kind"], FunctionComponent<PictureProps>>>;
