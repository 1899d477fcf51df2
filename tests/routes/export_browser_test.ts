/** Files in a real browser: from a tile's menu and from the canvas, by mouse and by keyboard, and what a refusal looks like. */
import { AxeBuilder } from "@axe-core/playwright";
import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { BrowserContext, Page } from "playwright-core";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { busyError } from "@/lib/server/stores/query_errors.ts";
import { complaintsOf, openBrowser } from "../e2e/support/browser.ts";
import { readCsv } from "../support/csv.ts";
import { openPages, pinned } from "./pages_support.ts";

/** What the next file is instead. */
let tamper: "refused" | "busy" | "broken off" | null = null;

const refusal = new FlowForgeError(
  "too_large",
  "Cannot export: there are more than 1,000,000 rows. Add a filter or group them.",
);

function halved(
  { body, ...file }: { readonly name: string; readonly ignored: []; readonly body: ReadableStream },
) {
  const reader = body.getReader();
  const broken = new ReadableStream({
    async pull(controller) {
      const { value } = await reader.read();
      controller.enqueue(value);
      await reader.cancel();
      controller.error(new Error("broken off"));
    },
  }, { highWaterMark: 0 });
  return { ...file, body: broken };
}

const app = await openPages({
  adapt: (services) => {
    const tampering =
      <Args extends unknown[], File>(make: (...args: Args) => Promise<File>) =>
      async (...args: Args): Promise<File> => {
        if (tamper === "refused") throw refusal;
        if (tamper === "busy") throw busyError("ClickHouse");
        const file = await make(...args);
        return tamper === "broken off" ? halved(file as never) as File : file;
      };
    const { widget, node } = services.exports;
    return { ...services, exports: { widget: tampering(widget), node: tampering(node) } };
  },
});
const site = app.serve();
const browser = await openBrowser();
Deno.test.afterAll(async () => {
  await browser.close();
  await site.close();
  await app.close();
});

const loose = { sanitizeOps: false, sanitizeResources: false };
const shots = Deno.env.get("EXPORT_SCREENSHOTS");

async function browse(
  run: (page: Page, complaints: readonly string[]) => Promise<void>,
  { theme = "dark", scripts = true, width = 1280 } = {},
): Promise<void> {
  const session: BrowserContext = await browser.newContext({
    viewport: { width, height: 800 },
    javaScriptEnabled: scripts,
    reducedMotion: "reduce",
    extraHTTPHeaders: { "X-Dev-Tenant": "tenant-a" },
  });
  try {
    await session.addCookies([{ name: "theme", value: theme, url: site.url }]);
    const page = await session.newPage();
    page.setDefaultTimeout(20_000);
    await run(page, complaintsOf(page));
  } finally {
    tamper = null;
    await session.close();
  }
}

/** What arrived as a file, read strictly. */
async function downloaded(page: Page, act: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const failure = await download.failure();
  if (failure !== null) return { name: download.suggestedFilename(), failure, lines: [] };
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(
    await Deno.readFile((await download.path())!),
  );
  return { name: download.suggestedFilename(), failure, lines: readCsv(text) };
}

/** Moves on with Tab until the focus is on what is wanted. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 80; step++) {
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document;
      return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Cannot reach ${name} with Tab.`);
}

const TRADES = 300;

Deno.test(
  { name: "a tile's menu downloads every row, by mouse and by keyboard", ...loose },
  () =>
    browse(async (page, complaints) => {
      const { dashboard } = await pinned(app, { title: "All trades" });
      await page.goto(`${site.url}/dashboards/${dashboard}?side=buy`);
      const button = page.getByRole("button", { name: "Menu of All trades" });
      const item = page.getByRole("link", { name: "Download CSV" });
      await button.click();
      const byMouse = await downloaded(page, () => item.click());
      match(byMouse.name, /^all-trades_side-buy_\d{4}-\d\d-\d\dT\d{4}Z\.csv$/);
      const side = byMouse.lines[0]!.indexOf("side");
      ok(byMouse.lines.length - 1 > 50, "more than a page");
      ok(byMouse.lines.slice(1).every((line) => line[side] === "buy"));
      equal(await item.isVisible(), false, "the menu closes");
      match(page.url(), /side=buy$/, "the page stays");

      await page.locator("body").focus();
      await tabTo(page, /^Menu of All trades$/);
      await page.keyboard.press("Enter");
      await tabTo(page, /^Download CSV$/);
      const byKeyboard = await downloaded(page, () => page.keyboard.press("Enter"));
      deepEqual(byKeyboard.lines, byMouse.lines);
      deepEqual(complaints, []);
    }),
);

Deno.test({ name: "without scripts the menu's link is the file", ...loose }, () =>
  browse(async (page) => {
    const { dashboard, widget } = await pinned(app, { title: "Plain trades" });
    await page.goto(`${site.url}/dashboards/${dashboard}`);
    const href = await page.locator(`#tile-menu-${widget} a`, { hasText: "Download CSV" }).getAttribute(
      "href",
    );
    equal(href, `/dashboards/${dashboard}/tiles/${widget}/export`);
    const { lines } = await downloaded(
      page,
      async () => void await page.goto(site.url + href).catch(() => {}),
    );
    equal(lines.length - 1, TRADES);
  }, { scripts: false }));

Deno.test("a tile's file is for who may see the tile, at the tile's address", async () => {
  const { dashboard, widget } = await pinned(app, { title: "Guarded trades" });
  const other = await pinned(app, { title: "Other trades" });
  const path = `/dashboards/${dashboard}/tiles/${widget}/export`;
  const file = await app.visit(path, { as: "viewer" });
  deepEqual([file.status, file.type], [200, "text/csv; charset=utf-8; header=present"]);
  equal((await app.visit(path, { tenant: "tenant-b" })).status, 404);
  equal((await app.visit(`/dashboards/${other.dashboard}/tiles/${widget}/export`)).status, 404);
  const stranger = await app.visit(path, { as: null });
  deepEqual([stranger.status, stranger.headers.get("location")], [
    303,
    `/login?next=${encodeURIComponent(path)}`,
  ]);
  tamper = "busy";
  const busy = await app.visit(path);
  tamper = null;
  deepEqual([busy.status, busy.headers.get("retry-after")], [503, "1"]);
  match(busy.body, /No file was made[^]*too many wait for ClickHouse\. Try again shortly\./);
});

for (const theme of ["dark", "light"]) {
  for (const width of [390, 1280, 2560]) {
    Deno.test(
      { name: `the menu and a refusal, ${theme} at ${width} px`, ...loose },
      () =>
        browse(async (page) => {
          const { dashboard } = await pinned(app, { title: `Trades ${theme} ${width}` });
          await page.goto(`${site.url}/dashboards/${dashboard}`);
          await page.getByRole("button", { name: /^Menu of Trades/ }).click();
          const item = page.getByRole("link", { name: "Download CSV" });
          const box = (await item.boundingBox())!;
          ok(
            box.x >= 0 && box.x + box.width <= width && box.y + box.height <= 800,
            "the item is on the screen",
          );
          if (shots) await page.screenshot({ path: `${shots}/menu-${theme}-${width}.png` });
          tamper = "refused";
          await item.click();
          await page.waitForURL("**/export");
          const alert = page.getByRole("alert");
          match(await alert.innerText(), /No file was made[^]*more than 1,000,000 rows\. Add a filter/);
          const { violations } = await new AxeBuilder({ page }).include(".error-page").analyze();
          deepEqual(violations.map(({ id }) => id), []);
          if (shots) await page.screenshot({ path: `${shots}/refusal-${theme}-${width}.png` });
          await page.getByRole("link", { name: "Back to the dashboard" }).click();
          await page.waitForURL(`**/dashboards/${dashboard}`);
        }, { theme, width }),
    );
  }
}

Deno.test(
  { name: "a file that breaks off is no file to the browser", ...loose },
  () =>
    browse(async (page) => {
      const { dashboard } = await pinned(app, { title: "Broken trades" });
      await page.goto(`${site.url}/dashboards/${dashboard}`);
      await page.getByRole("button", { name: "Menu of Broken trades" }).click();
      tamper = "broken off";
      const { failure } = await downloaded(
        page,
        () => page.getByRole("link", { name: "Download CSV" }).click(),
      );
      ok(failure !== null, "the download failed");
    }),
);

Deno.test(
  { name: "the canvas downloads every row of the shown node, and says why it cannot", ...loose },
  async (t) => {
    const { workflow } = await pinned(app, { title: "Drawn trades" });
    for (const [theme, width] of [["dark", 1280], ["light", 1280], ["dark", 2560]] as const) {
      await t.step(`${theme} at ${width} px`, () =>
        browse(async (page, complaints) => {
          await page.goto(`${site.url}/canvas/${workflow}`);
          await page.waitForSelector("html[data-canvas=ready]");
          await page.getByTestId("node-output").click({ force: true });
          await page.getByTestId("preview-facts").waitFor({ state: "attached" });
          const button = page.getByTestId("download-csv");
          if (width >= 1280) {
            const byMouse = await downloaded(page, () => button.click());
            match(byMouse.name, /^drawn-trades_\d{4}/);
            equal(byMouse.lines.length - 1, TRADES);
          }
          await button.focus();
          const byKeyboard = await downloaded(page, () => page.keyboard.press("Enter"));
          equal(byKeyboard.lines.length - 1, TRADES);
          match(await page.getByTestId("message").innerText(), /Downloaded/);
          tamper = "refused";
          await page.keyboard.press("Enter");
          await page.getByText("more than 1,000,000 rows. Add a filter").waitFor();
          if (shots) await page.screenshot({ path: `${shots}/canvas-${theme}-${width}.png` });
          deepEqual(complaints.filter((text) => !text.includes("413")), []);
        }, { theme, width }));
    }
  },
);
