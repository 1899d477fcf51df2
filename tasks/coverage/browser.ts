/**
 * Lines that ran in Chromium, from what tests/support/browser_coverage.ts wrote. Tests load minified bundles without
 * maps, as users do; one more build with maps tells which line of which file each part of a bundle is.
 */
import { TraceMap } from "@jridgewell/trace-mapping";
import { Builder } from "fresh/dev";
import type { BrowserRun } from "../../tests/support/browser_coverage.ts";
import type { Coverage } from "./lines.ts";
import { linesOfSources } from "./source_map.ts";

export async function browserCoverage(folder: string, root: string): Promise<Coverage> {
  const runs: BrowserRun[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    if (name.endsWith(".json")) runs.push(JSON.parse(await Deno.readTextFile(`${folder}/${name}`)));
  }
  const scripts = new Map<string, { readonly code: string; readonly map: TraceMap | null }>();
  if (runs.length === 0) return new Map();
  const built = await builtMaps(`${folder}/build`, root);
  for (const name of new Set(runs.flatMap((run) => run.scripts.map(({ script }) => script)))) {
    const code = await Deno.readTextFile(`${folder}/${name}`);
    const own = await Deno.readTextFile(`${folder}/${name}.map`).catch(() => undefined);
    const map = own ?? built.get(unnamed(code));
    scripts.set(name, { code, map: map === undefined ? null : new TraceMap(map) });
  }

  const coverage = new Map<string, Map<number, number>>();
  for (const { script, ran } of runs.flatMap((run) => run.scripts)) {
    const { code, map } = scripts.get(script)!;
    if (map === null) continue;
    for (const [source, lines] of linesOfSources(code, map, ran)) {
      const path = decodeURI(source).replace(/^(\.\.\/)+/, "");
      const known = coverage.get(path) ?? coverage.set(path, new Map()).get(path)!;
      for (const [line, hits] of lines) known.set(line, (known.get(line) ?? 0) + hits);
    }
  }
  return coverage;
}

/** Names of chunks and digests of static files differ from build to build; nothing else of a bundle does. */
const unnamed = (code: string): string =>
  code.replace(/-[A-Z0-9]{8}\.js/g, ".js").replace(/"[0-9a-f]{16}"/g, '""');

/** The map of each bundle of the app, by the bundle's text. */
async function builtMaps(outDir: string, root: string): Promise<ReadonlyMap<string, string>> {
  await new Builder({ root, outDir, sourceMap: { kind: "external" } }).build();
  const folder = `${outDir}/static/_fresh/js`;
  const maps = new Map<string, string>();
  for await (const { name } of Deno.readDir(folder)) {
    if (!name.endsWith(".js")) continue;
    const code = await Deno.readTextFile(`${folder}/${name}`);
    maps.set(unnamed(code), await Deno.readTextFile(`${folder}/${name}.map`));
  }
  return maps;
}
