/** Lines with code of a file that no test loaded: none ran, and each of them counts. */
import { decodedMappings, TraceMap } from "@jridgewell/trace-mapping";
import { transform } from "esbuild";
import type { Lines } from "./lines.ts";

/** Empty for a file of types alone. */
export async function unrunLines(text: string): Promise<Lines> {
  const { map } = await transform(text, {
    loader: "tsx",
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
