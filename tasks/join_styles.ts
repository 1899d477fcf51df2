import { build, stop } from "esbuild";
import type { Builder } from "fresh/dev";

/**
 * Joins what a style sheet imports into it, so that a page waits for one file of its own. Without it pages look the
 * same.
 */
export function joinStyles(builder: Builder): void {
  let running = 0;
  builder.onTransformStaticFile(
    { pluginName: "join styles", filter: /\/(?:app|canvas)\.css$/ },
    async ({ path, mode }) => {
      running++;
      try {
        const { outputFiles } = await build({
          entryPoints: [path],
          bundle: true,
          write: false,
          minify: mode === "production",
          external: ["/vendor/*"],
          target: ["chrome120", "firefox121", "safari17.2"],
          logLevel: "silent",
        });
        return { content: outputFiles[0]!.text };
      } finally {
        // Sheets are joined at the same time, and the service is one for all of them.
        if (--running === 0) await stop();
      }
    },
  );
}
