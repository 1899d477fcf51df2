/** A small wrong change of the source, and the test that must notice it. */
export interface Mutant {
  readonly name: string;
  /** The source file, and the text in it that is replaced: found exactly once. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly caughtBy: string;
  /** A test or step of that file which has to be among those that fail; missing, any may. */
  readonly family?: string;
  /** Runs only the tests of the file whose name holds this, to be quick. */
  readonly only?: string;
  /** The slip that would make it. */
  readonly why: string;
}

/** The source with the mutant in it; throws where the source has moved on. */
export function planted(source: string, { name, file, find, replace }: Mutant): string {
  const places = source.split(find).length - 1;
  if (places !== 1) {
    throw new Error(
      `Cannot plant "${name}": ${file} holds ${JSON.stringify(find)} ${places} times, not once`,
    );
  }
  if (find === replace) throw new Error(`Cannot plant "${name}": it changes nothing`);
  return source.replace(find, () => replace);
}

/** `broken`: the run says nothing, since it was not a test that failed. */
export interface Verdict {
  readonly kind: "caught" | "survived" | "broken";
  readonly reason?: string;
}

/** What a run of a test file says about the mutant in the source. */
export function verdictOf(output: string, exitCode: number, family?: string): Verdict {
  const summary = /\| \d+ failed(?: \(\d+ steps?\))?/.exec(output);
  if (exitCode === 0) return { kind: "survived" };
  if (summary === null) return { kind: "broken", reason: "no test ran" };
  if (output.includes("(uncaught error)")) return { kind: "broken", reason: "the tests could not be loaded" };
  const [, failures = ""] = output.split("\n FAILURES \n");
  const failed = failures.split("\n").filter((line) => / => .*:\d+:\d+$/.test(line));
  if (failed.length === 0) return { kind: "broken", reason: "no test is named as failed" };
  if (family === undefined || failed.some((line) => line.includes(family))) return { kind: "caught" };
  return { kind: "survived", reason: `only others failed, such as ${failed[0]}` };
}
