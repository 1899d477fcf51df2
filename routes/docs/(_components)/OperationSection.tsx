import type { JsonSchema, OpenApiOperation } from "@/lib/server/api/openapi.ts";
import { Prose } from "./Prose.tsx";
import { typeText } from "./schema_text.ts";

interface OperationSectionProps {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

export function OperationSection({ path, method, operation }: OperationSectionProps) {
  const roles = operation["x-roles"];
  return (
    <section class="ui-panel" id={operation.operationId}>
      <h3>
        <code>{method} {path}</code>
      </h3>
      <p>
        {operation.summary}. <Prose text={operation.description} />
      </p>
      <p class="ui-muted">
        {roles ? `Session; roles ${roles.join(", ")}.` : "API key in the X-API-Key header, or a ticket."}
      </p>
      <Parameters parameters={operation.parameters} />
      {operation.requestBody ? <p>Body: {schemaOf(operation.requestBody)}</p> : null}
      <table class="ui-table">
        <thead>
          <tr>
            <th scope="col">Status</th>
            <th scope="col">Meaning</th>
            <th scope="col">Body</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(operation.responses).map(([status, response]) => (
            <tr key={status}>
              <td>{status}</td>
              <td>
                <Prose text={response.description} />
              </td>
              <td>{schemaOf(response)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Parameters({ parameters }: Pick<OpenApiOperation, "parameters">) {
  if (parameters.length === 0) return null;
  return (
    <table class="ui-table">
      <thead>
        <tr>
          <th scope="col">Parameter</th>
          <th scope="col">In</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        {parameters.map((parameter) => (
          <tr key={String(parameter.name)}>
            <td>
              <code>{String(parameter.name)}</code>
            </td>
            <td>{String(parameter.in)}</td>
            <td>{typeText(parameter.schema as JsonSchema)}</td>
            <td>
              <Prose text={parameter.description} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function schemaOf({ content }: JsonSchema) {
  const [media] = Object.values(content as Record<string, { schema: JsonSchema }> | undefined ?? {});
  return media === undefined ? null : <code>{typeText(media.schema)}</code>;
}
