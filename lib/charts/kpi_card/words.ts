/** What a KPI says: its name, its change and its status. */
import { formatPercent, NULL_TEXT } from "../shared/format/number.ts";
import { recordOption, textOption } from "../shared/rows/options.ts";
import { cleanLabel } from "../shared/text.ts";
import { aggregateName, nounFor } from "../shared/words.ts";
import type { KpiPicture } from "../types.ts";
import type { Change, KpiReading, Level } from "./layout.ts";

type Delta = NonNullable<KpiPicture["delta"]>;

/** With a comparison the value is the last period's, and says so. */
export function label({ config, column }: KpiReading): string {
  const subject = cleanLabel(textOption(config, "metric") ?? column.name);
  const name = aggregateName(textOption(config, "function"), subject);
  return config.compare === undefined ? name : `${name}, last ${period(config.compare)}`;
}

/** "day", "5 minutes"; "period" when the setting is unreadable. */
function period(compare: unknown): string {
  const { size, unit } = recordOption(recordOption(compare).period);
  const count = Number(size);
  if (typeof unit !== "string" || unit === "" || !Number.isFinite(count)) return "period";
  return count === 1 ? unit : `${count} ${nounFor(count, unit)}`;
}

export function changeWords({ config, previous, write }: KpiReading, change: Change): Delta {
  const { direction, amount, ratio } = change;
  const signed = (text: string) => direction === "up" && !text.startsWith("+") ? `+${text}` : text;
  return {
    direction,
    amount: amount === null ? NULL_TEXT : signed(write(amount)),
    percent: ratio === null ? null : signed(formatPercent(ratio, 2)),
    previous: previous === null ? NULL_TEXT : write(previous),
    period: `previous ${period(config.compare)}`,
  };
}

const LEVELS = { green: "Green", amber: "Amber", red: "Red" } as const;

export function statusWords({ write }: KpiReading, { level, relation, limit }: Level): string {
  return `${LEVELS[level]}: ${relation} ${write(limit)}`;
}

export function summary({ label, value, delta, status }: Omit<KpiPicture, "kind" | "summary">): string {
  return [`${label}: ${value}.`, delta && deltaSentence(delta), status && `${status.text}.`]
    .filter(Boolean).join(" ");
}

const DIRECTIONS = { up: "Up", down: "Down", flat: "Unchanged" } as const;

function deltaSentence({ direction, amount, percent, previous, period }: Delta): string {
  if (amount === NULL_TEXT) return `No comparison with the ${period}.`;
  const size = percent ? ` ${amount} (${percent})` : ` ${amount}`;
  const change = direction === "flat" ? "" : size;
  return `${DIRECTIONS[direction]}${change} against the ${period}, which was ${previous}.`;
}
