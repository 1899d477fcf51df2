import { ChartView } from "@/components/charts/ChartView.tsx";
import { TileNotes } from "@/components/tile/TileNotes.tsx";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";

interface PlainChartProps {
  readonly data: WidgetData;
  readonly width: number;
  readonly height: number;
}

/** A widget's chart without scripts: tables, numbers, and charts that arrived late. */
export function PlainChart({ data, width, height }: PlainChartProps) {
  const { chart, config, columns, rows, truncated, kept, reduced } = data;
  return (
    <div class="tile-noted">
      <TileNotes data={data} id={data.widget_id} />
      <ChartView
        chart={chart}
        title={data.title}
        config={config}
        columns={columns}
        rows={rows}
        width={width}
        height={height}
        truncated={truncated}
        compared={data.compared}
        kept={kept}
        reduced={reduced}
      />
    </div>
  );
}
