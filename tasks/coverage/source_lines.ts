/** Lines with code of a file that no test loaded: none ran, and each of them counts. */
import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";
import { transform } from "esbuild";
import type { Lines } from "./lines.ts";

/**
 * Line numbers of a file's code, each run zero times; empty for a file of types alone. The path decides the language: in
 * a `.ts` file `<T>(x: T) => x` is a generic function, in a `.tsx` file the beginning of an element.
 */
export async function unrunLines(path: string, text: string): Promise<Lines> {
  const { map } = await transform(text, {
    loader: path.endsWith(".tsx") ? "tsx" : "ts",
    jsx: "automatic",
    sourcemap: "external",
    tsconfigRaw: {},
    logLevel: "silent",
  });
  const lines = new Map<number, number>();
  for (const segments of decodedMappings(new TraceMap(map))) {
    for (const [, , line] of segments) if (line !== undefined) lines.set(line + 1, 0);
  }
  return lines;
}
