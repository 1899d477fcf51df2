/** Every mutant still applies: its text stands in the source once, and the test that catches it exists. */
import assert from "node:assert/strict";
import { MUTANTS } from "./mutants/mod.ts";
import { planted, verdictOf } from "./mutants/mutant.ts";

const root = new URL("../../", import.meta.url);
const texts = new Map<string, Promise<string>>();
function textOf(path: string): Promise<string> {
  const text = texts.get(path) ?? Deno.readTextFile(new URL(path, root));
  texts.set(path, text);
  return text;
}

Deno.test("every mutant applies to the source as it is, and names a test that exists", async () => {
  const problems: string[] = [];
  for (const mutant of MUTANTS) {
    try {
      const source = await textOf(mutant.file);
      assert.notEqual(planted(source, mutant), source);
      const tests = await textOf(mutant.caughtBy);
      assert.match(tests, /Deno\.test\(/);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  assert.deepEqual(problems, []);
  assert.equal(new Set(MUTANTS.map(({ name }) => name)).size, MUTANTS.length, "each has a name of its own");
});

Deno.test("a text that is gone, there twice, or not changed is no mutant", () => {
  const mutant = { name: "m", file: "f.ts", find: "a + b", replace: "a - b", caughtBy: "t", why: "w" };
  assert.equal(planted("x = a + b;", mutant), "x = a - b;");
  assert.equal(planted("x = a + b;", { ...mutant, replace: "$& $1" }), "x = $& $1;");
  for (const source of ["", "a + b; a + b"]) assert.throws(() => planted(source, mutant), /not once/);
  assert.throws(() => planted("a + b", { ...mutant, replace: "a + b" }), /changes nothing/);
});

Deno.test("only a failing test catches, and only the one that is named", () => {
  const failed = "outer ... FAILED\n FAILURES \n\nouter ... one step => ./a_test.ts:1:2\n\n" +
    "FAILED | 1 passed | 1 failed (1 step) (2ms)\n";
  assert.equal(verdictOf(failed, 1).kind, "caught");
  assert.equal(verdictOf(failed, 1, "one step").kind, "caught");
  assert.equal(verdictOf(failed, 1, "another step").kind, "survived");
  assert.equal(verdictOf("ok | 2 passed | 0 failed (2ms)\n", 0).kind, "survived");
  const atImport = " FAILURES \n\n./a_test.ts (uncaught error)\n\nFAILED | 0 passed | 1 failed (0ms)\n";
  for (const output of ["error: Module not found\n", "error: SyntaxError: ; expected\n", atImport]) {
    assert.equal(verdictOf(output, 1).kind, "broken");
  }
});
