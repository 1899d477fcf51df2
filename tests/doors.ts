/**
 * What each folder may import, in one table: everything that is not listed is refused, packages and types included.
 * A folder's own files are always open to it. Doors lead to folders; the files named are the compiler's two faces,
 * the types that the schemas share, the interface of the stores, and what stands beside the folders.
 */

interface Door {
  /** Folders end with a slash; a `*` stands for one folder's name. */
  readonly folders?: readonly string[];
  readonly packages?: readonly string[];
  /** Open for types alone, which leave nothing behind when the code runs. */
  readonly types?: readonly string[];
}

/** The compiler without its SQL, for browsers. */
const BROWSER_FACE = "compiler/browser.ts";
/** The compiler for whoever runs SQL, and the words it shares with them. */
const COMPILER = ["compiler/mod.ts", "compiler/schema/"];
/** What a browser and the server say to each other. */
const SCHEMAS = "lib/server/*/schema.ts";
/** What those schemas are made of. */
const PARTS = ["lib/server/fields.ts", "lib/server/paging.ts"];
const WHO = ["lib/server/identity.ts", "lib/server/auth/roles.ts"];
const DRAWING = ["preact", "preact/hooks", "@preact/signals"];
const RUNTIME = ["node:crypto", "node:module", "node:path", "node:url", "node:util", "node:zlib"];

/** What a folder may import is what every line that fits it opens. `dir/*.ts` is the folder without those below it. */
export const DOORS: Readonly<Record<string, Door>> = {
  "compiler/": {},
  "lib/grid/": {},
  "lib/charts/": { packages: ["d3-array", "d3-shape"], types: [BROWSER_FACE, "compiler/schema/"] },
  "lib/tiles/": { folders: [BROWSER_FACE, "lib/charts/", "lib/grid/"], types: [SCHEMAS] },
  "lib/canvas/": {
    folders: [BROWSER_FACE, "lib/charts/", "lib/tiles/"],
    packages: ["@preact/signals"],
    types: [SCHEMAS, ...PARTS],
  },
  "components/": {
    folders: [BROWSER_FACE, "lib/charts/", "lib/canvas/", "lib/grid/", "lib/tiles/"],
    packages: [...DRAWING, "gridstack", "preact-render-to-string"],
    types: [SCHEMAS, ...WHO],
  },
  "islands/": {
    folders: [BROWSER_FACE, "components/", "lib/charts/", "lib/canvas/", "lib/tiles/"],
    packages: ["preact/hooks"],
    types: [SCHEMAS],
  },
  "lib/fresh/": {
    packages: [
      ...DRAWING,
      "preact/jsx-runtime",
      "preact-render-to-string",
      "esbuild",
      "fresh:assets",
      "node:path",
      "node:url",
      "node:util",
      "node:zlib",
    ],
  },
  "lib/server/": {
    folders: [...COMPILER, "lib/grid/", "utils.ts"],
    packages: ["lru-cache", "zod", ...RUNTIME],
  },
  "lib/server/*.ts": { packages: ["prom-client", "rate-limiter-flexible"] },
  "lib/server/api/": { packages: ["fresh"] },
  "lib/server/http/": { packages: ["fresh", "preact", "preact-render-to-string"] },
  "lib/server/metadata/": { packages: ["kysely", "kysely/migration", "kysely-postgres-js"] },
  "lib/server/tenancy/": { packages: ["kysely"] },
  "lib/server/stores/pglite/": { packages: ["@electric-sql/pglite", "@electric-sql/pglite-socket"] },
  "lib/server/stores/postgres/": { packages: ["postgres"] },
  "lib/server/stores/redis/": { packages: ["ioredis", "rate-limiter-flexible"] },
  "routes/": {
    folders: [
      ...COMPILER,
      "components/",
      "islands/",
      "lib/grid/",
      "lib/tiles/",
      "lib/server/",
      "utils.ts",
    ],
    packages: ["fresh", "fresh/runtime", "node:module", "node:path"],
    types: ["preact"],
  },
  // It fills what the app reads, and shares only what both must agree on.
  "pipeline/": { types: ["lib/server/stores/types.ts"] },
  "utils.ts": { folders: ["lib/server/http/"], packages: ["fresh"], types: ["lib/server/"] },
  "app.ts": { folders: ["components/", "lib/server/http/"], packages: ["fresh"], types: ["utils.ts"] },
  "dev.ts": { folders: ["main.ts", "tasks/"], packages: ["fresh/dev"] },
  "main.ts": { folders: ["app.ts", "lib/server/", "pipeline/"] },
  "tasks/": {
    folders: ["compiler/", "lib/server/", "tests/"],
    packages: ["@jridgewell/trace-mapping", "esbuild", "fresh/dev", "node:path", "node:util"],
  },
  "tasks/seed.ts": { folders: ["pipeline/"] },
  "tasks/start.ts": { folders: ["main.ts"] },
  "bench/": {
    folders: ["compiler/", "components/", "lib/charts/", "lib/server/", "main.ts", "tasks/"],
    packages: [
      "@clickhouse/client",
      "esbuild",
      "playwright-core",
      "node:module",
      "node:path",
      "node:process",
      "node:url",
      "node:zlib",
    ],
  },
};

/**
 * Globals of the pure folders: the language itself, and what depends on its arguments alone. Every other name that the
 * runtime knows is refused there.
 */
export const PURE_GLOBALS: readonly string[] = [
  ...[
    "Array",
    "BigInt",
    "Boolean",
    "Date",
    "Error",
    "Infinity",
    "Intl",
    "JSON",
    "Map",
    "Math",
    "NaN",
    "Number",
  ],
  ...[
    "Object",
    "RegExp",
    "Set",
    "String",
    "Symbol",
    "TextEncoder",
    "TypeError",
    "WeakMap",
    "isNaN",
    "parseInt",
  ],
  "undefined",
];
/** Names of our own that a runtime happens to have too; nothing of the runtime is reached through them. */
export const OWN_WORDS: readonly string[] = ["close", "escape", "name", "window"];
/** What even those may not do: read the clock, roll dice, reach the runtime through a name of our own. */
export const IMPURE =
  /\bDate\(\)|\bDate\.now\b|(?<!new )\bDate\(|\bMath\.random\b|(?<![.\w])window\s*[.[(]|\bIntl\.DateTimeFormat\(\)|\btoLocale\w*\(\)/g;
