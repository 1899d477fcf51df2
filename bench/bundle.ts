import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build, stop } from "esbuild";
import { type Figure, kilobytes } from "./figures.ts";

const TARGET_KB = 45;

/** The compiler as a browser would load it whole. It imports nothing but itself, so its folder is all there is. */
export async function benchBundle(): Promise<Figure[]> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../compiler/mod.ts", import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2022",
  });
  await stop();
  const { contents } = outputFiles[0]!;
  const zipped = gzipSync(contents).byteLength;
  return [{
    what: "compiler bundled, gzip",
    measured: kilobytes(zipped),
    beside: `minified ${kilobytes(contents.byteLength)}`,
    target: `< ${TARGET_KB} KB`,
    met: zipped < TARGET_KB * 1024,
  }];
}
