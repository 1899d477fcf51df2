import { build, stop } from "esbuild";
import type { Builder } from "fresh/dev";

/** Joins what a style sheet imports into it, so that a page waits for one file. Without it pages look the same. */
export function joinStyles(builder: Builder): void {
  builder.onTransformStaticFile(
    { pluginName: "join styles", filter: /\/app\.css$/ },
    async ({ path, mode }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        minify: mode === "production",
        external: ["/vendor/*"],
        target: ["chrome120", "firefox121", "safari17.2"],
        logLevel: "silent",
      });
      await stop();
      return { content: outputFiles[0]!.text };
    },
  );
}
