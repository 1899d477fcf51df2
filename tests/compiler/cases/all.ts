/** The corpus: what every node means. */
import { askedFilters } from "./asked_filters.ts";
import { kpiRanges } from "./kpi_ranges.ts";
import { asofJoins } from "./asof_joins.ts";
import type { Case } from "./case.ts";
import { corners } from "./corners.ts";
import { fills } from "./fills.ts";
import { filters } from "./filters.ts";
import { grouping } from "./grouping.ts";
import { joins } from "./joins.ts";
import { metricFormulas } from "./metric_formulas.ts";
import { metrics } from "./metrics.ts";
import { neighbours } from "./neighbours.ts";
import { options } from "./options.ts";
import { pivots } from "./pivots.ts";
import { readings } from "./readings.ts";
import { shaping } from "./shaping.ts";
import { terminals } from "./terminals.ts";
import { timeFrames } from "./time_frames.ts";
import { unions } from "./unions.ts";
import { unpivots } from "./unpivots.ts";
import { windows } from "./windows.ts";
import { zeros } from "./zeros.ts";

export const CASES: readonly Case[] = [
  ...filters,
  ...shaping,
  ...readings,
  ...grouping,
  ...pivots,
  ...unpivots,
  ...fills,
  ...metricFormulas,
  ...metrics,
  ...windows,
  ...neighbours,
  ...timeFrames,
  ...joins,
  ...asofJoins,
  ...unions,
  ...terminals,
  ...options,
  ...askedFilters,
  ...kpiRanges,
  ...zeros,
  ...corners,
];
