/** What a bar chart says: of itself, and of each category. */
import { seriesEntry, seriesSummary } from "../shared/rows/series_words.ts";
import { round } from "../shared/scales/scale.ts";
import { nounFor } from "../shared/words.ts";
import type { Hit } from "../types.ts";
import type { PlacedBar } from "./bars.ts";
import type { BarChartLayout } from "./layout.ts";

export function summary({ input, table, bars }: BarChartLayout): string {
  const { length } = bars.categories;
  const shown = bars.others === undefined ? length : length - 1;
  const others = bars.others === undefined ? "" : ` and ${String(bars.categories[bars.others])} as one`;
  const scope = `${shown} ${nounFor(shown, "category", "categories")}${others}.`;
  return seriesSummary(bars.stacked ? "Stacked bar" : "Bar", table, input.columns[0]!, scope, table.points);
}

export function hits(layout: BarChartLayout): readonly Hit[] {
  const { table, bars } = layout;
  const members: PlacedBar[][] = bars.categories.map(() => []);
  for (const bar of bars.bars) members[bar.category]!.push(bar);
  return bars.categories.map((value, category) => ({
    ...placeOf(layout, category, members[category]!),
    title: { column: 0, value },
    entries: bars.entries[category]!.map(({ series, raw }) => seriesEntry(table, series, raw)),
    dots: [],
  }));
}

/** A category is read at the tip of its longest bar; its whole slot is shaded. */
function placeOf(
  { plot, values, bands, hitAxis }: BarChartLayout,
  category: number,
  bars: readonly PlacedBar[],
): Pick<Hit, "x" | "y" | "band"> {
  const ends = bars.flatMap(({ from, to }) => [values(from), values(to)]);
  const size = round(bands.step);
  if (hitAxis === "x") {
    const x = plot.x + category * bands.step;
    const tip = Math.min(...ends, plot.y + plot.height);
    const band = { x: round(x), y: plot.y, width: size, height: plot.height };
    return { x: round(x + bands.step / 2), y: round(tip), band };
  }
  const y = plot.y + category * bands.step;
  const tip = Math.max(...ends, plot.x);
  const band = { x: plot.x, y: round(y), width: plot.width, height: size };
  return { x: round(tip), y: round(y + bands.step / 2), band };
}
