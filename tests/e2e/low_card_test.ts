/** A KPI card on a tile of two rows: the periods are seen in short, and read out in full. */
import assert from "node:assert/strict";
import { renderChart } from "@/components/charts/render.tsx";
import { kpi } from "@/tests/components/charts/samples.ts";
import { openBrowser } from "./support/browser.ts";

const style = (name: string) => Deno.readTextFile(new URL(`../../static/${name}.css`, import.meta.url));

Deno.test({
  name: "a low card says its periods, to the eye and to a screen reader",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const css = (await Promise.all(["tokens", "charts/plots", "charts/figures"].map(style))).join("\n");
    const compare = { column: "time", period: { size: 1, unit: "day" } };
    const compared = { from: "2026-11-24T00:00:00.000Z", to: "2026-11-25T00:00:00.000Z" };
    const sample = { ...kpi, config: { ...kpi.config, compare }, rows: [["5724", "3100"]], compared };
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      for (const height of [80, 200]) {
        const card = renderChart({ ...sample, width: 296, height } as never);
        await page.setContent(
          `<style>${css}</style><div style="width:296px;height:${height}px;display:grid">${card}</div>`,
        );
        const isLow = height === 80;
        assert.equal(await page.getByText("24 Nov vs 23 Nov").isVisible(), isLow);
        assert.ok(
          !(await page.locator(".chart-kpi-short").evaluate((it) => it.scrollWidth > it.clientWidth)),
        );
        const said = await page.locator(".chart-kpi").ariaSnapshot();
        assert.match(said, /2026-11-24 to 2026-11-25/);
        assert.match(said, /period of the same length before: 3/);
        assert.doesNotMatch(said, /23 Nov/);
      }
    } finally {
      await browser.close();
    }
  },
});
