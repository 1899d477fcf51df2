/** Pages in a real browser: without scripts, arranged by hand, filled late, framed by other sites. */
import { AxeBuilder } from "@axe-core/playwright";
import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { openPages, pinned } from "./pages_support.ts";
import { openBrowser } from "../e2e/support/browser.ts";
import { apiKeyInput } from "@/lib/server/api_keys/schema.ts";
import { checked } from "@/lib/server/checked.ts";

const SLOW_MS = 600;
const slow = new Set<string>();
/** Widgets whose store does not answer. */
const failing = new Set<string>();
const FAILURE = { code: "store_unavailable", detail: "Cannot reach ClickHouse.", problems: [] } as const;
/** Widgets whose rows stay the same while the time of reading moves on. */
const rereads = new Set<string>();
const app = await openPages({
  adapt: (services) => ({
    ...services,
    widgets: {
      ...services.widgets,
      tile: async (who, id, options) => {
        if (slow.has(id)) await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
        if (failing.has(id)) return { widget_id: id, title: "Widget", ...FAILURE };
        const tile = await services.widgets.tile(who, id, options);
        return rereads.has(id) ? { ...tile, as_of: "2031-01-02T03:04:05.000Z" } : tile;
      },
      body: async (who, id, options) => {
        if (failing.has(id)) throw new FlowForgeError(FAILURE.code, FAILURE.detail);
        const body = await services.widgets.body(who, id, options);
        return rereads.has(id) ? { ...body, as_of: "2031-01-02T03:04:05.000Z" } : body;
      },
    },
  }),
});
const site = app.serve();
const browser: Browser = await openBrowser();
Deno.test.afterAll(async () => {
  await browser.close();
  await site.close();
  await app.close();
});

const loose = { sanitizeOps: false, sanitizeResources: false };
const context = { requestId: "test" };

async function browse(
  run: (page: Page, problems: string[]) => Promise<void>,
  { email = "admin@tenant-a.test", scripts = true, theme = "dark" } = {},
): Promise<void> {
  const session: BrowserContext = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
  });
  try {
    const page = await session.newPage();
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(String(error)));
    await session.addCookies([{ name: "theme", value: theme, url: site.url }]);
    await page.goto(`${site.url}/login`);
    await page.click(`button[value="${email}"]`);
    await page.waitForURL(`${site.url}/dashboards`);
    await run(page, problems);
  } finally {
    await session.close();
  }
}

Deno.test(
  { name: "sign-in, a new dashboard, its deletion and sign-out work without scripts", ...loose },
  () =>
    browse(async (page) => {
      await page.click("summary");
      await page.fill("#field-name", "By hand");
      await page.click("text=Create");
      equal(await page.locator("h1").textContent(), "By hand");
      await page.click("[aria-label='Dashboard settings']");
      await page.click("text=Delete…");
      await page.click("text=Delete dashboard");
      equal(await page.locator(".list-name", { hasText: "By hand" }).count(), 0);
      await page.click("[popovertarget=user-menu]");
      await page.click("text=Sign out");
      match(page.url(), /\/login$/);
    }, { scripts: false }),
);

Deno.test(
  { name: "tiles are moved by key and by drag, undone, and saved", ...loose },
  () =>
    browse(async (page, problems) => {
      const { dashboard, widget } = await pinned(app, { title: "Movable" });
      const layout = async () => (await app.services.widgets.get(app.admin, widget)).layout;
      await page.goto(`${site.url}/dashboards/${dashboard}/edit`);
      await page.waitForSelector(".grid-stack .edit-tile");
      const tile = page.locator(".edit-tile");
      await tile.focus();
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Shift+ArrowDown");
      await page.waitForFunction(() => document.querySelector("[gs-id]")?.getAttribute("gs-h") === "5");
      const box = (await tile.boundingBox())!;
      await page.mouse.move(box.x + 40, box.y + 20);
      await page.mouse.down();
      await page.mouse.move(box.x + 40, box.y + 60, { steps: 4 });
      await page.mouse.move(box.x + 40, box.y + 20 + 144, { steps: 8 });
      await page.mouse.up();
      await page.waitForFunction(() => document.querySelector("[gs-id]")?.getAttribute("gs-y") === "2");
      await page.click("text=Undo");
      await page.waitForFunction(() =>
        !document.querySelector("[gs-id]")?.getAttribute("gs-y")?.match(/[1-9]/)
      );
      await page.click("text=Save layout");
      await page.waitForURL(`${site.url}/dashboards/${dashboard}`);
      deepEqual(await layout(), { x: 1, y: 0, w: 6, h: 5 });
      const shown = (await page.locator(".tile").boundingBox())!;
      equal(Math.round(shown.height), 5 * 72);
      deepEqual(problems, []);
    }),
);

Deno.test({
  name: "a slow table is filled by htmx, a slow chart comes alive; neither holds up the page",
  ...loose,
}, () =>
  browse(async (page, problems) => {
    const table = await pinned(app, { title: "Slow table" });
    const chart = await pinned(app, { title: "Slow chart", type: "bar_chart" });
    for (const { widget } of [table, chart]) slow.add(widget);
    await page.goto(`${site.url}/dashboards/${table.dashboard}`);
    await page.waitForSelector(".tile table");
    match(await page.locator(".tile-freshness").textContent() ?? "", /^as of \d\d:\d\d:\d\d UTC$/);
    await page.goto(`${site.url}/dashboards/${chart.dashboard}`);
    await page.waitForSelector(".chart-island svg.chart-svg");
    match(await page.locator(".tile-freshness").textContent() ?? "", /^as of /);
    deepEqual(problems, []);
  }));

Deno.test(
  { name: "the refresh control brings newer rows without leaving the page", ...loose },
  () =>
    browse(async (page) => {
      const { dashboard, widget } = await pinned(app, { title: "Refreshable" });
      await page.goto(`${site.url}/dashboards/${dashboard}?refresh=0`);
      const answered = page.waitForResponse((response) => response.url().includes(`/tiles/${widget}`));
      await page.click("[title=Refresh]");
      equal((await answered).status(), 200);
      await page.waitForSelector(".tile table");
      match(page.url(), /\?refresh=0$/);
    }),
);

Deno.test(
  { name: "a chart whose rows did not change is told so, and shows when they were last read", ...loose },
  () =>
    browse(async (page, problems) => {
      const { dashboard, widget } = await pinned(app, { title: "Unchanged", type: "bar_chart" });
      await page.goto(`${site.url}/dashboards/${dashboard}?refresh=0`);
      await page.waitForSelector(".chart-live");
      const refresh = async () => {
        const answered = page.waitForResponse((response) => response.url().includes(`/${widget}/data`));
        await page.click("[title=Refresh]");
        return await answered;
      };
      const etag = await (await refresh()).headerValue("etag");
      rereads.add(widget);
      const again = (await refresh()).request();
      equal((await again.allHeaders())["if-none-match"], etag);
      await page.waitForSelector(".tile-freshness time[datetime='2031-01-02T03:04:05.000Z']");
      equal((await again.sizes()).responseBodySize, 0);
      deepEqual(problems, []);
    }),
);

Deno.test(
  {
    name: "a table whose rows did not change stays where it was scrolled to, and shows the new time",
    ...loose,
  },
  () =>
    browse(async (page, problems) => {
      const { dashboard, widget } = await pinned(app, { title: "Still" });
      await page.goto(`${site.url}/dashboards/${dashboard}?refresh=5`);
      const rows = page.locator(".tile .chart-scroll");
      await rows.evaluate((element) => element.scrollTop = 200);
      const table = await rows.elementHandle();
      rereads.add(widget);
      const polled = await page.waitForResponse((response) => response.url().includes(`/tiles/${widget}`));
      equal(polled.status(), 304);
      await page.waitForSelector(".tile-freshness time[datetime='2031-01-02T03:04:05.000Z']");
      equal(await table!.evaluate((element) => element.isConnected && element.scrollTop), 200);
      deepEqual(problems, []);
    }),
);

Deno.test(
  { name: "a chart that failed with its page comes back whole, with its pointer read-out", ...loose },
  () =>
    browse(async (page) => {
      const { dashboard, widget } = await pinned(app, { title: "Recovering", type: "bar_chart" });
      failing.add(widget);
      await page.goto(`${site.url}/dashboards/${dashboard}?refresh=0`);
      const trouble = page.locator(".tile .ui-error", { hasText: "The data store is not answering" });
      await trouble.waitFor();
      await page.evaluate(() => document.documentElement.dataset.sameVisit = "yes");
      const asked = (control: string) => {
        const answered = page.waitForResponse((response) => response.url().includes(`/${widget}/data`));
        return Promise.all([answered, page.click(control)]);
      };
      await asked("[title=Refresh]");
      ok(await trouble.isVisible(), "a failed retry leaves the message");
      failing.delete(widget);
      await asked("text=Try again");
      const chart = page.locator(".tile .chart-live");
      await chart.waitFor();
      match(await page.locator(".tile-freshness").textContent() ?? "", /^as of \d/);
      const box = (await chart.boundingBox())!;
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.locator(".chart-tooltip").waitFor();
      ok(await page.locator("html[data-same-visit]").count(), "without a reload");
    }),
);

Deno.test(
  { name: "another site frames a widget with nothing but a key; a stranger does not", ...loose },
  async () => {
    const { widget } = await pinned(app, { title: "Framed", type: "bar_chart" });
    const portal = Deno.serve({ port: 0, hostname: "127.0.0.1", onListen: () => {} }, async () => {
      const answer = await fetch(`${site.url}/api/v1/embed/${widget}/ticket`, {
        method: "POST",
        headers: { "x-api-key": secret },
      });
      const { ticket } = await answer.json();
      const frame =
        `<iframe src="${site.url}/embed/${widget}?ticket=${ticket}" width="600" height="320"></iframe>`;
      return new Response(`<!DOCTYPE html><title>Portal</title>${frame}`, {
        headers: { "content-type": "text/html" },
      });
    });
    const origin = `http://127.0.0.1:${portal.addr.port}`;
    const { key: secret } = await app.services.apiKeys.create(
      app.admin,
      checked(apiKeyInput, { name: "Portal", widget_ids: [widget], allowed_origins: [origin] }),
      context,
    );
    const visitor = await browser.newContext();
    try {
      const page = await visitor.newPage();
      await page.goto(origin);
      await page.frameLocator("iframe").locator("svg.chart-svg").waitFor();
      equal((await visitor.cookies()).length, 0);

      const stranger = await visitor.newPage();
      const refusal = stranger.waitForEvent("console", (message) => /frame-ancestors/.test(message.text()));
      await stranger.goto(origin.replace("127.0.0.1", "localhost"));
      equal(await stranger.title(), "Portal");
      await refusal;
      equal(await stranger.frameLocator("iframe").locator("svg.chart-svg").count(), 0);
    } finally {
      await visitor.close();
      await portal.shutdown();
    }
  },
);

Deno.test(
  { name: "an embedded table pages by keyboard, and the focus stays where it was", ...loose },
  async () => {
    const { widget } = await pinned(app, { title: "Paged" });
    const { key } = await app.services.apiKeys.create(
      app.admin,
      checked(apiKeyInput, { name: "Portal", widget_ids: [widget] }),
      context,
    );
    const frame = await app.services.embeds.admit({ key }, widget, context);
    const { ticket } = await app.services.embeds.ticket(frame);
    const page = await browser.newPage({ viewport: { width: 700, height: 300 } });
    try {
      await page.goto(`${site.url}/embed/${widget}?ticket=${ticket}&refresh=0`);
      const next = page.getByRole("link", { name: "Next rows of Paged" });
      await next.focus();
      for (const rows of ["51 to 100", "101 to 150"]) {
        await page.keyboard.press("Enter");
        await page.locator(".tile-pages", { hasText: `Rows ${rows}` }).waitFor();
        ok(await next.evaluate((link) => link === document.activeElement), rows);
      }
      equal(await page.locator("h1").count(), 1, "the frame was replaced, not nested");
      await page.keyboard.press("Shift+Tab");
      await page.keyboard.press("Enter");
      await page.locator(".tile-pages", { hasText: "Rows 51 to 100" }).waitFor();
    } finally {
      await page.close();
    }
  },
);

for (const theme of ["dark", "light"]) {
  Deno.test(
    { name: `pages in the ${theme} theme pass the accessibility rules`, ...loose },
    () =>
      browse(async (page) => {
        const { dashboard } = await pinned(app, { title: `Access ${theme}`, type: "bar_chart" });
        const paths = ["/dashboards", `/dashboards/${dashboard}`, `/dashboards/${dashboard}/edit`];
        paths.push(
          `/dashboards/${dashboard}/settings`,
          "/admin/api-keys",
          "/admin/audit",
          "/admin/users",
          "/nowhere",
        );
        for (const path of paths) {
          await page.goto(site.url + path);
          const { violations } = await new AxeBuilder({ page }).analyze();
          deepEqual(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.target}`), []);
          ok(
            await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
            `${path} overflows`,
          );
        }
      }, { theme }),
  );
}
