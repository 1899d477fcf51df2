/** Puts together what ran in Deno, what ran in Chromium, and what no test loaded. */
import { stop } from "esbuild";
import { sourceFiles } from "../source.ts";
import { browserCoverage } from "./browser.ts";
import { GATES } from "./gates.ts";
import { type Coverage, readLcov, together, toLcov } from "./lines.ts";
import { unrunLines } from "./source_lines.ts";

/** Where the runs of one suite write. */
export interface CoverageFolder {
  readonly path: string;
  /** For the test processes; processes that they start inherit it. */
  readonly environment: Readonly<Record<string, string>>;
}

export interface Collected {
  /** Every file with code in a zone that has a gate. */
  readonly coverage: Coverage;
  /** Files that neither Deno nor Chromium loaded. */
  readonly unloaded: readonly string[];
}

export async function openCoverageFolder(path: string): Promise<CoverageFolder> {
  await Deno.remove(path, { recursive: true }).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
  await Deno.mkdir(`${path}/deno`, { recursive: true });
  await Deno.mkdir(`${path}/browser`);
  return {
    path,
    environment: { DENO_COVERAGE_DIR: `${path}/deno`, BROWSER_COVERAGE_DIR: `${path}/browser` },
  };
}

export async function collectCoverage(folder: CoverageFolder, root: string): Promise<Collected> {
  const inDeno = await denoCoverage(`${folder.path}/deno`, root);
  const inBrowser = await browserCoverage(`${folder.path}/browser`, root);
  const coverage = new Map<string, ReadonlyMap<number, number>>();
  const unloaded: string[] = [];
  for (const { path, text } of await sourceFiles(root)) {
    if (path.endsWith(".d.ts") || !GATES.some(({ paths }) => paths.test(path))) continue;
    const lines = inDeno.get(path) ?? await unrunLines(path, text);
    if (lines.size === 0) continue;
    coverage.set(path, together(lines, inBrowser.get(path) ?? new Map()));
    if (!inDeno.has(path) && !inBrowser.has(path)) unloaded.push(path);
  }
  await stop();
  await Deno.writeTextFile(`${folder.path}/lcov.info`, toLcov(coverage));
  return { coverage, unloaded };
}

async function denoCoverage(folder: string, root: string): Promise<Coverage> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["coverage", "--quiet", "--lcov", `--include=^file://${root}/`, folder],
    cwd: root,
    stdin: "null",
    env: { NO_COLOR: "1" },
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return readLcov(new TextDecoder().decode(stdout), root);
}
