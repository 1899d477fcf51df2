import { PlainChart } from "@/components/tile/PlainChart.tsx";
import { TablePages } from "@/components/tile/TablePages.tsx";
import { type TileLinks, withOffset } from "@/lib/tiles/links.ts";
import { isPaged } from "@/lib/tiles/paging.ts";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";

interface TileChartProps {
  readonly data: WidgetData;
  readonly links: TileLinks;
  readonly offset: number;
  readonly width: number;
  readonly height: number;
}

/** A tile's chart without scripts; a table comes with its pages. */
export function TileChart({ links, offset, ...drawing }: TileChartProps) {
  const { chart, widget_id } = drawing.data;
  if (!isPaged(chart)) return <PlainChart {...drawing} />;
  const pageAt = (row: number) => withOffset(links.tile, row);
  const target = `#tile-body-${widget_id}`;
  return <TablePages {...drawing} offset={offset} pageAt={pageAt} csv={links.csv} target={target} />;
}
