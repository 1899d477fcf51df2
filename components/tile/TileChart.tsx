import { PlainChart } from "@/components/tile/PlainChart.tsx";
import { TablePages } from "@/components/tile/TablePages.tsx";
import { isPaged, type TileLinks, withOffset } from "@/lib/tiles/model.ts";
import type { WidgetData } from "@/lib/server/types.ts";

interface TileChartProps {
  readonly data: WidgetData;
  readonly links: TileLinks;
  readonly offset: number;
  readonly width: number;
  readonly height: number;
}

/** A tile's picture without scripts; a table comes with its pages. */
export function TileChart({ links, offset, ...picture }: TileChartProps) {
  const { chart, widget_id } = picture.data;
  if (!isPaged(chart)) return <PlainChart {...picture} />;
  const pageAt = (row: number) => withOffset(links.tile, row);
  return <TablePages {...picture} offset={offset} pageAt={pageAt} target={`#tile-body-${widget_id}`} />;
}
