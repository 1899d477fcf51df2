/**
 * Counts what an addition touches, circles of imports and long files: `deno task count [--at <revision>]… [--list]`.
 * Each revision is a column, the files here are the last one; `--list` names what was counted here.
 */
import { parseArgs } from "node:util";
import { type Figure, measure } from "./count/measure.ts";

const ROOT = new URL("..", import.meta.url).pathname.replace(/\/$/, "");

async function run(command: string, args: readonly string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, {
    args: [...args],
    cwd: ROOT,
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr).trim());
}

/** Figures of the files as they were at a revision. */
async function measureAt(revision: string): Promise<readonly Figure[]> {
  const folder = await Deno.makeTempDir({ prefix: "count-" });
  try {
    await run("git", ["archive", "--output", `${folder}/files.tar`, revision]);
    await Deno.mkdir(`${folder}/files`);
    await run("tar", ["-xf", `${folder}/files.tar`, "-C", `${folder}/files`]);
    return await measure(`${folder}/files`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function table(columns: readonly (readonly [string, readonly Figure[]])[]): string {
  const [, figures] = columns.at(-1)!;
  const rows = figures.map(({ title, target }, index) => [
    title,
    target === undefined ? "–" : String(target),
    ...columns.map(([, each]) => String(each[index]!.value)),
  ]);
  const all = [["Count of", "target", ...columns.map(([name]) => name)], ...rows];
  const widths = all[0]!.map((_, at) => Math.max(...all.map((row) => row[at]!.length)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at]!)).join(" | ")} |`;
  return [line(all[0]!), line(widths.map((width) => "-".repeat(width))), ...all.slice(1).map(line)].join(
    "\n",
  );
}

if (import.meta.main) {
  const { values } = parseArgs({
    args: Deno.args,
    options: { at: { type: "string", multiple: true, default: [] }, list: { type: "boolean" } },
  });
  try {
    const columns: (readonly [string, readonly Figure[]])[] = [];
    for (const revision of values.at) columns.push([revision, await measureAt(revision)]);
    const here = await measure(ROOT);
    columns.push(["here", here]);
    console.log(table(columns));
    if (values.list) {
      for (const { title, counted } of here) {
        console.log(`\n${title}`);
        for (const line of counted) console.log(`  ${line}`);
      }
    }
  } catch (error) {
    console.error(`Cannot count: ${error instanceof Error ? error.message : error}`);
    Deno.exit(1);
  }
}
