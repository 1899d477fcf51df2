/** What a scatter plot says: of itself, along its axes, and of each point. */
import { formatNumber } from "../shared/format/number.ts";
import { labelOf, nameOf as columnName } from "../shared/format/value.ts";
import { round } from "../shared/scales/scale.ts";
import { nounFor } from "../shared/words.ts";
import type { ChartInput, Hit, HitEntry } from "../types.ts";
import type { ScatterLayout } from "./layout.ts";
import type { ScatterPoint } from "./points.ts";
import type { Trend } from "./trend.ts";

const MOST_NAMES = 6;

const nameOf = ({ columns }: ChartInput, column: number) => columnName(columns[column]!);

export function axisTitles(input: ChartInput): { readonly x: string; readonly y: string } {
  return { x: `${nameOf(input, 0)} →`, y: `↑ ${nameOf(input, 1)}` };
}

export function trendWords({ rSquared }: Trend): string {
  return `Trend r² ${formatNumber(Number(rSquared.toFixed(2)))}`;
}

export function summary({ input, points, groups }: ScatterLayout): string {
  const [x, y] = [nameOf(input, 0), nameOf(input, 1)];
  const count = `${points.length} ${nounFor(points.length, "point")}`;
  return `Scatter plot of ${y} against ${x}, ${count}. ` +
    `${x} ${range(input, points, "x")}, ${y} ${range(input, points, "y")}.${colours(groups)}`;
}

/** The least and the greatest value of an axis, as the store wrote them. */
function range({ columns, rows }: ChartInput, points: readonly ScatterPoint[], axis: "x" | "y"): string {
  const column = axis === "x" ? 0 : 1;
  const extreme = (sign: 1 | -1) =>
    points.reduce((best, point) => (point[axis] - best[axis]) * sign > 0 ? point : best);
  const text = ({ row }: ScatterPoint) => labelOf(columns[column], rows[row]![column]);
  return `from ${text(extreme(-1))} to ${text(extreme(1))}`;
}

function colours(groups: readonly string[]): string {
  if (groups.length < 2) return "";
  const names = groups.slice(0, MOST_NAMES).join(", ");
  return ` ${groups.length} colours: ${names}${groups.length > MOST_NAMES ? " and more" : ""}.`;
}

export function hits({ input, channels, groups, points, x, y }: ScatterLayout): readonly Hit[] {
  const columns = channels.size === undefined ? [0, 1] : [0, 1, channels.size];
  return points.map((point) => {
    const row = input.rows[point.row]!;
    const place = { x: round(x(point.x)), y: round(y(point.y)) };
    return {
      ...place,
      title: channels.color === undefined
        ? undefined
        : { column: channels.color, value: row[channels.color] },
      entries: columns.map((column): HitEntry => ({
        label: nameOf(input, column),
        column,
        value: row[column],
        series: column === 1 && groups.length > 1 ? point.group : undefined,
      })),
      dots: [{ ...place, series: point.group }],
    };
  });
}
