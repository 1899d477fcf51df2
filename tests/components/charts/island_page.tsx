/** A page with one hydrated chart behind a strict content security policy, for browser tests. */
import * as esbuild from "esbuild";
import { render } from "preact-render-to-string";
import Chart, { type ChartProps } from "@/islands/Chart.tsx";
import type { WidgetData } from "@/lib/server/widgets/schema.ts";
import { keepSourceMap } from "@/tests/support/browser_coverage.ts";
import type { Sample } from "./samples.ts";

const root = new URL("../../../", import.meta.url).pathname;

export async function bundleIsland(): Promise<Uint8Array<ArrayBuffer>> {
  const result = await esbuild.build({
    stdin: {
      contents: `import { h, hydrate } from "preact";
        import Chart from "@/islands/Chart.tsx";
        const props = JSON.parse(document.getElementById("props").textContent);
        const host = document.getElementById("host");
        hydrate(h(Chart, props), host);
        window.unmount = () => hydrate(null, host);
        document.documentElement.dataset.ready = "yes";`,
      resolveDir: root,
    },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    outdir: root,
    sourcemap: "external",
    jsx: "automatic",
    jsxImportSource: "preact",
    alias: { "@": root.slice(0, -1) },
    absWorkingDir: root,
  });
  await esbuild.stop();
  const [map, script] = result.outputFiles.toSorted((a, b) => b.path.length - a.path.length);
  await keepSourceMap(script!.text, map!.text);
  return new Uint8Array(script!.contents);
}

export function widgetData(sample: Sample, asOf = "2026-11-20T14:30:00.000Z"): WidgetData {
  return {
    widget_id: "w1",
    title: sample.title ?? "Widget",
    chart: sample.chart as WidgetData["chart"],
    config: sample.config,
    columns: sample.columns,
    rows: sample.rows as WidgetData["rows"],
    row_count: sample.rows.length,
    execution_ms: 3,
    cache_hit: false,
    truncated: false,
    as_of: asOf,
  };
}

export interface IslandPage {
  readonly url: string;
  /** What the chart's source answers next. */
  answer: () => Response | Promise<Response>;
  readonly requests: () => number;
  close(): Promise<void>;
}

const SHEETS = ["tokens", ...["plots", "figures", "data_grid", "island"].map((part) => `charts/${part}`)]
  .map((name) => `/${name}.css`);

const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'";

export function serveIsland(
  script: Uint8Array<ArrayBuffer>,
  sample: Sample,
  options: Partial<Pick<ChartProps, "refreshSeconds" | "width" | "height">> = {},
): IslandPage {
  const props: ChartProps = {
    src: "/data",
    data: widgetData(sample),
    width: 640,
    height: 300,
    refreshSeconds: 0,
    ...options,
  };
  let requests = 0;
  const page = { answer: () => Response.json(widgetData(sample)) as Response | Promise<Response> };
  const html = `<!doctype html><html data-theme="dark"><head><meta charset="utf-8">
    ${
    SHEETS.map((name) => `<link rel="stylesheet" href="${name}">`).join("")
  }<link rel="stylesheet" href="/page.css">
    </head><body><div id="host">${render(<Chart {...props} />)}</div>
    <script type="application/json" id="props">${JSON.stringify(props).replaceAll("<", "\\u003c")}</script>
    <script type="module" src="/island.js"></script></body></html>`;
  const text = (body: BodyInit, type: string) =>
    new Response(body, { headers: { "content-type": type, "content-security-policy": POLICY } });
  const server = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async (request) => {
    const { pathname } = new URL(request.url);
    if (SHEETS.includes(pathname)) {
      return text(await Deno.readTextFile(`${root}static${pathname}`), "text/css");
    }
    switch (pathname) {
      case "/":
        return text(html, "text/html");
      case "/island.js":
        return text(script, "text/javascript");
      case "/page.css":
        return text("body{margin:20px}#host{width:720px;height:340px}#host.small{width:360px}", "text/css");
      case "/data":
        requests++;
        return await page.answer();
      default:
        // The browser asks for an icon.
        return new Response(null, { status: 204 });
    }
  });
  return Object.assign(page, {
    url: `http://127.0.0.1:${server.addr.port}/`,
    requests: () => requests,
    close: () => server.shutdown(),
  });
}
