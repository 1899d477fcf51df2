/** What a new list item or group of settings starts with: enough to be shown, and no guess at a column. */
import type { Field } from "@/compiler/browser.ts";
import type { Config } from "../model/config.ts";

export function initialRecord(fields: readonly Field[]): Config {
  return Object.fromEntries(fields.flatMap((field): [string, unknown][] => {
    if (field.optional || field.when) return [];
    const value = initialValue(field);
    return value === undefined ? [] : [[field.key, value]];
  }));
}

function initialValue(field: Field): unknown {
  switch (field.kind) {
    case "choice":
      return field.options[0]?.value;
    case "columns":
    case "values":
    case "table_columns":
    case "list":
      return [];
    case "record":
      return initialRecord(field.fields);
    case "number":
      if (field.words?.[0] !== undefined) return field.words[0];
      return field.min !== undefined && field.min > 0 ? field.min : field.integer ? 1 : undefined;
    case "column":
    case "table_column":
    case "text":
    case "expression":
      return "";
    case "conditions":
      return { logic: "and", conditions: [] };
    default:
      return undefined;
  }
}
