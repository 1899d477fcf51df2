/** The line under a node's name: its config in a few words, "price > 100". Empty when there is nothing to say yet. */
import { type Config, list, record, text, texts } from "./read.ts";

const writers: ReadonlyMap<string, (config: Config) => string> = new Map<string, (config: Config) => string>([
  ["data_source", (config) => config.table ? `${text(config.database)}.${text(config.table)}` : ""],
  ["filter", (config) => group(config)],
  ["select", (config) => texts(config.columns).join(", ")],
  [
    "rename",
    (config) =>
      list(config.renames).map(record).map(({ from, to }) => `${text(from)} → ${text(to)}`).join(", "),
  ],
  ["sort", (config) => keys(config.keys)],
  [
    "limit",
    (config) =>
      config.count === undefined
        ? ""
        : `first ${text(config.count)}${config.offset ? ` after ${text(config.offset)}` : ""}`,
  ],
  [
    "sample",
    (config) =>
      config.size === undefined ? "" : `${text(config.size)}${config.mode === "percent" ? " %" : " rows"}`,
  ],
  [
    "unique",
    (config) => texts(config.columns).length ? `by ${texts(config.columns).join(", ")}` : "whole rows",
  ],
  ["group_by", grouping],
  ["join", joining],
  [
    "union",
    (config) => list(config.columns).length ? `${list(config.columns).length} aligned columns` : "by name",
  ],
  ["formula", (config) => config.expression ? `${text(config.as)} = ${text(config.expression)}` : ""],
  [
    "window",
    (config) =>
      config.function
        ? `${text(config.as)} = ${text(config.function)}${config.column ? `(${text(config.column)})` : "()"}`
        : "",
  ],
  [
    "pivot",
    (config) =>
      config.column ? `${text(config.function)}(${text(config.value)}) across ${text(config.column)}` : "",
  ],
  ["table_view", (config) => texts(config.columns).join(", ") || "all columns"],
  ["bar_chart", series],
  ["line_chart", series],
  [
    "candlestick",
    (config) => ["open", "high", "low", "close"].map((key) => text(config[key])).filter(Boolean).join(", "),
  ],
  ["scatter_plot", (config) => config.x ? `${text(config.y)} against ${text(config.x)}` : ""],
  ["kpi_card", (config) => config.metric ? `${text(config.function)}(${text(config.metric)})` : ""],
  [
    "pivot_table",
    (config) =>
      config.value
        ? `${text(config.function)}(${text(config.value)}) by ${
          [...texts(config.rows), ...texts(config.columns)].join(", ")
        }`
        : "",
  ],
]);

export function annotation(type: string, config: Config): string {
  return (writers.get(type)?.(config) ?? "").slice(0, 160);
}

const words: Readonly<Record<string, string>> = {
  not_in: "not in",
  not_contains: "does not contain",
  starts_with: "starts with",
  not_starts_with: "does not start with",
  ends_with: "ends with",
  not_ends_with: "does not end with",
  not_matches: "does not match",
  is_null: "is empty",
  is_not_null: "is not empty",
  is_true: "is true",
  is_false: "is false",
  last_n: "in the last",
};

function group(config: Config, depth = 0): string {
  const parts = list(config.conditions).slice(0, 4).map(record).map((condition) =>
    Array.isArray(condition.conditions)
      ? depth < 2 ? `(${group(condition, depth + 1)})` : "(…)"
      : comparison(condition)
  );
  return parts.filter((part) => part !== "" && part !== "()").join(config.logic === "or" ? " or " : " and ");
}

function comparison(condition: Config): string {
  const operator = text(condition.operator);
  if (!condition.column) return "";
  const value = condition.other_column !== undefined
    ? text(condition.other_column)
    : valueText(condition.value);
  return [text(condition.column), Object.hasOwn(words, operator) ? words[operator] : operator, value].filter(
    Boolean,
  )
    .join(" ");
}

function valueText(value: unknown): string {
  if (Array.isArray(value)) return value.slice(0, 4).map(text).join(", ") + (value.length > 4 ? ", …" : "");
  const { size, unit } = record(value);
  return size !== undefined
    ? `${text(size)} ${text(unit)}s`
    : typeof value === "boolean"
    ? String(value)
    : text(value);
}

function keys(value: unknown): string {
  return list(value).map(record).filter(({ column }) => column)
    .map(({ column, direction }) => `${text(column)} ${direction === "desc" ? "↓" : "↑"}`).join(", ");
}

function grouping(config: Config): string {
  const metrics = list(config.metrics).map(record).map((metric) =>
    metric.function === "formula"
      ? text(metric.as)
      : `${text(metric.function)}(${text(metric.column) || "rows"})`
  ).join(", ");
  const by = list(config.keys).map(record).map(({ column, bucket }) =>
    bucket ? `${text(column)} per ${text(record(bucket).size)} ${text(record(bucket).unit)}` : text(column)
  ).join(", ");
  return by ? `${metrics || "groups"} by ${by}` : metrics;
}

function joining(config: Config): string {
  const on = list(config.keys).map(record).map(({ left, right }) =>
    left === right ? text(left) : `${text(left)} = ${text(right)}`
  ).join(", ");
  const kind = config.kind === "asof" ? "as-of" : text(config.kind);
  return on ? `${kind} on ${on}` : kind;
}

function series(config: Config): string {
  if (!config.x) return "";
  const values = texts(config.y).join(", ");
  const measured = config.function ? `${text(config.function)}(${values})` : values;
  return `${measured} by ${text(config.x)}${config.color ? `, coloured by ${text(config.color)}` : ""}`;
}
