import type { JsonSchema } from "@/lib/server/api/openapi.ts";

/** A schema in a few words, such as `Widget[]` or `"admin" | null`. */
export function typeText(schema: JsonSchema | undefined, depth = 0): string {
  if (schema === undefined) return "any";
  if (typeof schema.$ref === "string") return schema.$ref.split("/").at(-1)!;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  if (choices !== undefined) {
    return depth > 0 && choices.length > 4
      ? "one of several"
      : choices.map((choice) => typeText(choice, depth + 1))
        .join(" | ");
  }
  if (schema.type === "array") return `${typeText(schema.items as JsonSchema, depth + 1)}[]`;
  if (schema.type === "object" && schema.properties !== undefined && depth < 2) {
    const fields = Object.entries(schema.properties as Record<string, JsonSchema>)
      .map(([name, property]) => `${name}: ${typeText(property, depth + 1)}`);
    return `{ ${fields.join(", ")} }`;
  }
  return String(schema.type ?? "any");
}
