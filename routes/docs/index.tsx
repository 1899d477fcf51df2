import { page } from "fresh";
import { openApi } from "@/lib/server/api/openapi.ts";
import { define } from "@/utils.ts";
import { ErrorTable } from "./(_components)/ErrorTable.tsx";
import { OperationSection } from "./(_components)/OperationSection.tsx";
import { SchemaSection } from "./(_components)/SchemaSection.tsx";

const document = openApi();
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation }))
);

export const handler = define.handlers({
  GET: ({ state }) => {
    state.title = "API reference";
    return page();
  },
});

/** The OpenAPI document for people: the same data, no script, nothing from elsewhere. */
export default define.page<typeof handler>(function ApiReference() {
  return (
    <article class="docs">
      <header class="page-head">
        <h1>API reference</h1>
        <p class="ui-muted">
          {document.info.description} The same as data: <a href="/api/v1/openapi.json">openapi.json</a>.
        </p>
      </header>
      <nav aria-label="Sections">
        {document.tags.map(({ name }) => <a key={name} class="ui-chip" href={`#${anchor(name)}`}>{name}</a>)}
        <a class="ui-chip" href="#errors">Errors</a>
        <a class="ui-chip" href="#schemas">Schemas</a>
      </nav>
      {document.tags.map(({ name }) => (
        <section key={name} id={anchor(name)}>
          <h2>{name}</h2>
          {described.filter(({ operation }) => operation.tags.includes(name)).map((item) => (
            <OperationSection key={item.operation.operationId} {...item} />
          ))}
        </section>
      ))}
      <section id="errors">
        <h2>Errors</h2>
        <ErrorTable />
      </section>
      <section id="schemas">
        <h2>Schemas</h2>
        {Object.entries(document.components.schemas).map(([name, schema]) => (
          <SchemaSection key={name} name={name} schema={schema} />
        ))}
      </section>
    </article>
  );
});

function anchor(name: string): string {
  return name.toLowerCase().replaceAll(" ", "-");
}
