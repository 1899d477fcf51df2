/** The chart island in a real browser, under the content security policy that pages have. */
import assert from "node:assert/strict";
import type { Browser, Page } from "playwright-core";
import { bundleIsland, type IslandPage, serveIsland, widgetData } from "./island_page.tsx";
import { bars, candles, lines, type Sample, scatter } from "./samples.ts";
import { openBrowser } from "../../e2e/support/browser.ts";

const script = await bundleIsland();

interface Visit {
  readonly browser: Browser;
  readonly page: Page;
  readonly site: IslandPage;
  readonly errors: string[];
}

async function visit(
  sample: Sample,
  options: Parameters<typeof serveIsland>[2],
  run: (visit: Visit) => Promise<void>,
): Promise<void> {
  const site = serveIsland(script, sample, options);
  const browser = await openBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 900, height: 600 } });
    const errors: string[] = [];
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    await page.goto(site.url);
    await page.waitForSelector("html[data-ready]");
    await run({ browser, page, site, errors });
  } finally {
    await browser.close();
    await site.close();
  }
}

const options = { sanitizeOps: false, sanitizeResources: false };

Deno.test({ name: "the island's script stays under 30 KB compressed", ...options }, async () => {
  const stream = new Blob([script]).stream().pipeThrough(new CompressionStream("gzip"));
  const size = (await new Response(stream).arrayBuffer()).byteLength;
  assert.ok(size < 30 * 1024, `${size} bytes`);
});

Deno.test(
  { name: "the island takes its true size, and follows it", ...options },
  () =>
    visit(lines, {}, async ({ page, errors }) => {
      await page.waitForSelector('svg.chart-svg[width="720"][height="340"]');
      await page.evaluate(() => document.getElementById("host")!.classList.add("small"));
      await page.waitForSelector('svg.chart-svg[width="360"]');
      assert.equal(await page.locator("svg.chart-svg").count(), 1, "hydration doubles nothing");
      assert.deepEqual(errors, []);
    }),
);

Deno.test(
  { name: "the pointer shows the exact values of the nearest point, inside the frame", ...options },
  () =>
    visit(candles(40), {}, async ({ page, errors }) => {
      await page.waitForSelector('svg.chart-svg[width="720"]');
      const box = (await page.locator(".chart-live").boundingBox())!;
      await page.mouse.move(box.x + box.width - 90, box.y + 120);
      const tooltip = page.locator(".chart-tooltip");
      await tooltip.waitFor();
      const text = await tooltip.innerText();
      const time = text.slice(0, text.indexOf(" UTC")).replace(" ", "T");
      const row = candles(40).rows.find(([at]) => String(at).startsWith(time))!;
      for (const exact of row.slice(1, 5)) assert.ok(text.includes(String(exact)), text);
      const tip = (await tooltip.boundingBox())!;
      assert.ok(tip.x >= box.x && tip.x + tip.width <= box.x + box.width + 1);
      assert.ok(tip.y >= box.y && tip.y + tip.height <= box.y + box.height + 1);
      await page.mouse.move(5, 5);
      await tooltip.waitFor({ state: "detached" });
      assert.deepEqual(errors, [], "no policy was violated");
    }),
);

Deno.test(
  { name: "arrow keys walk the values and say them", ...options },
  () =>
    visit(bars, {}, async ({ page }) => {
      await page.locator(".chart-live").focus();
      await page.keyboard.press("ArrowRight");
      await page.locator(".chart-tooltip", { hasText: "AAPL" }).waitFor();
      await page.keyboard.press("ArrowRight");
      await page.locator(".chart-tooltip", { hasText: "MSFT" }).waitFor();
      const spoken = await page.locator(".chart-live [aria-live]").textContent();
      assert.match(spoken!, /^MSFT: notional [\d,.]+$/);
      await page.keyboard.press("End");
      await page.locator(".chart-tooltip", { hasText: "XOM" }).waitFor();
      await page.keyboard.press("Escape");
      await page.locator(".chart-tooltip").waitFor({ state: "detached" });
    }),
);

Deno.test(
  { name: "a scatter point is read where the pointer is within reach of it", ...options },
  () =>
    visit(scatter(3), {}, async ({ page }) => {
      const points = page.locator("circle.chart-point");
      await page.waitForSelector('svg.chart-svg[width="720"]');
      const point = (await points.first().boundingBox())!;
      await page.mouse.move(point.x + point.width / 2, point.y + point.height / 2);
      await page.locator(".chart-tooltip", { hasText: "volatility" }).waitFor();
    }),
);

Deno.test(
  { name: "an event refreshes, an update is announced, a failure keeps the old picture", ...options },
  () =>
    visit(bars, {}, async ({ page, site }) => {
      await page.evaluate(() => {
        const target = window as unknown as { seen: unknown[] };
        target.seen = [];
        document.addEventListener(
          "flowforge:updated",
          (event) => target.seen.push((event as CustomEvent).detail),
        );
      });
      const fire = (detail?: unknown) =>
        page.evaluate(
          (value) => document.dispatchEvent(new CustomEvent("flowforge:refresh", { detail: value })),
          detail,
        );
      site.answer = () =>
        Response.json(widgetData({ ...bars, rows: [["ZZZ", "7"]] }, "2026-11-20T15:00:00.000Z"));
      await fire({ widget_id: "other" });
      assert.equal(site.requests(), 0);
      await fire();
      await page.locator("svg.chart-svg", { hasText: "ZZZ" }).waitFor();
      const seen = await page.evaluate(() =>
        (window as unknown as { seen: { as_of: string; clock: string }[] }).seen
      );
      assert.equal(seen.at(-1)!.as_of, "2026-11-20T15:00:00.000Z");
      assert.equal(seen.at(-1)!.clock, "15:00:00 UTC");

      site.answer = () => Response.json({ detail: "The store does not answer." }, { status: 503 });
      await fire();
      const badge = page.locator(".chart-badge");
      await badge.waitFor();
      assert.match(await badge.innerText(), /Not updating, data .+ old/);
      assert.match((await badge.getAttribute("title"))!, /The store does not answer/);
      assert.equal(await page.locator("svg.chart-svg", { hasText: "ZZZ" }).count(), 1);

      site.answer = () => Response.json(widgetData(bars));
      await badge.click();
      await page.locator("svg.chart-svg", { hasText: "AAPL" }).waitFor();
      await badge.waitFor({ state: "detached" });
    }),
);

Deno.test(
  { name: "an incomplete response leaves the old picture", ...options },
  () =>
    visit(bars, {}, async ({ page, site }) => {
      site.answer = () =>
        new Response('{"columns":[],"ro', { headers: { "content-type": "application/json" } });
      await page.evaluate(() => document.dispatchEvent(new CustomEvent("flowforge:refresh")));
      await page.locator(".chart-badge").waitFor();
      assert.equal(await page.locator("svg.chart-svg", { hasText: "AAPL" }).count(), 1);
    }),
);

Deno.test(
  { name: "the table button swaps the picture for all its rows and back", ...options },
  () =>
    visit(candles(150), {}, async ({ page }) => {
      await page.getByRole("button", { name: "Table" }).focus();
      await page.keyboard.press("Enter");
      await page.locator(".chart-foot", { hasText: "150 rows" }).waitFor();
      await page.getByRole("button", { name: "Chart" }).click();
      await page.locator("svg.chart-svg").waitFor();
    }),
);
