import { AsOf } from "@/components/AsOf.tsx";

interface FreshnessProps {
  readonly widgetId: string;
  readonly asOf: string | null;
  readonly refreshSeconds: number;
  /** Sent beside a refreshed body: replaces the label in the tile's head. */
  readonly outOfBand?: boolean;
}

/** When the rows were read. A script marks it as stale once it is much older than a refresh would leave it. */
export function Freshness({ widgetId, asOf, refreshSeconds, outOfBand }: FreshnessProps) {
  return (
    <span
      class="tile-freshness ui-clip"
      id={`freshness-${widgetId}`}
      data-as-of={asOf ?? undefined}
      data-refresh={refreshSeconds}
      hx-swap-oob={outOfBand ? "true" : undefined}
    >
      {asOf ? <AsOf time={asOf} /> : null}
    </span>
  );
}
