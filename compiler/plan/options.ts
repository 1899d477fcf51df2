/** Checks what the caller asks of a compile. */
import type { Expr } from "../ir/expr.ts";
import { readPeriod } from "../nodes/periods.ts";
import { readValue } from "../nodes/values.ts";
import { LIMITS } from "../schema/limits.ts";
import { shown } from "../schema/shown.ts";
import type { CompileOptions, Problem } from "../schema/types.ts";
import { isRecord } from "../schema/untyped.ts";

/** `dialects` has a key for each dialect that there is. */
export function optionProblems(options: CompileOptions, dialects: object): readonly Problem[] {
  return [
    ...rowProblems(options),
    ...filterProblems("filters", options.filters ?? []),
    ...filterProblems("locked", options.locked ?? []),
    ...rangeProblems(options.range),
    ...othersOf(options, dialects),
  ];
}

/** The moment that `now` names, as a value for the statement; undefined where it names none. */
export function momentOf(iso: unknown): Expr | undefined {
  if (iso === undefined) return undefined;
  const read = readValue(iso, { type: "datetime", nullable: false });
  if ("wrong" in read) return undefined;
  if (read.expr.type.type === "datetime") return read.expr;
  return {
    ...read.expr,
    value: `${read.expr.value}T00:00:00.000Z`,
    type: { type: "datetime", nullable: false },
  };
}

function rowProblems(options: CompileOptions): readonly Problem[] {
  const problems: Problem[] = [];
  for (const key of ["limit", "lineLimit", "offset", "countTo"] as const) {
    const value = options[key];
    if (value === undefined) continue;
    if (!Number.isInteger(value) || value < 0) {
      problems.push(wrong(key, `Cannot use ${shown(value)} as ${key}: a whole number from 0 is expected.`));
    } else if (value > LIMITS.count) {
      problems.push({
        code: "too_large",
        message: `Cannot use ${value} as ${key}: it is too large.`,
        field: key,
      });
    }
  }
  return problems;
}

/** A filter that cannot be read is a problem: leaving it out would show rows that it was meant to hide. */
function filterProblems(option: "filters" | "locked", filters: readonly unknown[]): readonly Problem[] {
  if (filters.length > LIMITS.items) {
    const message = `Cannot use ${filters.length} filters: at most ${LIMITS.items} are allowed.`;
    return [{ code: "too_large", message, field: option }];
  }
  return filters.flatMap((filter, index) =>
    isRecord(filter) && typeof filter.column === "string"
      ? []
      : [wrong(`${option}[${index}]`, "Cannot use a filter: it does not name a column.")]
  );
}

function rangeProblems(range: unknown): readonly Problem[] {
  if (range === undefined) return [];
  if (!isRecord(range)) {
    return [wrong("range", `Cannot use ${shown(range)} as range: an object is expected.`)];
  }
  const problems: Problem[] = [];
  for (const key of ["from", "to"] as const) {
    const value = range[key];
    if (value === undefined || momentOf(value) !== undefined) continue;
    problems.push(wrong(`range.${key}`, `Cannot use ${shown(value)} as ${key}: it is not an ISO 8601 time.`));
  }
  const { last } = range;
  if (last === undefined) return problems;
  const period = readPeriod(last);
  if (period === undefined || period === "too_large") {
    problems.push(
      wrong("range.last", `Cannot use ${shown(last)} as a period: a size and a unit are expected.`),
    );
  }
  if (range.from !== undefined || range.to !== undefined) {
    problems.push(wrong("range", "Cannot use a range with both its ends and a period."));
  }
  return problems;
}

function othersOf({ now, pixels, dialect }: CompileOptions, dialects: object): readonly Problem[] {
  const problems: Problem[] = [];
  if (now !== undefined && momentOf(now) === undefined) {
    problems.push(wrong("now", `Cannot use ${shown(now)} as now: it is not an ISO 8601 time.`));
  }
  if (pixels !== undefined && !(pixels > 0 && pixels <= LIMITS.count)) {
    problems.push(wrong("pixels", `Cannot use ${shown(pixels)} as pixels: a number above 0 is expected.`));
  }
  if (!Object.hasOwn(dialects, dialect)) {
    problems.push(wrong("dialect", `Cannot compile for ${shown(dialect)}: there is no such dialect.`));
  }
  return problems;
}

function wrong(field: string, message: string): Problem {
  return { code: "invalid_option", message, field };
}
