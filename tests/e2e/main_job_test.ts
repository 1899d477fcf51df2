import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { startApp } from "./support/app.ts";
import { complaintsOf, openBrowser } from "./support/browser.ts";
import { startPortal } from "./support/portal.ts";

const NODES = ["data_source", "filter", "formula", "sort", "table_view"] as const;

async function dragFromPalette(page: Page, type: string, x: number, y: number): Promise<void> {
  const stage = await restingBox(page.getByTestId("stage"));
  await page.getByTestId(`palette-${type}`).hover();
  await page.mouse.down();
  await page.mouse.move(stage.x + x - 30, stage.y + y - 10, { steps: 6 });
  await page.mouse.move(stage.x + x, stage.y + y, { steps: 3 });
  await page.mouse.up();
}

async function nodeIds(page: Page): Promise<string[]> {
  return await page.locator('[data-testid^="node-"][data-type]').evaluateAll((elements) =>
    elements.map((element) => element.getAttribute("data-testid")!.slice("node-".length))
  );
}

/** Where a part of the page stands once it has come to rest: panels that open move what is beside them. */
async function restingBox(part: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  for (let before = await part.boundingBox();;) {
    await part.page().waitForTimeout(60);
    const now = await part.boundingBox();
    if (now !== null && JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
}

async function connect(page: Page, from: string, to: string): Promise<void> {
  const output = await restingBox(page.getByTestId(`port-${from}-out`));
  const input = await restingBox(page.getByTestId(`port-${to}-in`));
  await page.mouse.move(output.x + output.width / 2, output.y + output.height / 2);
  await page.mouse.down();
  await page.mouse.move(input.x - 20, input.y, { steps: 5 });
  await page.mouse.move(input.x + input.width / 2, input.y + input.height / 2, { steps: 3 });
  await page.mouse.up();
}

Deno.test("an analyst goes from sign-in to a widget on another site", async (t) => {
  const app = await startApp();
  const browser = await openBrowser();
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints = complaintsOf(page);
  let widgetId = "";
  let key = "";
  const ids: string[] = [];
  // Each step stands on the one before it, so the first that fails ends the journey.
  const step = async (name: string, run: () => Promise<void> | void) => {
    if (!await t.step(name, run)) throw new Error(`Cannot go on: "${name}" failed.`);
  };
  try {
    await step("signs in", async () => {
      await page.goto(app.url);
      await page.getByRole("button", { name: "admin@tenant-a.test" }).click();
      await page.waitForURL("**/dashboards");
    });

    await step("drags five nodes onto a new canvas and connects them by mouse", async () => {
      await page.getByRole("link", { name: "Canvas" }).click();
      await page.getByTestId("new-workflow").click();
      await page.getByRole("textbox", { name: "Name" }).fill("Largest AAPL trades");
      await page.keyboard.press("Enter");
      await page.locator("html[data-canvas=ready]").waitFor({ state: "attached" });
      for (const [index, type] of NODES.entries()) {
        await dragFromPalette(page, type, 110 + index * 205, 120 + (index % 2) * 130);
        const fresh = (await nodeIds(page)).filter((id) => !ids.includes(id));
        assert.equal(fresh.length, 1, `one node after dropping ${type}`);
        ids.push(fresh[0]!);
      }
      for (let index = 1; index < ids.length; index++) {
        const edge = page.getByTestId(`edge-${ids[index - 1]}-${ids[index]}-in`);
        if (await edge.count() === 0) await connect(page, ids[index - 1]!, ids[index]!);
        await edge.waitFor({ state: "attached" });
      }
    });

    await step("configures them by mouse and keyboard", async () => {
      const [source, filter, formula, sort] = ids as [string, string, string, string];
      const panel = page.getByTestId("config-panel");
      await page.getByTestId(`node-${source}`).click();
      await panel.getByTestId("table-flowforge.raw_trades").click();

      await page.getByTestId(`node-${filter}`).click();
      await panel.getByTestId("add-condition").click();
      const condition = panel.getByTestId("condition-1");
      await condition.getByLabel("Column of condition 1").selectOption("symbol");
      await condition.getByLabel("Operator of condition 1").selectOption("=");
      await condition.getByLabel("Value").click();
      await page.keyboard.type("AAPL");

      await page.getByTestId(`node-${formula}`).click();
      await panel.getByLabel("Column name").fill("notional");
      await panel.getByTestId("formula").click();
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type("ROUND([price] * [quantity], 2)");
      await page.keyboard.press("Escape");

      await page.getByTestId(`node-${sort}`).click();
      await panel.getByTestId("add-keys").click();
      await panel.getByLabel("Column", { exact: false }).first().selectOption("notional");
      await panel.getByLabel("Direction").first().selectOption("desc");
      assert.equal(await page.locator('[data-testid^="problem-"]').count(), 0, "no node has a problem");
    });

    await step("sees rows at each step", async () => {
      for (const id of ids) {
        await page.getByTestId(`node-${id}`).click();
        const grid = page.getByTestId("preview-grid");
        await grid.locator("tbody tr").first().waitFor();
        assert.ok(await grid.locator("tbody tr").count() > 10);
      }
      const text = await page.getByTestId("preview-grid").innerText();
      assert.match(text, /notional/);
      assert.match(text, /AAPL/);
      assert.doesNotMatch(text, /MSFT|NVDA|TSLA/);
    });

    await step("is shown one merged SELECT with bound values", async () => {
      await page.getByTestId("tab-sql").click();
      assert.match(await page.getByTestId("merged").innerText(), /5 nodes merged into 1 SELECT\b/);
      const sql = await page.getByTestId("sql-tab").getByLabel("SQL").innerText();
      assert.equal(sql.match(/\bSELECT\b/g)?.length, 1);
      assert.ok(!sql.includes("AAPL"), sql);
      assert.match(await page.getByTestId("sql-tab").innerText(), /AAPL/);
      await page.getByTestId("tab-rows").click();
    });

    await step("saves by keyboard, and finds everything after a reload", async () => {
      await page.getByTestId(`node-${ids[4]}`).click();
      await page.keyboard.press("ControlOrMeta+S");
      await page.locator('[data-testid="save-state"][data-status="saved"]').waitFor();
      await page.waitForURL(/\/canvas\/[0-9a-f-]{36}/);
      await page.reload();
      await page.locator("html[data-canvas=ready]").waitFor({ state: "attached" });
      assert.deepEqual((await nodeIds(page)).sort(), [...ids].sort());
      assert.equal(await page.getByTestId("workflow-name").inputValue(), "Largest AAPL trades");
    });

    await step("pins the table to a new dashboard and opens it", async () => {
      await page.getByTestId(`node-${ids[4]}`).click();
      await page.getByTestId("pin").click();
      await page.getByTestId("pin-dashboard").selectOption({ label: "New dashboard …" });
      await page.getByTestId("pin-name").fill("AAPL flow");
      await page.getByTestId("pin-title").fill("Largest trades");
      await page.getByTestId("pin-submit").click();
      await page.getByTestId("pin-link").click();
      await page.waitForURL("**/dashboards/**");
      const heading = page.getByRole("heading", { name: "Largest trades" });
      const tile = page.locator(".tile").filter({ has: heading });
      // A tile whose rows are late says "Loading" first.
      await tile.getByText("AAPL", { exact: true }).first().waitFor();
      widgetId = (await tile.locator(".tile-body").getAttribute("id"))!.replace("tile-body-", "");
    });

    const portal = startPortal(app.url, widgetId, () => key);
    try {
      await step("creates a key for the widget, shown once", async () => {
        await page.getByRole("link", { name: "Admin" }).click();
        await page.goto(`${app.url}/admin/api-keys`);
        await page.getByRole("textbox", { name: "Name" }).fill("Client portal");
        await page.getByRole("checkbox", { name: "Largest trades" }).and(
          page.locator(`[value="${widgetId}"]`),
        ).check();
        await page.getByLabel("Sites that may frame it").fill(portal.origin);
        await page.getByRole("button", { name: "Create key" }).click();
        key = await page.locator("#new-key-value").inputValue();
        assert.match(key, /^sk_live_/);
        await page.goto(`${app.url}/admin/api-keys`);
        assert.ok(!(await page.content()).includes(key), "the key is shown once");
      });

      await step("sees the widget inside a page of another origin", async () => {
        const visitor = await (await browser.newContext()).newPage();
        await visitor.goto(portal.origin);
        const frame = visitor.frameLocator("iframe");
        await frame.getByText("AAPL").first().waitFor();
        assert.equal(await frame.getByRole("navigation").count(), 0, "an embed has no navigation");
        await visitor.context().close();
      });

      await step("and a site the key does not name sees nothing", async () => {
        const stranger = startPortal(app.url, widgetId, () => key);
        const visitor = await (await browser.newContext()).newPage();
        const refusal = visitor.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
        await visitor.goto(stranger.origin);
        await refusal;
        assert.equal(await visitor.frameLocator("iframe").getByText("AAPL").count(), 0);
        await visitor.context().close();
        await stranger.stop();
      });
    } finally {
      await portal.stop();
    }

    await step("and no page complained", () => assert.deepEqual(complaints, []));
  } finally {
    await browser.close();
    await app.stop();
  }
});
