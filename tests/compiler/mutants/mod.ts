/** Every mutant: `deno task mutants` plants them one by one. */
import { cards } from "./cards.ts";
import { combining } from "./combining.ts";
import { editing } from "./editing.ts";
import { exactMetrics } from "./exact_metrics.ts";
import { filters } from "./filters.ts";
import { formulas } from "./formulas.ts";
import { fusion } from "./fusion.ts";
import { grouping } from "./grouping.ts";
import { handing } from "./handing.ts";
import { language } from "./language.ts";
import { liftedFilters } from "./lifted_filters.ts";
import type { Mutant } from "./mutant.ts";
import { ordering } from "./ordering.ts";
import { pictures } from "./pictures.ts";
import { ranges } from "./ranges.ts";
import { reading } from "./reading.ts";
import { readings } from "./readings.ts";
import { services } from "./services.ts";
import { spreading } from "./spreading.ts";
import { windows } from "./windows.ts";
import { writing } from "./writing.ts";

export const MUTANTS: readonly Mutant[] = [
  ...fusion,
  ...ranges,
  ...reading,
  ...filters,
  ...ordering,
  ...grouping,
  ...pictures,
  ...cards,
  ...combining,
  ...handing,
  ...spreading,
  ...windows,
  ...liftedFilters,
  ...language,
  ...formulas,
  ...exactMetrics,
  ...readings,
  ...writing,
  ...editing,
  ...services,
];
