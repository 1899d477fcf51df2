/** Which names a file exports, and which of them other files take. */
import { codeOnly, resolved, type SourceFile, withoutTemplates } from "./source.ts";

const DECLARED =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;
const DEFAULT = /^export default\b/m;
const LISTED = /^export (?:type )?\{([^}]*)\}/gm;

/** The names a file exports, those that it passes on included. */
export function exportsOf({ text }: SourceFile): readonly string[] {
  const code = codeOnly(text);
  return [
    ...[...code.matchAll(DECLARED)].map(([, name]) => name!),
    ...[...code.matchAll(LISTED)].flatMap(([, names]) => namesIn(names!).map(({ given }) => given)),
    ...(DEFAULT.test(code) ? ["default"] : []),
  ];
}

const FROM = /^[ \t]*(?:import|export)\s+([^;'"`(){}=]*?)(?:\{([^}]*)\})?\s*from\s*["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\(\s*["']([^"']+)["']/g;
const EVERYTHING = "*";

/** Tells of a file's name whether another file takes it; `import()` takes all of a file. */
export function namesTakenBy(files: readonly SourceFile[]): (path: string, name: string) => boolean {
  const taken = new Set<string>();
  const passedOn = new Map<string, string>();
  for (const { path, text } of files) {
    const code = withoutTemplates(text);
    for (const [, rest, names, specifier] of code.matchAll(FROM)) {
      const target = resolved(path, specifier!);
      for (const { taken: name } of namesIn(names ?? "")) taken.add(`${target} ${name}`);
      const whole = /^(?:type\s+)?\*\s*(?:as\s+(\w+))?/.exec(rest!);
      if (whole !== null && whole[1] === undefined) passedOn.set(target, path);
      else if (whole !== null) {
        for (const name of membersOf(whole[1]!, code)) taken.add(`${target} ${name}`);
      } else if (/^(?!type\s*$)\w/.test(rest!)) taken.add(`${target} default`);
    }
    for (const [, specifier] of code.matchAll(DYNAMIC)) {
      taken.add(`${resolved(path, specifier!)} ${EVERYTHING}`);
    }
  }
  const isTaken = (path: string, name: string): boolean => {
    const onward = passedOn.get(path);
    return taken.has(`${path} ${name}`) || taken.has(`${path} ${EVERYTHING}`) ||
      (onward !== undefined && isTaken(onward, name));
  };
  return isTaken;
}

/** Which names of a namespace the code reads; all of them when it hands the namespace on. */
function membersOf(namespace: string, code: string): readonly string[] {
  const uses = [...code.matchAll(new RegExp(`(?<!\\* as )\\b${namespace}\\b(?:\\.(\\w+))?`, "g"))];
  return uses.map(([, member]) => member ?? EVERYTHING);
}

/** `a, type B as C`: `taken` is the name in the file it comes from, `given` the one it goes by here. */
function namesIn(braces: string): readonly { readonly taken: string; readonly given: string }[] {
  return braces.split(",").map((part) => part.trim().replace(/^type\s+/, "")).filter((part) => part !== "")
    .map(
      (part) => {
        const [taken = "", given = taken] = part.split(/\s+as\s+/);
        return { taken, given };
      },
    );
}
