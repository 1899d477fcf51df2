/**
 * The rooms' doors: who may import whom, read from the source itself, by folder, values and types. `doors.ts` is the
 * list of what is open; everything else is refused.
 */
import assert from "node:assert/strict";
import { codeOnly, importsOf, ROOMS, SINGLE_FILES, sourceFiles } from "@/tasks/source.ts";
import { DOORS, IMPURE, OWN_WORDS, PURE_GLOBALS } from "./doors.ts";

const ROOT = new URL("../", import.meta.url).pathname;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Repository paths or package names, type-only imports left out. */
  readonly imports: readonly string[];
  /** What is imported for its types alone. */
  readonly types: readonly string[];
}

const everything: readonly SourceFile[] = (await sourceFiles(ROOT, [...ROOMS, "tasks", "bench"])).map(
  withImports,
);
/** What runs in the app, the browser or the pipeline. */
const files = everything.filter(({ path }) => !/^(tasks|bench)\//.test(path));

function withImports(file: { readonly path: string; readonly text: string }): SourceFile {
  const imports = importsOf(file);
  return {
    ...file,
    imports: imports.filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
    types: imports.filter(({ typeOnly }) => typeOnly).map(({ target }) => target),
  };
}

function violations(of: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => of(file).map((what) => `${file.path} → ${what}`));
}

/** Whether a path, or a package, is what a line of the list names. */
function fits(target: string, name: string): boolean {
  if (!name.includes("*")) return name.endsWith("/") ? target.startsWith(name) : target === name;
  return new RegExp(`^${name.replaceAll(".", "\\.").replace("*", "[^/]+")}$`).test(target);
}

/** A file of ours; packages and built-in modules are the rest. */
const isOurs = (target: string) =>
  [...ROOMS, "tasks", "tests", "bench"].some((room) => target.startsWith(`${room}/`)) ||
  SINGLE_FILES.includes(target);

/** What a file imports though no line of the list opens it. */
function refused({ path, imports, types }: SourceFile): readonly string[] {
  const lines = Object.entries(DOORS).filter(([name]) => fits(path, name));
  const own = lines.map(([name]) => name).filter((name) => name.endsWith("/"));
  const folders = [...own, ...lines.flatMap(([, door]) => door.folders ?? [])];
  const packages = lines.flatMap(([, door]) => door.packages ?? []);
  const forTypes = lines.flatMap(([, door]) => door.types ?? []);
  const isOpen = (target: string, names: readonly string[]) => names.some((name) => fits(target, name));
  const isReachable = (target: string) => isOpen(target, isOurs(target) ? folders : packages);
  return [
    ...imports.filter((target) => !isReachable(target)),
    ...types.filter((target) => !isReachable(target) && !isOpen(target, forTypes)).map((target) =>
      `type ${target}`
    ),
  ];
}

Deno.test("every file imports only what its folder may, packages and types included", () => {
  const found = everything.flatMap((file) => refused(file).map((what) => `${file.path} → ${what}`));
  assert.deepEqual(found, []);
});

Deno.test("every file stands in a folder with a door", () => {
  const roomless = everything.filter(({ path }) => !Object.keys(DOORS).some((name) => fits(path, name)));
  assert.deepEqual(roomless.map(({ path }) => path), []);
});

Deno.test("no door stands open for nothing", () => {
  const idle = Object.entries(DOORS).flatMap(([folder, { folders = [], packages = [], types = [] }]) => {
    const inside = everything.filter(({ path }) => fits(path, folder));
    const imported = inside.flatMap(({ imports }) => imports);
    const all = [...imported, ...inside.flatMap((file) => file.types)];
    const unused = [...folders, ...packages, ...types].filter((name) =>
      !all.some((target) => fits(target, name))
    );
    return unused.map((name) => `${folder} → ${name}`);
  });
  assert.deepEqual(idle, []);
});

const RUNTIME_NAMES: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...[
    "document",
    "process",
    "Buffer",
    "global",
    "require",
    "module",
    "setImmediate",
    "eval",
    "importScripts",
  ],
]);
/** A word of code that is neither a member nor a key. */
const WORDS = /(?<![\w$#?]|(?<!\.\.)\.)([A-Za-z_$][\w$]*)\b(?!\s*\??:)/g;
const OPEN_NAMES: ReadonlySet<string> = new Set([...PURE_GLOBALS, ...OWN_WORDS]);

/** What of the runtime a text uses: its names, and the clock and the dice of the language. */
function impurities(text: string): readonly string[] {
  const code = codeOnly(text);
  const names = [...code.matchAll(WORDS)].map(([, word]) => word!);
  return [
    ...names.filter((word) => RUNTIME_NAMES.has(word) && !OPEN_NAMES.has(word)),
    ...code.match(IMPURE) ?? [],
  ];
}

Deno.test("what is pure touches no runtime: no clock, chance, network, file, environment or page", () => {
  const pure = /^(compiler|lib\/(charts|grid))\//;
  assert.deepEqual(violations(({ path, text }) => pure.test(path) ? impurities(text) : []), []);
});

Deno.test("these doors are shut: what each refuses", () => {
  const file = (path: string, text: string): SourceFile => withImports({ path, text });
  const imports: readonly (readonly [string, string])[] = [
    ["compiler/x.ts", `import { LRUCache } from "lru-cache";`],
    ["compiler/x.ts", `import type { AppConfig } from "@/lib/server/config.ts";`],
    ["compiler/x.ts", `export { now } from "node:perf_hooks";`],
    ["lib/charts/x.ts", `import { LRUCache } from "lru-cache";`],
    ["lib/charts/x.ts", `import type { Kysely } from "kysely";`],
    ["lib/charts/x.ts", `import type { SqlStore } from "@/lib/server/stores/types.ts";`],
    ["lib/canvas/x.ts", `import type { Services } from "@/lib/server/services.ts";`],
    ["components/x.tsx", `import { z } from "zod";`],
    ["islands/x.tsx", `import { compile } from "@/compiler/mod.ts";`],
    ["lib/server/workflows/x.ts", `import { sql } from "kysely";`],
    ["lib/server/query/x.ts", `import postgres from "postgres";`],
    ["routes/x.ts", `import { Redis } from "ioredis";`],
    ["pipeline/x.ts", `import { loadConfig } from "@/lib/server/config.ts";`],
    ["tasks/x.ts", `import { seedSampleData } from "@/pipeline/mod.ts";`],
    ["bench/x.ts", `import { seedSampleData } from "@/pipeline/mod.ts";`],
  ];
  for (const [path, text] of imports) assert.equal(refused(file(path, text)).length, 1, `${path}: ${text}`);
  const calls = [
    "crypto.randomUUID()",
    "crypto.getRandomValues(bytes)",
    "setTimeout(run, 1)",
    "Date()",
    "new Date()",
    "Date.now()",
    "Math.random()",
    "globalThis.localStorage",
    "performance.now()",
    'fetch("")',
    "Deno.env",
    "process.env",
    "window.open",
    "[...document.links]",
    "eval(text)",
  ];
  for (const call of calls) assert.ok(impurities(`const x = ${call};`).length > 0, call);
  assert.deepEqual(
    impurities("const a = new Date(1).getTime() + Date.UTC(2026, 0) + x.fetch({ crypto: 1 });"),
    [],
  );
});

Deno.test("only lib/server/config.ts and the composition root read the environment", () => {
  const allowed = new Set(["lib/server/config.ts", "main.ts"]);
  assert.deepEqual(
    violations(({ path, text }) =>
      allowed.has(path) ? [] : codeOnly(text).match(/\bDeno\.env\b|\bprocess\.env\b/g) ?? []
    ),
    [],
  );
});

Deno.test("what a browser loads has no runtime of the server", () => {
  const browserRooms = /^(compiler|components|islands|lib\/(charts|canvas|grid|tiles))\//;
  assert.deepEqual(
    violations(({ path, text }) => browserRooms.test(path) ? codeOnly(text).match(/\bDeno\./g) ?? [] : []),
    [],
  );
});

Deno.test("islands/ holds one entry a file and nothing beside: Fresh makes an island of every file there", () => {
  const islands = files.filter(({ path }) => path.startsWith("islands/"));
  assert.deepEqual(
    islands.filter(({ path, text }) =>
      path.split("/").length !== 2 || !/^export default function /m.test(text)
    )
      .map(({ path }) => path),
    [],
  );
});

Deno.test("the browser has the compiler without its SQL: compiler/browser.ts reaches no dialect", () => {
  const byPath = new Map(files.map(({ path, imports }) => [path, imports]));
  const reached = new Set(["compiler/browser.ts"]);
  for (const path of reached) for (const target of byPath.get(path) ?? []) reached.add(target);
  assert.ok(reached.has("compiler/formula/parser.ts") && reached.has("compiler/nodes/join.ts"));
  const emission = /^compiler\/(dialects|emit|plan\/assemble)/;
  assert.deepEqual([...reached].filter((path) => emission.test(path)), []);
});

Deno.test("routes call services, never a store, a driver or SQL", () => {
  const closed = /^lib\/server\/stores\/(?!types)/;
  assert.deepEqual(
    violations(({ path, imports }) =>
      path.startsWith("routes/") ? imports.filter((target) => closed.test(target)) : []
    ),
    [],
  );
});

Deno.test("nothing outside lib/fresh knows what stands behind `fresh`", () => {
  assert.deepEqual(
    violations(({ path, imports }) =>
      path.startsWith("lib/fresh/") ? [] : imports.filter((target) => target.startsWith("lib/fresh/"))
    ),
    [],
  );
});

Deno.test("HttpError stays in the routes and the app's error mapping", () => {
  assert.deepEqual(
    violations(({ path, text }) =>
      path.startsWith("lib/server/") && !path.startsWith("lib/server/http/")
        ? codeOnly(text).match(/\bHttpError\b/g) ?? []
        : []
    ),
    [],
  );
});

Deno.test("services know no HTTP: an operation is data, and a problem becomes a response at the edge", () => {
  const edge = /^lib\/server\/(http|api)\//;
  assert.deepEqual(
    violations(({ path, imports }) =>
      path.startsWith("lib/server/") && !edge.test(path)
        ? imports.filter((target) => edge.test(target) && target !== "lib/server/http/operation.ts")
        : []
    ),
    [],
  );
});
