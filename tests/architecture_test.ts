/**
 * The rooms' doors: who may import whom, read from the source itself, by folder. Two files are named: `main.ts`
 * composes, and `lib/server/config.ts` reads the environment. Types leave nothing behind when the code runs, so they
 * pass these doors; where a browser's types come from is a test of its own.
 */
import assert from "node:assert/strict";
import { codeOnly, importsOf, ROOMS, SINGLE_FILES, sourceFiles } from "@/tasks/source.ts";

const ROOT = new URL("../", import.meta.url).pathname;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** Repository paths or package names, type-only imports left out. */
  readonly imports: readonly string[];
  /** What is imported for its types alone. */
  readonly types: readonly string[];
}

const files: readonly SourceFile[] = (await sourceFiles(ROOT)).map((file) => ({
  ...file,
  imports: importsOf(file).filter(({ typeOnly }) => !typeOnly).map(({ target }) => target),
  types: importsOf(file).filter(({ typeOnly }) => typeOnly).map(({ target }) => target),
}));

function violations(of: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => of(file).map((what) => `${file.path} → ${what}`));
}

Deno.test("compiler/ touches no runtime: no Deno, fetch, clock, randomness or environment", () => {
  const impure =
    /\bDeno\.|\bfetch\(|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\./g;
  assert.deepEqual(
    violations(({ path, text }) => path.startsWith("compiler/") ? codeOnly(text).match(impure) ?? [] : []),
    [],
  );
});

/** What each zone may import, by folder. Packages are listed only where they are a door themselves. */
const BROWSER = ["compiler/browser.ts", "lib/charts/", "lib/canvas/", "lib/tiles/"];
/** Where tiles may stand is decided by the editor and by the server, by the same functions. */
const GRID_RULES = ["lib/tiles/grid.ts", "lib/tiles/places.ts"];
const DOORS: readonly { readonly from: RegExp; readonly open: readonly string[] }[] = [
  { from: /^compiler\//, open: ["compiler/"] },
  { from: /^lib\/charts\//, open: ["lib/charts/"] },
  { from: /^lib\/(canvas|tiles)\//, open: BROWSER },
  { from: /^components\//, open: [...BROWSER, "components/"] },
  { from: /^islands\//, open: [...BROWSER, "components/", "islands/"] },
  { from: /^lib\/fresh\//, open: ["lib/fresh/"] },
  { from: /^lib\/server\//, open: ["compiler/", "lib/server/", ...GRID_RULES, "utils.ts"] },
  {
    from: /^routes\//,
    open: [
      "compiler/",
      "components/",
      "islands/",
      "lib/charts/",
      "lib/tiles/",
      "lib/server/",
      "routes/",
      "utils.ts",
    ],
  },
  // The pipeline fills what the app reads, and shares only what both must agree on.
  { from: /^pipeline\//, open: ["compiler/", "lib/server/stores/types.ts", "pipeline/"] },
];

/** A package or a built-in module; repository paths have a folder of ours or are one of the single files. */
const isPackage = (target: string) =>
  !ROOMS.some((room) => target.startsWith(`${room}/`)) && !SINGLE_FILES.includes(target);

Deno.test("every room imports only what its zone may reach", () => {
  assert.deepEqual(
    violations(({ path, imports }) => {
      const door = DOORS.find(({ from }) => from.test(path));
      if (door === undefined) return [];
      return imports.filter((target) =>
        !isPackage(target) && !door.open.some((open) => target === open || target.startsWith(open))
      );
    }),
    [],
  );
});

Deno.test("every file stands in a room with a door", () => {
  const roomless = files.filter(({ path }) =>
    !SINGLE_FILES.includes(path) && !DOORS.some(({ from }) => from.test(path))
  );
  assert.deepEqual(roomless.map(({ path }) => path), []);
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

Deno.test("only main.ts imports the pipeline", () => {
  assert.deepEqual(
    violations(({ path, imports }) =>
      path.startsWith("pipeline/") || path === "main.ts"
        ? []
        : imports.filter((target) => target.startsWith("pipeline/"))
    ),
    [],
  );
});

Deno.test("what a browser loads brings no driver, no server framework and no runtime of the server", () => {
  const browserRooms = /^(compiler|components|islands|lib\/(charts|canvas|tiles))\//;
  const closed =
    /^(node:|postgres$|kysely|ioredis$|@clickhouse\/|@electric-sql\/|zod$|prom-client$|esbuild$|fresh$|fresh\/dev$)/;
  assert.deepEqual(
    violations(({ path, imports, text }) =>
      browserRooms.test(path)
        ? [...imports.filter((target) => closed.test(target)), ...codeOnly(text).match(/\bDeno\./g) ?? []]
        : []
    ),
    [],
  );
});

Deno.test("a browser's types come from the compiler's browser face and the server's schemas", () => {
  const rooms = /^(components|islands|lib\/(canvas|tiles))\//;
  const guarded = /^(compiler|lib\/server)\//;
  const open = /^(compiler\/browser|lib\/server\/(\w+\/schema|fields|paging|identity|auth\/roles))\.ts$/;
  assert.deepEqual(
    violations(({ path, types }) =>
      rooms.test(path) ? types.filter((target) => guarded.test(target) && !open.test(target)) : []
    ),
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

Deno.test("lib/charts is pure geometry: no DOM", () => {
  assert.deepEqual(
    violations(({ path, text }) =>
      path.startsWith("lib/charts/") ? codeOnly(text).match(/\bdocument\.|\bwindow\./g) ?? [] : []
    ),
    [],
  );
});

Deno.test("routes call services, never a store, a driver or SQL", () => {
  const closed =
    /^lib\/server\/stores\/(?!types)|^(postgres|kysely|ioredis|@clickhouse\/client|@electric-sql\/.*)$/;
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
