/** One number, its change against the period before, and how it stands to its limits, in words as well as colour. */
import { missingInput } from "../shared/empty.ts";
import { NULL_TEXT } from "../shared/format/number.ts";
import { formatValue } from "../shared/format/value.ts";
import type { Geometry, KpiPicture } from "../types.ts";
import { changeOf, levelOf, readKpi } from "./layout.ts";
import { changeWords, label, statusWords, summary } from "./words.ts";

export const kpiCard: Geometry = (input) => {
  const missing = missingInput(input);
  if (missing) return missing;
  const reading = readKpi(input);
  const { column, value, write } = reading;
  const change = changeOf(reading);
  const level = levelOf(reading);
  const said: Omit<KpiPicture, "kind" | "summary"> = {
    label: label(reading),
    value: value === null ? NULL_TEXT : write(value),
    exact: formatValue(column, value),
    delta: change && changeWords(reading, change),
    status: level && { level: level.level, text: statusWords(reading, level) },
  };
  return { kind: "kpi", ...said, summary: summary(said) };
};
