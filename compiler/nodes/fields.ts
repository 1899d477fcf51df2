/**
 * Checks a config against its field data. Returns a copy that holds only what is sound: a faulty list item is left
 * out, and `complete` is false when something the node cannot do without is missing.
 */
import type { Relation } from "../ir/relation.ts";
import { isRecord } from "../schema/untyped.ts";
import { LIMITS } from "../schema/limits.ts";
import { closestHint } from "../schema/closest_name.ts";
import { shown } from "../schema/shown.ts";
import { unfinished } from "../schema/unfinished.ts";
import type { Problem } from "../schema/vocabulary.ts";
import type { Field } from "./spec.ts";

type Values = Readonly<Record<string, unknown>>;
type Report = (problem: Omit<Problem, "nodeId">) => void;
type InputColumns = Partial<Readonly<Record<"in" | "left" | "right", Relation>>>;

interface Checked {
  readonly config: Values;
  readonly complete: boolean;
}

const BAD = Symbol("not usable");

export function checkFields(
  fields: readonly Field[],
  config: Values,
  inputs: InputColumns,
  report: Report,
  path = "",
): Checked {
  const checked: Record<string, unknown> = {};
  let complete = true;
  for (const field of fields) {
    if (field.when && !field.when.in.some((value) => value === config[field.when?.key ?? ""])) continue;
    if (field.kind === "table") {
      for (const key of ["database", "table"]) {
        const value = config[key];
        if (typeof value === "string" && value !== "") checked[key] = value;
        else {
          complete = false;
          report({
            code: "missing_setting",
            message: `Cannot read data: no ${key} is chosen.`,
            short: `Choose a ${key}.`,
            field: path + key,
          });
        }
      }
      continue;
    }
    if (field.kind === "conditions" && field.key === "") {
      for (const key of ["logic", "conditions"]) checked[key] = config[key];
      continue;
    }
    const at = path === "" ? field.key : path + field.key;
    const value = Object.hasOwn(config, field.key) ? config[field.key] : undefined;
    if (isMissing(value, field, inputs)) {
      if (field.optional) continue;
      complete = false;
      report(unfinished("missing_setting", `"${field.label}" is not set.`, at));
      continue;
    }
    const sound = checkValue(field, value, at, inputs, report);
    if (sound !== BAD) checked[field.key] = sound;
    // A faulty optional setting is left out of a node, but not out of a list's entry: half an entry means something else.
    else if (!field.optional || path !== "") complete = false;
  }
  return { config: checked, complete };
}

function isMissing(value: unknown, field: Field, inputs: InputColumns): boolean {
  if (value === undefined || value === null) return true;
  if (value !== "") return false;
  // A pivot over an empty text makes a column whose name is empty.
  if (field.kind === "column") return !inputs[field.input ?? "in"]?.columns.some(({ name }) => name === "");
  return field.kind === "choice" || field.kind === "expression";
}

function invalid(report: Report, field: Field, at: string, expected: string, value: unknown): typeof BAD {
  report({
    code: "invalid_setting",
    message: `Cannot use ${shown(value)} for "${field.label}": ${expected} is expected.`,
    field: at,
  });
  return BAD;
}

function checkValue(field: Field, value: unknown, at: string, inputs: InputColumns, report: Report): unknown {
  switch (field.kind) {
    case "text":
      if (typeof value !== "string") return invalid(report, field, at, "text", value);
      return checkLength(value, field.maxLength ?? LIMITS.nameLength, at, report);
    case "expression":
      if (typeof value !== "string") return invalid(report, field, at, "a formula", value);
      return checkLength(value, LIMITS.expressionLength, at, report);
    case "toggle":
      return typeof value === "boolean" ? value : invalid(report, field, at, "true or false", value);
    case "number":
      return field.record && isRecord(value)
        ? checkRecord(field.record, value, at, inputs, report)
        : checkNumber(field, value, at, report);
    case "choice":
      return checkChoice(field, value, at, report);
    case "table_column":
      return typeof value === "string" ? value : invalid(report, field, at, "a column name", value);
    case "column":
      return checkColumn(field, value, at, inputs, report);
    case "columns":
      return checkList(
        field,
        value,
        at,
        report,
        (item, itemPath) => checkColumn(field, item, itemPath, inputs, report),
      );
    case "values":
    case "table_columns":
      if (!Array.isArray(value)) return invalid(report, field, at, "a list of values", value);
      if (value.length > LIMITS.values) return tooMany(report, at, LIMITS.values);
      return value;
    case "conditions":
      return isRecord(value) ? value : invalid(report, field, at, "a group of conditions", value);
    case "record":
      if (!isRecord(value)) return invalid(report, field, at, "an object", value);
      return checkRecord(field.fields, value, at, inputs, report);
    case "list":
      return checkList(
        field,
        value,
        at,
        report,
        (item, itemPath) =>
          isRecord(item)
            ? checkRecord(field.item, item, itemPath, inputs, report)
            : invalid(report, field, itemPath, "an object", item),
      );
    case "table":
      return BAD;
  }
}

function checkRecord(
  fields: readonly Field[],
  value: Values,
  at: string,
  inputs: InputColumns,
  report: Report,
): unknown {
  const inner = checkFields(fields, value, inputs, report, `${at}.`);
  return inner.complete ? inner.config : BAD;
}

function checkLength(value: string, most: number, at: string, report: Report): unknown {
  if (value.length <= most) return value;
  report({
    code: "too_large",
    message: `Cannot use a text of ${value.length} characters: at most ${most} are allowed.`,
    field: at,
  });
  return BAD;
}

function tooMany(report: Report, at: string, most: number): typeof BAD {
  report({ code: "too_large", message: `Cannot use more than ${most} entries here.`, field: at });
  return BAD;
}

function checkNumber(
  field: Extract<Field, { kind: "number" }>,
  value: unknown,
  at: string,
  report: Report,
): unknown {
  if (typeof value === "string" && field.words?.includes(value)) return value;
  if (typeof value !== "number" || !Number.isFinite(value)) {
    return invalid(report, field, at, "a number", value);
  }
  if (field.integer && !Number.isInteger(value)) return invalid(report, field, at, "a whole number", value);
  if (field.min !== undefined && value < field.min) {
    return invalid(report, field, at, `a number of at least ${field.min}`, value);
  }
  if (field.max !== undefined && value > field.max) {
    report({
      code: "too_large",
      message: `Cannot use ${value} for "${field.label}": at most ${field.max} is allowed.`,
      field: at,
    });
    return BAD;
  }
  return value;
}

function checkChoice(
  field: Extract<Field, { kind: "choice" }>,
  value: unknown,
  at: string,
  report: Report,
): unknown {
  const values = field.options.map((option) => option.value);
  if (typeof value === "string" && values.includes(value)) return value;
  report({
    code: "invalid_setting",
    message: `Cannot use ${shown(value)} for "${field.label}": it is none of the choices.`,
    field: at,
    hint: `Choose one of ${values.join(", ")}.`,
  });
  return BAD;
}

function checkColumn(
  field: Extract<Field, { kind: "column" | "columns" }>,
  value: unknown,
  at: string,
  inputs: InputColumns,
  report: Report,
): unknown {
  if (typeof value !== "string") return invalid(report, field, at, "a column name", value);
  const relation = inputs[field.input ?? "in"];
  if (relation === undefined) return BAD;
  const column = relation.columns.find((candidate) => candidate.name === value);
  if (column === undefined) {
    report({
      code: "unknown_column",
      message: `Cannot find column ${shown(value)}: the input has no such column.`,
      field: at,
      ...closestHint(value, relation.columns.map((candidate) => candidate.name)),
    });
    return BAD;
  }
  if (field.accepts && !field.accepts.includes(column.type.type)) {
    report({
      code: "wrong_type",
      message: `Cannot use column ${shown(value)} for "${field.label}": it is ${column.type.type}.`,
      field: at,
      hint: `Choose a column of type ${field.accepts.join(", ")}.`,
    });
    return BAD;
  }
  return value;
}

function checkList(
  field: Extract<Field, { kind: "columns" | "list" }>,
  value: unknown,
  at: string,
  report: Report,
  checkItem: (item: unknown, path: string) => unknown,
): unknown {
  if (!Array.isArray(value)) return invalid(report, field, at, "a list", value);
  if (value.length > LIMITS.items) return tooMany(report, at, LIMITS.items);
  if (value.length < (field.min ?? 0)) {
    const entries = field.min === 1 ? "1 entry" : `${field.min} entries`;
    report(unfinished("missing_setting", `"${field.label}" needs at least ${entries}.`, at));
    return BAD;
  }
  const items: unknown[] = [];
  value.forEach((item, index) => {
    const sound = checkItem(item, `${at}[${index}]`);
    if (sound !== BAD) items.push(sound);
  });
  return items.length < (field.min ?? 0) ? BAD : items;
}
