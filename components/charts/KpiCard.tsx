import type { KpiPicture } from "@/lib/charts/types.ts";
import type { PictureProps } from "./picture_props.ts";

const ARROWS = { up: "▲", down: "▼", flat: "■" } as const;
const WORDS = { up: "up", down: "down", flat: "unchanged" } as const;

/** One number large enough to read across a desk. Hovering shows every digit. */
export function KpiCard({ picture, title }: PictureProps<KpiPicture>) {
  const { label, value, exact, delta, status } = picture;
  return (
    <div
      class={`chart chart-kpi${status ? ` chart-kpi-${status.level}` : ""}`}
      role="group"
      aria-label={title ?? label}
    >
      <p class="chart-kpi-label">{label}</p>
      <p class={`chart-kpi-value chart-kpi-length-${lengthClass(value)}`}>
        <data value={exact} title={exact === value ? undefined : exact}>{value}</data>
      </p>
      {delta && <Delta delta={delta} />}
      {status && (
        <p class={`chart-status chart-status-${status.level}`}>
          <span class="chart-status-mark" aria-hidden="true" />
          {status.text}
        </p>
      )}
    </div>
  );
}

interface DeltaProps {
  readonly delta: NonNullable<KpiPicture["delta"]>;
}

function Delta({ delta }: DeltaProps) {
  if (delta.direction === "none") {
    return (
      <p class="chart-kpi-delta">
        <span class="chart-delta chart-delta-flat">no comparison</span>
        <span class="chart-kpi-previous">{delta.reason ?? `${delta.period}: ${delta.previous}`}</span>
        <Short delta={delta} />
      </p>
    );
  }
  return (
    <p class="chart-kpi-delta">
      <span class={`chart-delta chart-delta-${delta.direction}`}>
        <span aria-hidden="true">{ARROWS[delta.direction]}</span>
        <span class="chart-hidden">{WORDS[delta.direction]}</span> {delta.amount}
        {delta.percent && <span class="chart-delta-percent">({delta.percent})</span>}
      </span>
      <span class="chart-kpi-previous">{`${delta.period}: ${delta.previous}`}</span>
      <Short delta={delta} />
    </p>
  );
}

/** Seen on a low tile in the place of the label and the period, which are read out all the same. */
function Short({ delta: { short, period, previous, reason } }: DeltaProps) {
  return (
    <span class="chart-kpi-short" aria-hidden="true" title={reason ?? `${period}: ${previous}`}>{short}</span>
  );
}

/** The type shrinks in steps so that any number fits its card. */
function lengthClass(value: string): "short" | "medium" | "long" {
  return value.length <= 8 ? "short" : value.length <= 14 ? "medium" : "long";
}
