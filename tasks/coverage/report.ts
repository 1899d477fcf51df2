/** Says how much of each zone the tests ran, and which zones stay below their gates. */
import type { Collected } from "./collect.ts";
import type { Gate } from "./gates.ts";
import type { Coverage, Lines } from "./lines.ts";

interface ZoneReport {
  readonly text: string;
  /** Why the zone does not pass its gate, and where to begin; null when it passes. */
  readonly fault: string | null;
}

const NAMED_FILES = 8;

export function zoneReports({ coverage }: Collected, gates: readonly Gate[]): readonly ZoneReport[] {
  return gates.map(({ zone, atLeast, paths }) => {
    const files = [...coverage].filter(([path]) => paths.test(path));
    const lines = sum(files.map(([, each]) => each.size));
    const ran = sum(files.map(([, each]) => ranLines(each)));
    const percent = lines === 0 ? 0 : 100 * ran / lines;
    const share = `${percent.toFixed(1)} % of ${lines} lines in ${files.length} files`;
    return {
      text: `${zone}: ${share}`,
      fault: percent >= atLeast
        ? null
        : `Cannot pass the ${zone}'s gate of ${atLeast} %: ${share}.\n${leastRun(new Map(files))}`,
    };
  });
}

/** Files that no test loads count with all of their lines; null when there are none. */
export function unloadedText({ coverage, unloaded }: Collected): string | null {
  if (unloaded.length === 0) return null;
  const named = unloaded.map((path) => `${path} (${coverage.get(path)!.size})`);
  return `loaded by no test, each line counted as not run: ${named.join(", ")}`;
}

function leastRun(coverage: Coverage): string {
  return [...coverage]
    .map(([path, lines]) => ({ path, missing: lines.size - ranLines(lines), lines: lines.size }))
    .sort((a, b) => b.missing - a.missing)
    .slice(0, NAMED_FILES)
    .map(({ path, missing, lines }) => `  ${path}: ${missing} of ${lines} lines not run`)
    .join("\n");
}

const ranLines = (lines: Lines): number => [...lines.values()].filter((hits) => hits > 0).length;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
