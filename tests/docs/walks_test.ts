/** The walks of docs/architecture.md lead through files that exist, are joined by imports, and come once each. */
import assert from "node:assert/strict";
import { codeOnly, importsOf, sourceFiles } from "@/tasks/source.ts";

const ROOT = new URL("../..", import.meta.url).pathname.replace(/\/$/, "");
const text = await Deno.readTextFile(`${ROOT}/docs/architecture.md`);
const [, chapter = ""] = text.split("## Five walks\n");
const walks = chapter.split("\n## ")[0]!.split("\n### ").slice(1).map((section) => ({
  title: section.split("\n")[0]!,
  files: [...section.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, path]) => path!),
}));

const files = await sourceFiles(ROOT);
const importsByPath = new Map(files.map((file) => [file.path, importsOf(file).map(({ target }) => target)]));
const usedBy = new Map(
  files.map((file) => [
    file.path,
    importsOf(file).filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
  ]),
);
/** Files that refuse something, ask whether someone may, or narrow a statement: they decide. */
const DECIDES = /\bthrow (new FlowForgeError|notFound|\w+\()|\bauthorize\(|\bcan\(|\bwhere\(/;
const deciding = new Set(files.filter(({ text }) => DECIDES.test(codeOnly(text))).map(({ path }) => path));

/** Puts everything together, so that it imports what no one request passes. */
const COMPOSES = "lib/server/services.ts";
/** What the files of a walk import, and what decides there nothing about the walk's one thing. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  // Files are written in other requests.
  "A preview request becomes rows": ["lib/server/query/file_rows.ts"],
  // Who may ask, whether the graph can be run and what other stores hold are the walk before; a write is recorded.
  "A filter's value in the address becomes a bound parameter": [
    "lib/server/auth/permissions.ts",
    "lib/server/checked.ts",
    "lib/server/http/json_body.ts",
    "lib/server/audit/service.ts",
    "lib/server/context.ts",
    "lib/server/query/file_rows.ts",
    "lib/server/query/graphs.ts",
    "lib/server/query/handed.ts",
  ],
  // The rows behind the decision; people's roles; how a key is stored.
  "An API key becomes a decision": [
    "lib/server/query/filters.ts",
    "lib/server/query/queries.ts",
    "lib/server/api/filters.ts",
    "lib/server/api/handle.ts",
    "lib/server/auth/permissions.ts",
    "lib/server/metadata/errors.ts",
    "lib/server/api_keys/repository.ts",
  ],
  // Methods of a route; a write is recorded; other repositories stand where that of workflows does.
  "A session's tenant becomes a predicate": [
    "lib/server/http/methods.ts",
    "lib/server/audit/service.ts",
    "lib/server/query/graphs.ts",
    "lib/server/metadata/errors.ts",
    "lib/server/api_keys/repository.ts",
    "lib/server/dashboards/repository.ts",
    "lib/server/widgets/repository.ts",
    "lib/server/tenancy/keyset.ts",
  ],
};

const joined = (one: string, other: string) =>
  importsByPath.get(one)!.includes(other) || importsByPath.get(other)!.includes(one);

Deno.test("there are five walks", () => assert.equal(walks.length, 5));

for (const { title, files } of walks) {
  Deno.test(`${title}: every file exists and comes once`, () => {
    assert.ok(files.length > 3);
    assert.deepEqual(files.filter((path) => !importsByPath.has(path)), []);
    assert.equal(new Set(files).size, files.length);
  });

  Deno.test(`${title}: each file is joined by an import to one before it`, () => {
    const apart = files.filter((path, at) =>
      at > 0 && !files.slice(0, at).some((earlier) => joined(path, earlier))
    );
    assert.deepEqual(apart, []);
  });

  Deno.test(`${title}: whatever decides and is called from a file of the walk is on it`, () => {
    const called = files.filter((path) => path !== COMPOSES).flatMap((path) => usedBy.get(path) ?? []);
    const missing = called.filter((path) => deciding.has(path) && !files.includes(path));
    assert.deepEqual([...new Set(missing)].sort(), [...BESIDE[title] ?? []].sort());
  });
}
