/**
 * Reads commit subjects and names those that say too much or too little: `deno task commits [--since <revision>]`,
 * by default since the newest release.
 */
import { parseArgs } from "node:util";

const TYPES = [
  "feat",
  "fix",
  "perf",
  "refactor",
  "test",
  "docs",
  "build",
  "ci",
  "chore",
  "revert",
] as const;

const LONGEST = 71;
const TYPE = String.raw`(?:${TYPES.join("|")})(?:\([\w-]+\))?!?: `;
const SUBJECT = new RegExp(`^${TYPE}[^A-Z\\s]`);
const SECOND_TYPE = new RegExp(`[;,.] ${TYPE}`);

/** What is wrong with a subject, or null. */
export function fault(subject: string): string | null {
  if (!SUBJECT.test(subject)) return `begins with no type of ${TYPES.join(", ")} and a lower-case word`;
  if (SECOND_TYPE.test(subject)) return "has two types: make two commits";
  if (subject.length > LONGEST) return `has ${subject.length} characters, and may have ${LONGEST}`;
  if (subject.endsWith(".")) return "ends with a full stop";
  return null;
}

async function git(args: readonly string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("git", { args: [...args] }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr).trim());
  return new TextDecoder().decode(stdout).trim();
}

async function newestRelease(): Promise<string> {
  const tags = await git(["tag", "--merged", "HEAD", "--sort=-version:refname", "--list", "v*"]);
  const [newest = ""] = tags.split("\n");
  if (newest === "") throw new Error("no release is tagged in this clone");
  return newest;
}

if (import.meta.main) {
  const { values } = parseArgs({ args: Deno.args, options: { since: { type: "string" } } });
  try {
    const since = values.since ?? await newestRelease();
    const log = await git(["log", "--no-merges", "--format=%h %s", `${since}..HEAD`]);
    const lines = log === "" ? [] : log.split("\n");
    const faults = lines.map((line) => [line, fault(line.slice(line.indexOf(" ") + 1))] as const)
      .filter(([, found]) => found !== null);
    for (const [line, found] of faults) console.log(`${line}\n  ${found}`);
    console.log(`${lines.length} commits since ${since}, ${faults.length} to reword`);
    Deno.exit(faults.length > 0 ? 1 : 0);
  } catch (error) {
    const hint = values.since === undefined ? "\nName a revision: --since <revision>." : "";
    console.error(`Cannot read commits: ${error instanceof Error ? error.message : error}${hint}`);
    Deno.exit(2);
  }
}
