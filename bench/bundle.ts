import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, stop } from "esbuild";
import { type Figure, kilobytes } from "./figures.ts";

const TARGET_KB = 45;

/** What a browser loads of the compiler, and beside it the whole with the SQL of three dialects, as the server has it. */
export async function benchBundle(): Promise<Figure[]> {
  const [browser, whole] = await Promise.all([bundled("browser.ts"), bundled("mod.ts")]);
  await stop();
  return [{
    what: "compiler's browser bundle, gzip",
    measured: kilobytes(browser.zipped),
    beside: `minified ${kilobytes(browser.minified)}; with compile() ${kilobytes(whole.zipped)}`,
    target: `< ${TARGET_KB} KB`,
    met: browser.zipped < TARGET_KB * 1024,
  }];
}

async function bundled(entry: string): Promise<{ readonly minified: number; readonly zipped: number }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../compiler/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  const { contents } = outputFiles[0]!;
  return { minified: contents.byteLength, zipped: gzipSync(contents).byteLength };
}
