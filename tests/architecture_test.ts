/** The rooms' doors: who may import whom, read from the source itself. */
import assert from "node:assert/strict";

const ROOT = new URL("../", import.meta.url).pathname;
const ROOMS = ["compiler", "lib", "components", "islands", "routes", "pipeline"];
const SINGLE_FILES = ["app.ts", "main.ts", "utils.ts", "dev.ts"];

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Repository paths or package names, type-only imports left out. */
  readonly imports: readonly string[];
}

async function* sources(folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(ROOT + folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) yield* sources(path);
    else if (/\.tsx?$/.test(entry.name)) yield path;
  }
}

function importsOf(path: string, text: string): string[] {
  const found: string[] = [];
  const statement =
    /^\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s+["']([^"']+)["']|import\(\s*["']([^"']+)["']/gm;
  for (const match of text.matchAll(statement)) {
    if (match[1]) continue;
    const specifier = match[2] ?? match[3]!;
    if (specifier.startsWith("@/")) found.push(specifier.slice(2));
    else if (specifier.startsWith(".")) found.push(new URL(specifier, `file:///${path}`).pathname.slice(1));
    else found.push(specifier);
  }
  return found;
}

const files: SourceFile[] = [];
for (const room of ROOMS) {
  for await (const path of sources(room)) {
    const text = await Deno.readTextFile(ROOT + path);
    files.push({ path, text, imports: importsOf(path, text) });
  }
}
for (const path of SINGLE_FILES) {
  const text = await Deno.readTextFile(ROOT + path);
  files.push({ path, text, imports: importsOf(path, text) });
}

/** Code without comments and string literals, so that a word in prose is not a call. */
const code = (text: string) =>
  text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');

function violations(of: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => of(file).map((what) => `${file.path} → ${what}`));
}

Deno.test("compiler/ imports only itself", () => {
  assert.deepEqual(
    violations(({ path, imports }) =>
      path.startsWith("compiler/") ? imports.filter((target) => !target.startsWith("compiler/")) : []
    ),
    [],
  );
});

Deno.test("compiler/ touches no runtime: no Deno, fetch, clock, randomness or environment", () => {
  const impure =
    /\bDeno\.|\bfetch\(|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\./g;
  assert.deepEqual(
    violations(({ path, text }) => path.startsWith("compiler/") ? code(text).match(impure) ?? [] : []),
    [],
  );
});

Deno.test("only lib/config.ts and the composition root read the environment", () => {
  const allowed = new Set(["lib/config.ts", "main.ts"]);
  assert.deepEqual(
    violations(({ path, text }) =>
      allowed.has(path) ? [] : code(text).match(/\bDeno\.env\b|\bprocess\.env\b/g) ?? []
    ),
    [],
  );
});

Deno.test("pipeline/ is imported by nothing in the app but the composition root", () => {
  assert.deepEqual(
    violations(({ path, imports }) =>
      path.startsWith("pipeline/") || path === "main.ts"
        ? []
        : imports.filter((target) => target.startsWith("pipeline/"))
    ),
    [],
  );
});

Deno.test("islands and components reach no store, service or route", () => {
  const open = /^(compiler|components|islands|lib\/charts|lib\/fresh)\/|^lib\/htmx\.ts$/;
  assert.deepEqual(
    violations(({ path, imports }) =>
      /^(islands|components)\//.test(path)
        ? imports.filter((target) =>
          /^(lib|routes|pipeline|main|app|utils)/.test(target) && !open.test(target)
        )
        : []
    ),
    [],
  );
});

Deno.test("the browser has the compiler without its SQL: through compiler/browser.ts, which reaches no dialect", () => {
  assert.deepEqual(
    violations(({ path, imports }) =>
      /^(islands|components)\//.test(path)
        ? imports.filter((target) => target.startsWith("compiler/") && target !== "compiler/browser.ts")
        : []
    ),
    [],
  );
  const byPath = new Map(files.map(({ path, imports }) => [path, imports]));
  const reached = new Set(["compiler/browser.ts"]);
  for (const path of reached) for (const target of byPath.get(path) ?? []) reached.add(target);
  assert.ok(reached.has("compiler/formula/parser.ts") && reached.has("compiler/nodes/join.ts"));
  const emission = /^compiler\/(emit|plan\/assemble|functions\/(emit|clickhouse|postgres|materialize))/;
  assert.deepEqual([...reached].filter((path) => emission.test(path)), []);
});

Deno.test("lib/charts is pure geometry: no DOM, no components", () => {
  assert.deepEqual(
    violations(({ path, imports, text }) =>
      path.startsWith("lib/charts/")
        ? [
          ...imports.filter((target) => /^(components|islands|routes|lib\/(?!charts))/.test(target)),
          ...code(text).match(/\bdocument\.|\bwindow\./g) ?? [],
        ]
        : []
    ),
    [],
  );
});

Deno.test("routes call services, never a store, a driver or SQL", () => {
  const closed = /^lib\/stores\/(?!types)|^(postgres|kysely|ioredis|@clickhouse\/client|@electric-sql\/.*)$/;
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
      /^lib\/(services|stores|auth)\//.test(path) ? code(text).match(/\bHttpError\b/g) ?? [] : []
    ),
    [],
  );
});
