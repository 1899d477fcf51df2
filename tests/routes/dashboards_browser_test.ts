/** Arranging and copying dashboards in a real browser. */
import { deepEqual, equal, match, notEqual, ok } from "node:assert/strict";
import type { Page } from "playwright-core";
import { checked } from "@/lib/server/checked.ts";
import { widgetInput } from "@/lib/server/widgets/schema.ts";
import { workflowInput } from "@/lib/server/workflows/schema.ts";
import { node } from "@/tests/compiler/support/graphs.ts";
import { overlaps } from "@/lib/grid/places.ts";
import { openBrowser } from "../e2e/support/browser.ts";
import { openPages, pinned } from "./pages_support.ts";

const app = await openPages();
const site = app.serve();
const browser = await openBrowser();
Deno.test.afterAll(async () => {
  await browser.close();
  await site.close();
  await app.close();
});

const loose = { sanitizeOps: false, sanitizeResources: false };

async function browse(run: (page: Page) => Promise<void>, { scripts = true } = {}): Promise<void> {
  const session = await browser.newContext({ javaScriptEnabled: scripts, reducedMotion: "reduce" });
  try {
    const page = await session.newPage();
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    await page.goto(`${site.url}/login`);
    await page.click(`button[value="admin@tenant-a.test"]`);
    await page.waitForURL(`${site.url}/dashboards`);
    await run(page);
    deepEqual(problems, []);
  } finally {
    await session.close();
  }
}

const layoutsOf = async (dashboard: string) =>
  (await app.services.dashboards.get(app.admin, dashboard)).widgets.map(({ layout }) => layout);

Deno.test(
  { name: "a tile that is moved onto another pushes it away, and both are saved", ...loose },
  () =>
    browse(async (page) => {
      const { dashboard, workflow } = await pinned(app, { title: "Pushed" });
      const pin = { dashboard_id: dashboard, workflow_id: workflow, node_id: "output" };
      const input = checked(widgetInput, { ...pin, layout: { x: 0, y: 0, w: 6, h: 4 } });
      const second = await app.services.widgets.create(app.admin, input, { requestId: "test" });
      deepEqual(second.layout, { x: 0, y: 4, w: 6, h: 4 }, "it had been put below");
      await page.goto(`${site.url}/dashboards/${dashboard}/edit`);
      await page.waitForSelector(".grid-stack .edit-tile");
      await page.locator(".edit-tile").nth(1).focus();
      const name = () => page.locator(".edit-tile").nth(1).getAttribute("aria-label");
      const before = await name();
      for (let press = 0; press < 2; press++) await page.keyboard.press("ArrowUp");
      await page.waitForFunction((old) => {
        const tile = document.querySelectorAll(".edit-tile")[1];
        const label = tile?.getAttribute("aria-label");
        const row = Number(tile?.closest("[gs-y]")?.getAttribute("gs-y")) + 1;
        return label !== old && label?.includes(`row ${row},`);
      }, before);
      await page.click("text=Save layout");
      await page.waitForURL(`${site.url}/dashboards/${dashboard}`);
      const [above, below] = await layoutsOf(dashboard);
      ok(!overlaps(above!, below!), JSON.stringify([above, below]));
      const [first, next] = await Promise.all(
        [0, 1].map((at) => page.locator(".tile").nth(at).boundingBox()),
      );
      ok(first!.y + first!.height <= next!.y + 1, "nothing is hidden");
    }),
);

Deno.test(
  { name: "hours without a trade are gaps in a line that is filled with nothing", ...loose },
  () =>
    browse(async (page) => {
      const context = { requestId: "test" };
      const bucket = { size: 10, unit: "minute" };
      const steps = [
        node("source", "data_source", { database: "flowforge", table: "raw_trades" }),
        node("one", "filter", {
          logic: "and",
          conditions: [{ column: "symbol", operator: "=", value: "AAPL" }],
        }),
        node("tens", "group_by", {
          keys: [{ column: "event_time", bucket, as: "at" }],
          metrics: [{ function: "avg", column: "price", as: "price" }],
        }),
        node("filled", "fill", { time: "at", bucket, columns: [{ column: "price", mode: "null" }] }),
        node("line", "line_chart", { x: "at", y: ["price"] }),
      ];
      const edges = steps.slice(1).map(({ id }, index) => ({ source: steps[index]!.id, target: id }));
      const flow = checked(workflowInput, { name: "Gaps", graph: { version: 1, nodes: steps, edges } });
      const { id: workflow_id } = await app.services.workflows.create(app.admin, flow, context);
      const { dashboard: dashboard_id, widget: other } = await pinned(app, { title: "Gaps" });
      await app.services.widgets.remove(app.admin, other, context);
      const pin = checked(widgetInput, { dashboard_id, workflow_id, node_id: "line" });
      const { id } = await app.services.widgets.create(app.admin, pin, context);
      const { rows } = await (await page.request.get(`${site.url}/api/v1/widgets/${id}/data`)).json();
      const runs = rows.filter(([, price]: unknown[], at: number) =>
        price !== null && (rows[at - 1]?.[1] ?? null) === null
      ).length;
      ok(runs > 1, "ten minutes without a trade are found");
      await page.goto(`${site.url}/dashboards/${dashboard_id}`);
      const path = page.locator("path.chart-line");
      await path.waitFor({ state: "attached" });
      equal((await path.getAttribute("d"))!.match(/M/g)!.length, runs, "a stroke for each stretch of trades");
    }),
);

for (const scripts of [true, false]) {
  Deno.test(
    { name: `notes take one line below a picture and open in full, scripts ${scripts}`, ...loose },
    () =>
      browse(async (page) => {
        await page.setViewportSize({ width: 390, height: 800 });
        const { dashboard } = await pinned(app, { title: `Noted ${scripts}`, type: "bar_chart" });
        await page.goto(`${site.url}/dashboards/${dashboard}?simbol=GS&foo=1&bar=2`);
        const line = page.locator(".tile-notes-line");
        await line.waitFor();
        match(await line.innerText(), /simbol[^]*and 2 more/);
        const [below, picture, card] = await Promise.all([".tile-notes", ".chart-plot", ".tile-card"].map(
          async (part) => (await page.locator(part).first().boundingBox())!,
        ));
        ok(below!.height <= 20, `${below!.height} pixels`);
        ok(below!.y >= picture!.y + picture!.height - 1, "nothing of the picture is covered");
        ok(
          below!.x + below!.width <= card!.x + card!.width &&
            below!.y + below!.height <= card!.y + card!.height,
        );
        const all = page.locator(".tile-notes-all");
        equal(await all.isVisible(), false);
        await line.press("Enter");
        equal(await all.isVisible(), true);
        equal(await all.locator("li").count(), 3);
        await page.keyboard.press("Escape");
        equal(await all.isVisible(), false);
      }, { scripts }),
  );
}

for (const scripts of [true, false]) {
  Deno.test(
    { name: `a dashboard is copied with its workflows, by keyboard, scripts ${scripts}`, ...loose },
    () =>
      browse(async (page) => {
        const name = `Copied ${scripts}`;
        const { dashboard, workflow } = await pinned(app, { title: name });
        await page.goto(`${site.url}/dashboards?search=${encodeURIComponent(name)}`);
        await page.locator(`[aria-label="Duplicate ${name}"]`).press("Enter");
        const dialog = page.getByRole("dialog", { name: `Duplicate “${name}”` });
        await dialog.waitFor();
        match(await dialog.innerText(), /Whoever changes a workflow changes the tiles of both dashboards/);
        await page.keyboard.press("Tab");
        await page.keyboard.press("ArrowDown");
        equal(await dialog.getByLabel("Copies of its workflows").isChecked(), true);
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/settings$/);
        const copy = /dashboards\/([^/]+)\/settings/.exec(page.url())![1]!;
        notEqual(copy, dashboard);
        const made = await app.services.dashboards.get(app.admin, copy);
        equal(made.name, `${name} (copy)`);
        notEqual(made.widgets[0]!.workflow_id, workflow);
        await page.goto(`${site.url}/dashboards/${copy}`);
        await page.getByRole("heading", { level: 1, name: `${name} (copy)` }).waitFor();
      }, { scripts }),
  );
}
