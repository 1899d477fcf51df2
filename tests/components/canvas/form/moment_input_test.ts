/** Dates and times in a condition, in a browser far from UTC. */
import { deepEqual, equal } from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Graph } from "@/compiler/mod.ts";
import { node } from "@/tests/compiler/support/graphs.ts";
import { openCanvases } from "../browser_support.ts";

const canvases = await openCanvases();
Deno.test.afterAll(() => canvases.close());

const loose = { sanitizeOps: false, sanitizeResources: false };

const filtered = (condition: Record<string, unknown>): Graph => ({
  version: 1,
  nodes: [
    node("source", "data_source", { database: "flowforge", table: "raw_trades" }),
    {
      ...node("filter", "filter", { logic: "and", conditions: [{ column: "event_time", ...condition }] }),
      position: { x: 300, y: 0 },
    },
  ],
  edges: [{ source: "source", target: "filter" }],
});

async function withForm(condition: Record<string, unknown>, run: (page: Page) => Promise<void>) {
  const { page, complaints } = await canvases.open("Times", filtered(condition), {
    timezoneId: "America/New_York",
  });
  try {
    await page.getByTestId("node-filter").click();
    page.setDefaultTimeout(6_000);
    await page.getByTestId("condition-1").waitFor();
    await run(page);
    deepEqual(complaints, []);
  } finally {
    await page.close();
  }
}

const dateOf = (page: Page) => page.getByLabel("Value, date in UTC");
const timeOf = (page: Page) => page.getByLabel("Value, time in UTC");

Deno.test(
  { name: "a time without a zone is edited as the graph means it: in UTC", ...loose },
  () =>
    withForm({ operator: ">=", value: "2026-11-22T10:00:00" }, async (page) => {
      equal(await dateOf(page).inputValue(), "2026-11-22");
      equal(await timeOf(page).inputValue(), "10:00:00");
      await timeOf(page).fill("10:45");
      await page.getByText("2026-11-22T10:45:00Z").first().waitFor();
    }),
);

Deno.test(
  { name: "a list shows its times in UTC, and makes no time of other words", ...loose },
  () =>
    withForm({ operator: "in", value: ["2026-11-22T10:00:00"] }, async (page) => {
      const chips = page.locator(".canvas-chip-text");
      deepEqual(await chips.allTextContents(), ["2026-11-22T10:00:00"]);
      await page.getByLabel("Values").last().fill("22 November");
      await page.keyboard.press("Enter");
      deepEqual(await chips.allTextContents(), ["2026-11-22T10:00:00", "22 November"]);
    }),
);

Deno.test({
  name: "a new condition on a time takes a date alone, by keyboard, and then a time of day",
  ...loose,
}, () =>
  withForm({ operator: "=" }, async (page) => {
    await dateOf(page).focus();
    await page.keyboard.type("11222026");
    equal(await dateOf(page).inputValue(), "2026-11-22");
    await page.getByText(/2026-11-22(?!T)/).first().waitFor();
    equal(await timeOf(page).inputValue(), "", "the whole day");
    await timeOf(page).fill("09:30");
    await page.getByText("2026-11-22T09:30:00Z").first().waitFor();
    await timeOf(page).fill("");
    await page.getByText("2026-11-22T09:30:00Z").first().waitFor({ state: "detached" });
    equal(await dateOf(page).inputValue(), "2026-11-22");
  }));
