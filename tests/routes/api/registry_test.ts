/** The registry of operations, the routes folder and the OpenAPI document say the same. */
import assert from "node:assert/strict";
import { LIMITS, nodeTypes, PORTS } from "@/compiler/mod.ts";
import { openApi } from "@/lib/server/api/openapi.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Operation } from "@/lib/server/http/operation.ts";
import { operations } from "@/lib/server/api/operations.ts";

const ROUTES = new URL("../../../routes/api/v1/", import.meta.url);

async function routeFiles(folder = ROUTES): Promise<readonly URL[]> {
  const files: URL[] = [];
  for await (const entry of Deno.readDir(folder)) {
    const url = new URL(entry.name + (entry.isDirectory ? "/" : ""), folder);
    files.push(...(entry.isDirectory ? await routeFiles(url) : [url]));
  }
  return files;
}

/** `workflows/[id]/index.ts` → `/api/v1/workflows/{id}` */
function pathOf(file: URL): string {
  const path = decodeURI(file.href.slice(ROUTES.href.length)).replace(/\.ts$/, "").replace(
    /(^|\/)index$/,
    "",
  );
  return `/api/v1/${path.replaceAll(/\[(\w+)\]/g, "{$1}")}`;
}

type Handler = ((ctx: { req: Request }) => unknown) & { readonly operation?: Operation };

/** True for the handler of a method that the route does not take. */
function refuses(run: Handler, method: string): boolean {
  if (run.operation !== undefined) return false;
  try {
    run({ req: new Request("http://localhost", { method }) });
    return false;
  } catch (error) {
    return error instanceof FlowForgeError && error.code === "method_not_allowed";
  }
}

Deno.test("every handler runs the operation that documents it, and every operation has a handler", async () => {
  const found: Operation[] = [];
  for (const file of await routeFiles()) {
    if (file.href.endsWith("openapi.json.ts")) continue;
    const { handler } = await import(file.href) as { handler: Record<string, Handler> };
    for (const [method, run] of Object.entries(handler)) {
      if (method === "OPTIONS" || refuses(run, method)) continue;
      const { operation } = run;
      assert.ok(operation, `${pathOf(file)} ${method} is not documented`);
      assert.equal(operation.method, method);
      assert.equal(operation.path, pathOf(file));
      found.push(operation);
    }
  }
  const ids = (list: readonly Operation[]) => list.map(({ id }) => id).toSorted();
  assert.deepEqual(ids(found), ids(operations));
  assert.equal(new Set(ids(operations)).size, operations.length, "ids are unique");
});

Deno.test("the document describes every operation with parameters, answers and errors", () => {
  const { paths, openapi } = openApi();
  assert.equal(openapi, "3.1.0");
  for (const { id, path, method, status, body } of operations) {
    const described = paths[path]?.[method.toLowerCase()];
    assert.ok(described, id);
    assert.equal(described.operationId, id);
    assert.ok(described.responses[status], `${id}: ${status}`);
    assert.ok(described.responses[401], `${id}: 401`);
    assert.equal(described.requestBody !== undefined, body !== undefined, id);
    const named = described.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
    assert.deepEqual(named, [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  }
});

Deno.test("every reference in the document leads somewhere, and the graph names every node type", () => {
  const document = openApi();
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) =>
    name!
  );
  assert.ok(references.includes("Graph") && references.includes("ProblemDocument"));
  for (const name of references) assert.ok(document.components.schemas[name], name);
  assert.doesNotMatch(text, /\$defs/);
  for (const type of ["data_source", "join", "pivot", "kpi_card"]) {
    assert.ok(JSON.stringify(document.components.schemas.Graph).includes(`{"const":"${type}"}`), type);
  }
});

Deno.test("the graph in the document has the compiler's bounds, ports and rules of disabled nodes", () => {
  // deno-lint-ignore no-explicit-any -- a JSON schema read by hand
  const { nodes, edges } = openApi().components.schemas.Graph!.properties as any;
  assert.deepEqual([nodes.maxItems, edges.maxItems], [LIMITS.nodes, LIMITS.edges]);
  assert.deepEqual(edges.items.properties.port.enum, PORTS);
  const texts: Record<string, string> = {
    in: "Passes its input through.",
    left: "Passes its left input through.",
    undefined: "A source cannot be disabled.",
  };
  for (const [index, { type, inputs }] of nodeTypes.entries()) {
    const { properties } = nodes.items.oneOf[index];
    assert.equal(properties.type.const, type);
    assert.equal(properties.disabled.description, texts[String(inputs[0])], type);
  }
});
