/** Reads the project's own source: which files there are, what they import, and their code without comments. */

/** Folders of code that runs in the app, the browser or the pipeline. */
export const ROOMS = ["compiler", "lib", "components", "islands", "routes", "pipeline"];
/** Code that stands beside the folders. */
export const SINGLE_FILES = ["app.ts", "main.ts", "utils.ts", "dev.ts"];

interface Import {
  /** A path from the repository's root, or the name of a package. */
  readonly target: string;
  /** Nothing of it is left when the code runs. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of the rooms and the single files, in the order of their paths. */
export async function sourceFiles(
  root: string,
  folders: readonly string[] = ROOMS,
): Promise<readonly SourceFile[]> {
  const paths = await filesBelow(root, folders, /\.tsx?$/);
  const single = [];
  for (const path of SINGLE_FILES) if (await isFile(`${root}/${path}`)) single.push(path);
  return await Promise.all(
    [...paths, ...single].sort().map(async (path) => ({
      path,
      text: await Deno.readTextFile(`${root}/${path}`),
    })),
  );
}

/** Paths below the folders whose names match; a folder that does not exist has none. */
export async function filesBelow(
  root: string,
  folders: readonly string[],
  name: RegExp,
): Promise<readonly string[]> {
  const found: string[] = [];
  const visit = async (folder: string) => {
    for await (const entry of Deno.readDir(`${root}/${folder}`)) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory) await visit(path);
      else if (name.test(entry.name)) found.push(path);
    }
  };
  for (const folder of folders) {
    const exists = await Deno.stat(`${root}/${folder}`).then((info) => info.isDirectory, () => false);
    if (exists) await visit(folder);
  }
  return found.sort();
}

const isFile = (path: string) => Deno.stat(path).then((info) => info.isFile, () => false);

/** Comments, template literals and strings, whichever begins first. */
const TOKENS = /\/\*[\s\S]*?\*\/|\/\/.*|`(?:[^`\\]|\\[\s\S])*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

/** The text without comments; what strings say stays. */
export const withoutComments = (text: string): string =>
  text.replace(TOKENS, (token) => token.startsWith("/") ? "" : token);

/** The text without comments and without the words of strings, so that a word in prose is not a call. */
export const codeOnly = (text: string): string =>
  text.replace(TOKENS, (token) => token.startsWith("/") ? "" : token.startsWith("`") ? token : '""');

/** A template may hold the source of another program, whose imports are not this file's. */
export const withoutTemplates = (text: string): string =>
  text.replace(TOKENS, (token) => token.startsWith("/") ? "" : token.startsWith("`") ? "``" : token);

const FROM = /^[ \t]*(?:import|export)\s+(type\s+)?([^;'"`(){}=]*(\{[^}]*\})?)\s*from\s*["']([^"']+)["']/gm;
const BARE = /^[ \t]*import\s*["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']/g;

/** Everything a file imports or exports onward, in four forms: from, `export … from`, bare, and `import()`. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const code = withoutTemplates(text);
  const found: Import[] = [];
  for (const [, type, clause, names, specifier] of code.matchAll(FROM)) {
    const typeOnly = type !== undefined || (clause!.trim() === names && namesOnlyTypes(names!));
    found.push({ target: resolved(path, specifier!), typeOnly });
  }
  for (const form of [BARE, DYNAMIC]) {
    for (const [, specifier] of code.matchAll(form)) {
      found.push({ target: resolved(path, specifier!), typeOnly: false });
    }
  }
  return found;
}

function namesOnlyTypes(braces: string): boolean {
  const names = braces.slice(1, -1).split(",").map((name) => name.trim()).filter((name) => name !== "");
  return names.length > 0 && names.every((name) => name.startsWith("type "));
}

export function resolved(path: string, specifier: string): string {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (!specifier.startsWith(".")) return specifier;
  return decodeURI(new URL(specifier, `file:///${path}`).pathname.slice(1));
}
