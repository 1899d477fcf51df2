/**
 * Adding a function is an entry and a line, adding a dialect a folder and its name. What is forgotten fails the type
 * check: `deno check` reports an expected error that does not come.
 */
import assert from "node:assert/strict";
import { scalarDefaults } from "@/compiler/dialects/defaults.ts";
import type { ScalarTable } from "@/compiler/dialects/emitters.ts";
import { type Dialect, DIALECTS } from "@/compiler/dialects/mod.ts";
import { operation } from "@/compiler/formula/library/definition.ts";
import { strict } from "@/compiler/functions/mod.ts";
import { TIME_UNITS } from "@/compiler/ir/expr.ts";
import { RULES } from "@/compiler/functions/rules.ts";
import { DIALECT_NAMES, type DialectName } from "@/compiler/schema/vocabulary.ts";

const COMPILER = new URL("../../../compiler/", import.meta.url);

async function* sources(folder: URL): AsyncGenerator<URL> {
  for await (const entry of Deno.readDir(folder)) {
    if (entry.isDirectory) yield* sources(new URL(`${entry.name}/`, folder));
    else if (entry.name.endsWith(".ts")) yield new URL(entry.name, folder);
  }
}

async function filesThatHold(pattern: RegExp): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const file of sources(COMPILER)) {
    if (pattern.test(await Deno.readTextFile(file))) found.push(file.href.slice(COMPILER.href.length));
  }
  return found.sort();
}

/** In a dialect's own folder. */
const isOwn = (path: string) => /^dialects\/\w+\//.test(path);

/** Words that the compiler uses for sides and units as well. */
const AMBIGUOUS: ReadonlySet<string> = new Set(["left", "right", ...TIME_UNITS]);
/** May weigh an operation that nests steeply. */
const WEIGHTS = "ir/expressions.ts";

Deno.test("a function that only formulas have is named by its entry and its line, and where a dialect differs", async () => {
  const functions = Object.keys(scalarDefaults).filter((op) => !(op in RULES) && !AMBIGUOUS.has(op));
  assert.ok(functions.length > 8);
  for (const op of functions) {
    const named = await filesThatHold(new RegExp(`"${op}"|^  ${op}:`, "m"));
    const shared = named.filter((path) => !isOwn(path) && path !== WEIGHTS);
    const library = shared.find((path) => path.startsWith("formula/library/"));
    assert.deepEqual(shared, ["dialects/defaults.ts", library], op);
  }
});

Deno.test("a dialect is named by its folder, its line in the registry and the list of names", async () => {
  for (const name of DIALECT_NAMES) {
    const named = await filesThatHold(new RegExp(`["'/]${name}["'/]|\\b${name}:`));
    assert.deepEqual(
      named.filter((path) => !isOwn(path)),
      ["dialects/mod.ts", "schema/vocabulary.ts"],
    );
  }
});

Deno.test("what is forgotten does not type-check", () => {
  // @ts-expect-error: there are operations that every dialect writes itself
  const table: ScalarTable = scalarDefaults;
  const { postgres, materialize } = DIALECTS;
  // @ts-expect-error: a dialect is missing
  const registry: Readonly<Record<DialectName, Dialect>> = { postgres, materialize };
  // @ts-expect-error: there is no such line
  const entry = operation("reverse", strict("string"));
  assert.ok(table && registry && entry);
});
