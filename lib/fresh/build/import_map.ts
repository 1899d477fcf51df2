import { dirname, isAbsolute, resolve } from "node:path";
import type { Plugin } from "esbuild";
import { fileURLToPath } from "node:url";

interface ImportMap {
  /** Folder of the configuration file, which relative targets start from. */
  readonly folder: string;
  readonly imports: Readonly<Record<string, string>>;
}

/** The nearest deno.json at or above a folder. */
export async function readImportMap(from: string): Promise<ImportMap> {
  for (let folder = from;; folder = dirname(folder)) {
    try {
      const { imports = {} } = JSON.parse(await Deno.readTextFile(resolve(folder, "deno.json"))) as {
        imports?: Record<string, string>;
      };
      return { folder, imports };
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
    if (folder === dirname(folder)) return { folder: from, imports: {} };
  }
}

/** What a specifier of a project file stands for: exact names first, then the longest prefix ending in a slash. */
function mapSpecifier(specifier: string, { imports }: ImportMap): string {
  const exact = imports[specifier];
  if (exact !== undefined) return exact;
  const prefix = Object.keys(imports)
    .filter((name) => name.endsWith("/") && specifier.startsWith(name))
    .sort((a, b) => b.length - a.length)[0];
  return prefix === undefined ? specifier : imports[prefix]! + specifier.slice(prefix.length);
}

/** "npm:@scope/name@1.2.3/sub" → "@scope/name/sub" */
function npmPackagePath(specifier: string): string {
  return specifier.replace(/^npm:\/?((?:@[^/]+\/)?[^@/]+)(?:@[^/]+)?/, "$1");
}

const IN_PACKAGE = /[\\/]node_modules[\\/]/;

/** Lets esbuild resolve as Deno does: through the import map, npm packages from node_modules. */
export function importMapPlugin(map: ImportMap, substitutes: Readonly<Record<string, string>>): Plugin {
  return {
    name: "import-map",
    setup(build) {
      build.onResolve({ filter: /.*/ }, async (args) => {
        if (args.pluginData === "mapped" || args.kind === "entry-point") return undefined;
        if (IN_PACKAGE.test(args.importer)) return undefined;
        const isRelative = /^\.{1,2}\//.test(args.path);
        const mapped = isRelative ? args.path : mapSpecifier(args.path, map);
        const base = isRelative ? args.resolveDir : map.folder;
        if (mapped.startsWith("jsr:") || /^https?:/.test(mapped)) {
          return { errors: [{ text: `Cannot bundle "${args.path}": only files and npm packages are.` }] };
        }
        const path = mapped.startsWith("npm:")
          ? npmPackagePath(mapped)
          : mapped.startsWith("file:")
          ? fileURLToPath(mapped)
          : isAbsolute(mapped) || /^\.{1,2}\//.test(mapped)
          ? resolve(base, mapped)
          : mapped;
        const substitute = substitutes[path];
        return await build.resolve(substitute ?? path, {
          kind: args.kind,
          importer: args.importer,
          resolveDir: isAbsolute(path) ? args.resolveDir : map.folder,
          pluginData: "mapped",
        });
      });
    },
  };
}
