/** Labels of categories below a plot: level where they fit, slanted where they do not, thinned as the last resort. */
import type { BandScale } from "./scale.ts";
import { round } from "./scale.ts";
import { fitText, textWidth } from "./text.ts";
import type { Box, Mark, TextMark } from "./types.ts";

const SLANT = 40;
const SINE = Math.sin(SLANT * Math.PI / 180);
const COSINE = Math.cos(SLANT * Math.PI / 180);
const SLANTED_STEP = 18;
const LINE = 15;
const LONGEST = 110;

export interface BandAxisPlan {
  readonly height: number;
  readonly slanted: boolean;
  /** Room for one label. */
  readonly room: number;
  /** Every how many-th category is labelled. */
  readonly every: number;
}

/** Decided before the plot's height is known, since slanted labels take from it. */
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

export function bandAxis(labels: readonly string[], scale: BandScale, plan: BandAxisPlan, plot: Box): Mark[] {
  const bottom = plot.y + plot.height;
  const marks: TextMark[] = [];
  for (let index = 0; index < labels.length; index += plan.every) {
    const label = labels[index]!;
    const centre = scale(index) + scale.bandwidth / 2;
    const text = fitText(label, plan.slanted ? Math.min(plan.room, centre / COSINE) : plan.room);
    const full = text === label ? undefined : label;
    if (plan.slanted) {
      marks.push({
        kind: "text",
        x: round(centre + 4),
        y: bottom + 12,
        text,
        full,
        className: "chart-tick",
        anchor: "end",
        rotate: -SLANT,
      });
      continue;
    }
    const half = textWidth(text) / 2;
    if (plan.every > 1 && centre + half > plot.x + plot.width + 8) continue;
    marks.push({
      kind: "text",
      x: round(Math.max(centre, half)),
      y: bottom + LINE,
      text,
      full,
      className: "chart-tick",
      anchor: "middle",
    });
  }
  return marks;
}
