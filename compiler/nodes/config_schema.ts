/** JSON Schema of a node's config, from the same fields that draw its form and check it. */
import { nodeDescription } from "./registry.ts";
import { operators } from "./operators.ts";
import type { Field } from "./spec.ts";

type Schema = Readonly<Record<string, unknown>>;

/** Undefined for a type that does not exist. */
export function configSchema(type: string): Schema | undefined {
  const description = nodeDescription(type);
  return description && { ...objectSchema(description.fields), title: description.label };
}

function objectSchema(fields: readonly Field[]): Schema {
  const [only] = fields;
  if (only?.kind === "conditions" && only.key === "") return withDescription(only, groupSchema());
  const properties = new Map<string, Schema>();
  const required: string[] = [];
  for (const field of fields) {
    if (field.kind === "table") {
      for (const key of ["database", "table"]) {
        properties.set(key, { type: "string", minLength: 1 });
        required.push(key);
      }
      continue;
    }
    properties.set(field.key, withDescription(field, valueSchema(field)));
    if (!field.optional && !field.when) required.push(field.key);
  }
  return { type: "object", properties: Object.fromEntries(properties), required };
}

function withDescription(field: Field, schema: Schema): Schema {
  const description = [field.label, field.help].filter((part) => part !== undefined).join(": ");
  return { ...schema, description };
}

function valueSchema(field: Field): Schema {
  switch (field.kind) {
    case "column":
    case "table_column":
    case "expression":
    case "table":
      return { type: "string" };
    case "text":
      return { type: "string", ...(field.maxLength === undefined ? {} : { maxLength: field.maxLength }) };
    case "table_columns":
      return { type: "array", items: { type: "string" } };
    case "columns":
      return { type: "array", items: { type: "string" }, ...(field.min ? { minItems: field.min } : {}) };
    case "number": {
      const number = {
        type: field.integer ? "integer" : "number",
        ...(field.min === undefined ? {} : { minimum: field.min }),
        ...(field.max === undefined ? {} : { maximum: field.max }),
      };
      const others = [
        ...(field.words ? [{ type: "string", enum: field.words }] : []),
        ...(field.record ? [objectSchema(field.record)] : []),
      ];
      return others.length === 0 ? number : { anyOf: [number, ...others] };
    }
    case "toggle":
      return { type: "boolean" };
    case "choice":
      return { type: "string", enum: field.options.map((option) => option.value) };
    case "conditions":
      return groupSchema();
    case "values":
      return { type: "array", items: { type: ["string", "number"] } };
    case "record":
      return objectSchema(field.fields);
    case "list":
      return {
        type: "array",
        items: objectSchema(field.item),
        ...(field.min ? { minItems: field.min } : {}),
      };
  }
}

function groupSchema(): Schema {
  return {
    type: "object",
    properties: {
      logic: { type: "string", enum: ["and", "or"] },
      conditions: {
        type: "array",
        items: {
          type: "object",
          description: "A condition, or another group with `logic` and `conditions`.",
          properties: {
            column: { type: "string" },
            operator: { type: "string", enum: operators.map((entry) => entry.operator) },
            value: {},
            other_column: { type: "string" },
            ignore_case: { type: "boolean" },
          },
        },
      },
    },
    required: ["logic", "conditions"],
  };
}
