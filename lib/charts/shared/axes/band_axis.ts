/** Labels of categories below a plot: level where they fit, slanted where they do not, thinned as the last resort. */
import type { Box, Mark, TextMark } from "../../types.ts";
import { fitted, textMark } from "../marks.ts";
import { bandCentre, type BandScale, round } from "../scales/scale.ts";
import { textWidth } from "../text.ts";
import { LABEL_LINE } from "./labels.ts";

const SLANT = 40;
const SINE = Math.sin(SLANT * Math.PI / 180);
const COSINE = Math.cos(SLANT * Math.PI / 180);
/** Slots narrower than this have no room for slanted labels. */
const SLANTED_STEP = 18;
const LONGEST = 110;
/** Between one label and the next. */
const GAP = 10;

export interface BandAxisPlan {
  readonly height: number;
  readonly slanted: boolean;
  /** Room for one label. */
  readonly room: number;
  /** Every how many-th category is labelled. */
  readonly every: number;
}

/** Decided before the plot's height is known, since slanted labels take from it. `step` is a category's width. */
export function planBandAxis(labels: readonly string[], step: number, height: number): BandAxisPlan {
  const longest = labels.reduce((most, label) => Math.max(most, textWidth(label)), 0);
  if (longest + 8 <= step || (step >= 64 && longest <= step * 1.6)) {
    return { height: 20, slanted: false, room: step - 8, every: 1 };
  }
  const room = Math.min(longest, LONGEST, height * 0.3 / SINE);
  if (step >= SLANTED_STEP && room >= 36) {
    return { height: Math.ceil(room * SINE + 18), slanted: true, room, every: 1 };
  }
  const width = Math.min(longest, LONGEST);
  const every = Math.max(1, Math.ceil((width + 10) / step));
  return { height: 20, slanted: false, room: width, every };
}

interface BandAxisPlace {
  readonly plot: Box;
  /** The last category, where it must have its label. */
  readonly always?: number;
}

export function bandAxis(
  labels: readonly string[],
  scale: BandScale,
  plan: BandAxisPlan,
  { plot, always }: BandAxisPlace,
): Mark[] {
  const isThinned = plan.every > 1 && always !== undefined;
  const end = isThinned ? lastLabel(labels[always]!, plan, plot) : undefined;
  const from = end ? end.x - textWidth(end.text) - GAP : Infinity;
  const marks = labels.flatMap((label, index) => {
    if (index % plan.every !== 0) return [];
    const centre = bandCentre(scale, index);
    if (end && centre + textWidth(fitted(label, plan.room).text) / 2 > from) return [];
    return plan.slanted ? [slanted(label, centre, plan, plot)] : level(label, centre, plan, plot);
  });
  return end ? [...marks, end] : marks;
}

/** Ends with the plot, since the bar stands at its end. */
function lastLabel(label: string, plan: BandAxisPlan, plot: Box): TextMark {
  const { text, full } = fitted(label, Math.max(plan.room, LONGEST));
  const y = plot.y + plot.height + LABEL_LINE;
  return textMark(round(plot.x + plot.width), y, text, "chart-tick", { full, anchor: "end" });
}

function slanted(label: string, centre: number, plan: BandAxisPlan, plot: Box): TextMark {
  const { text, full } = fitted(label, Math.min(plan.room, centre / COSINE));
  const y = plot.y + plot.height + 12;
  return textMark(round(centre + 4), y, text, "chart-tick", { full, anchor: "end", rotate: -SLANT });
}

function level(label: string, centre: number, plan: BandAxisPlan, plot: Box): TextMark[] {
  const { text, full } = fitted(label, plan.room);
  const half = textWidth(text) / 2;
  if (plan.every > 1 && centre + half > plot.x + plot.width + 8) return [];
  const x = round(Math.max(centre, half));
  return [textMark(x, plot.y + plot.height + LABEL_LINE, text, "chart-tick", { full, anchor: "middle" })];
}
