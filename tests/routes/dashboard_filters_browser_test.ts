/** What a viewer filters a dashboard by, in a real browser. */
import { deepEqual, equal } from "node:assert/strict";
import type { Page } from "playwright-core";
import { openBrowser } from "../e2e/support/browser.ts";
import { openPages, pinned } from "./pages_support.ts";

/** The look-up of values waits until a test lets it go on. */
let gate: Promise<void> = Promise.resolve();
let isWithoutTables = false;
const app = await openPages({
  adapt: (services) => ({
    ...services,
    dashboards: {
      ...services.dashboards,
      filterOptions: (who, id) =>
        isWithoutTables ? new Promise(() => {}) : services.dashboards.filterOptions(who, id),
      filterValues: async (...asked) => {
        await gate;
        return await services.dashboards.filterValues(...asked);
      },
    },
  }),
});
const site = app.serve();
const browser = await openBrowser();
Deno.test.afterAll(async () => {
  await browser.close();
  await site.close();
  await app.close();
});

const loose = { sanitizeOps: false, sanitizeResources: false };

interface Visitor {
  readonly scripts?: boolean;
  readonly width?: number;
}

async function browse(
  run: (page: Page) => Promise<void>,
  { scripts = true, width = 1280 }: Visitor = {},
): Promise<void> {
  const session = await browser.newContext({
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
    viewport: { width, height: 900 },
  });
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

const controlsOf = (page: Page) => page.getByRole("form", { name: "View" });

Deno.test(
  { name: "a control stands before its values are known, and offers them when they come", ...loose },
  () =>
    browse(async (page) => {
      const { dashboard } = await pinned(app, { title: "Late values" });
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      await page.goto(`${site.url}/dashboards/${dashboard}`);
      const symbol = controlsOf(page).getByLabel("Symbol");
      equal(await symbol.evaluate((element) => element.tagName), "INPUT");
      equal(await controlsOf(page).getByLabel("Range").isVisible(), true);
      await symbol.fill("AAP");
      resolve();
      await page.locator(`datalist option[value="AAPL"]`).waitFor({ state: "attached" });
      equal(await symbol.inputValue(), "AAP", "what is typed meanwhile stays");
      await symbol.fill("AAPL");
      await symbol.press("Enter");
      await page.waitForURL(/symbol=AAPL/);
      await page.reload();
      equal(await symbol.evaluate((element) => element.tagName), "SELECT");
      equal(await symbol.inputValue(), "AAPL");
    }),
);

Deno.test(
  { name: "without the list of tables there are the usual controls, without scripts too", ...loose },
  () =>
    browse(async (page) => {
      const { dashboard } = await pinned(app, { title: "No tables" });
      isWithoutTables = true;
      try {
        await page.goto(`${site.url}/dashboards/${dashboard}`);
      } finally {
        isWithoutTables = false;
      }
      await controlsOf(page).getByLabel("Symbol").fill("MSFT");
      await controlsOf(page).getByLabel("Range").selectOption("7d");
      await controlsOf(page).getByRole("button", { name: "Apply" }).click();
      await page.waitForURL(/symbol=MSFT&range=7d/);
    }, { scripts: false }),
);

Deno.test(
  { name: "a control says what chips beside it do to its column", ...loose },
  () =>
    browse(async (page) => {
      const { dashboard } = await pinned(app, { title: "Several" });
      const shown = async (query: string) => {
        await page.goto(`${site.url}/dashboards/${dashboard}?${query}`);
        const symbol = controlsOf(page).locator('[name="symbol"]:not([type="hidden"])');
        // Its values may come after the page: then it is an input.
        return await symbol.evaluate((element) =>
          element instanceof HTMLSelectElement
            ? element.selectedOptions[0]!.textContent
            : (element as HTMLInputElement).value || (element as HTMLInputElement).placeholder
        );
      };
      equal(await shown("symbol=AAPL&symbol=MSFT"), "Several (2)");
      equal(await shown("symbol.!=AAPL"), "As filtered");
      equal(await shown("symbol=AAPL"), "AAPL");
      equal(await shown("symbol="), "All");
      equal(await page.locator(".ui-chip", { hasText: "symbol" }).count(), 0, "a form sends it untouched");
      await shown("simbol=");
      await page.getByText('Cannot filter by "simbol": no value is given.').first().waitFor();
    }),
);

for (const scripts of [true, false]) {
  Deno.test(
    { name: `any column is filtered by a form, by keyboard, scripts ${scripts}`, ...loose },
    () =>
      browse(async (page) => {
        const { dashboard } = await pinned(app, { title: `Added ${scripts}` });
        const home = `${site.url}/dashboards/${dashboard}`;
        await page.goto(`${home}?symbol=AAPL&refresh=60`);
        await page.getByRole("button", { name: "Add filter" }).press("Enter");
        const dialog = page.getByRole("dialog", { name: "Add a filter" });
        await dialog.getByLabel("Column").selectOption("price");
        await dialog.getByLabel("Operator").selectOption(">=");
        await dialog.getByLabel("Value").fill("lots");
        await page.keyboard.press("Enter");
        await page.getByText('Cannot read "lots": a number is expected.').waitFor();
        equal(await page.getByLabel("Operator").inputValue(), ">=", "what was chosen comes back");
        await page.getByLabel("Value").fill("100");
        await page.keyboard.press("Enter");
        await page.waitForURL(`${home}?symbol=AAPL&refresh=60&price.%3E%3D=100`);
        const chip = page.locator(".ui-chip", { hasText: "price" });
        equal(await chip.count(), 1);
        await chip.getByRole("link").press("Enter");
        await page.waitForURL(`${home}?symbol=AAPL&refresh=60`);
      }, { scripts, width: scripts ? 1280 : 390 }),
  );
}
