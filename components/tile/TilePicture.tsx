import { PlainPicture } from "@/components/tile/PlainPicture.tsx";
import { TablePages } from "@/components/tile/TablePages.tsx";
import type { TileLinks } from "@/components/tile/model.ts";
import type { WidgetData } from "@/lib/services/types.ts";

interface TilePictureProps {
  readonly data: WidgetData;
  readonly links: TileLinks;
  readonly offset: number;
  readonly width: number;
  readonly height: number;
}

/** A tile's picture without scripts; a table comes with its pages. */
export function TilePicture(props: TilePictureProps) {
  if (props.data.chart === "table_view") return <TablePages {...props} />;
  const { data, width, height } = props;
  return <PlainPicture data={data} width={width} height={height} />;
}
