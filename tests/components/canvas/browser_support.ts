/** The canvas in a browser, over the whole app and a small market. */
import type { Page } from "playwright-core";
import type { Graph } from "@/compiler/mod.ts";
import { checked } from "@/lib/server/checked.ts";
import { workflowInput } from "@/lib/server/workflows/schema.ts";
import { complaintsOf, openBrowser } from "@/tests/e2e/support/browser.ts";
import { openPages } from "@/tests/routes/pages_support.ts";

interface OpenCanvas {
  readonly page: Page;
  /** What the page complained of so far. */
  readonly complaints: readonly string[];
}

export async function openCanvases() {
  const app = await openPages();
  const site = app.serve();
  const browser = await openBrowser();
  return {
    /** `timezoneId` is where the browser stands. */
    async open(
      name: string,
      graph: Graph,
      { timezoneId }: { timezoneId?: string } = {},
    ): Promise<OpenCanvas> {
      const input = checked(workflowInput, { name, graph });
      const { id } = await app.services.workflows.create(app.admin, input, { requestId: "test" });
      const page = await browser.newPage({
        viewport: { width: 1440, height: 900 },
        extraHTTPHeaders: { "X-Dev-Tenant": "tenant-a" },
        reducedMotion: "reduce",
        timezoneId,
      });
      const complaints = complaintsOf(page);
      await page.goto(`${site.url}/canvas/${id}`);
      await page.waitForSelector("html[data-canvas=ready]");
      return { page, complaints };
    },
    async close(): Promise<void> {
      await browser.close();
      await site.close();
      await app.close();
    },
  };
}
