import { AsOf } from "@/components/AsOf.tsx";
import { PlainChart } from "@/components/tile/PlainChart.tsx";
import { TablePages } from "@/components/tile/TablePages.tsx";
import { withOffset } from "@/lib/tiles/links.ts";
import { isHydrated } from "@/lib/tiles/model.ts";
import { isPaged } from "@/lib/tiles/paging.ts";
import { replacesItself } from "@/lib/tiles/polling.ts";
import Chart from "@/islands/Chart.tsx";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";
import { type EmbedView, FRAME_SIZE } from "../(_embed)/open_embed.ts";

interface EmbedBodyProps {
  readonly embed: Pick<EmbedView, "links" | "refreshSeconds" | "offset">;
  readonly data: WidgetData;
  readonly drawsIslands: boolean;
}

/** Title, time and chart. Charts fetch for themselves; htmx replaces the rest. */
export function EmbedBody({ embed, data, drawsIslands }: EmbedBodyProps) {
  const { links, refreshSeconds, offset } = embed;
  const live = drawsIslands && isHydrated(data.chart);
  const trigger = live || refreshSeconds === 0 ? null : `every ${refreshSeconds}s`;
  const pageAt = (row: number) => withOffset(links.page, row);
  return (
    <div class="embed-frame" {...replacesItself(pageAt(offset), trigger, { keepOn: ["5xx"] })}>
      <header class="embed-head">
        <h1 class="ui-clip ui-grow">{data.title}</h1>
        <span class="tile-freshness ui-clip">
          <AsOf time={data.as_of} />
        </span>
      </header>
      <div class="embed-body">
        {live
          ? <Chart src={links.data} data={data} refreshSeconds={refreshSeconds} {...FRAME_SIZE} />
          : isPaged(data.chart)
          ? <TablePages data={data} {...FRAME_SIZE} offset={offset} pageAt={pageAt} target=".embed-frame" />
          : <PlainChart data={data} {...FRAME_SIZE} />}
      </div>
    </div>
  );
}
