/** What a KPI says: its name, its change and its status. */
import { formatPercent, NULL_TEXT } from "../shared/format/number.ts";
import { recordOption, textOption } from "../shared/rows/options.ts";
import { cleanLabel } from "../shared/text.ts";
import { aggregateName, nounFor } from "../shared/words.ts";
import type { Comparison } from "@/compiler/schema/types.ts";
import type { KpiPicture } from "../types.ts";
import { shortPeriods } from "./short_periods.ts";
import type { Change, KpiReading, Level } from "./layout.ts";

type Delta = NonNullable<KpiPicture["delta"]>;

/** With a comparison the value is that of a period, and says which. */
export function label({ config, column, compared }: KpiReading): string {
  const subject = cleanLabel(textOption(config, "metric") ?? column.name);
  const name = aggregateName(textOption(config, "function"), subject);
  if (config.compare === undefined) return name;
  return `${name}, ${
    compared ? rangeWords(compared) : `last ${period(recordOption(config.compare).period)}`
  }`;
}

/** "day", "5 minutes"; "period" when the setting is unreadable. */
function period(given: unknown): string {
  const { size, unit } = recordOption(given);
  const count = Number(size);
  if (typeof unit !== "string" || unit === "" || !Number.isFinite(count)) return "period";
  return count === 1 ? unit : `${count} ${nounFor(count, unit)}`;
}

function rangeWords({ last, from, to }: Comparison): string {
  if (last) return `last ${period(last)}`;
  return from && to ? `${moment(from)} to ${moment(to)}` : "in the chosen range";
}

const moment = (iso: string) => iso.slice(0, 16).replace("T", " ").replace(/ 00:00$/, "");

/** What the value is compared with. */
function before({ config, compared }: KpiReading): string {
  if (compared === undefined) return `previous ${period(recordOption(config.compare).period)}`;
  const { last, from, to } = compared;
  if (last) return `previous ${period(last)}`;
  return from && to ? "period of the same length before" : "period before";
}

export function changeWords(reading: KpiReading, change: Change): Delta {
  const { previous, write } = reading;
  const { direction, amount, ratio } = change;
  const signed = (text: string) => direction === "up" && !text.startsWith("+") ? `+${text}` : text;
  return {
    direction,
    amount: amount === null ? NULL_TEXT : signed(write(amount)),
    percent: ratio === null ? null : signed(formatPercent(ratio, 2)),
    previous: previous === null ? NULL_TEXT : write(previous),
    period: before(reading),
    short: short(reading),
    ...(reading.compared?.reason && { reason: REASONS[reading.compared.reason] }),
  };
}

const REASONS: Readonly<Record<NonNullable<Comparison["reason"]>, string>> = {
  open_ended: "no period of the same length before it",
  no_length: "the range has no length",
  several_ranges: "the filters say more than one period",
};

function short({ config, compared }: KpiReading): string {
  if (compared?.reason) return "chosen range";
  const said = compared && shortPeriods(compared);
  return said ?? `last ${period(compared?.last ?? recordOption(config.compare).period)} vs before`;
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

function deltaSentence({ direction, amount, percent, previous, period, reason }: Delta): string {
  if (direction === "none" && reason) return `No comparison: ${reason}.`;
  if (direction === "none") return `No comparison with the ${period}.`;
  const size = percent ? ` ${amount} (${percent})` : ` ${amount}`;
  const change = direction === "flat" ? "" : size;
  return `${DIRECTIONS[direction]}${change} against the ${period}, which was ${previous}.`;
}
