import type { JsonSchema } from "@/lib/server/api/openapi.ts";
import { Prose } from "./Prose.tsx";
import { typeText } from "./schema_text.ts";

interface SchemaSectionProps {
  readonly name: string;
  readonly schema: JsonSchema;
}

export function SchemaSection({ name, schema }: SchemaSectionProps) {
  const properties = Object.entries(schema.properties as Record<string, JsonSchema> | undefined ?? {});
  const required = schema.required as readonly string[] | undefined ?? [];
  return (
    <section class="ui-panel" id={`schema-${name}`}>
      <h3>{name}</h3>
      <table class="ui-table">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Type</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {properties.map(([field, property]) => (
            <tr key={field}>
              <td>
                <code>{field}{required.includes(field) ? "" : "?"}</code>
              </td>
              <td>
                <code>{typeText(property)}</code>
              </td>
              <td>
                <Prose text={property.description} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
