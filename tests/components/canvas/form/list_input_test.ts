/** Lists of values in a browser: typed, pasted and taken back, with mouse and keyboard. */
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Graph } from "@/compiler/mod.ts";
import { node } from "@/tests/compiler/support/graphs.ts";
import { openCanvases } from "../browser_support.ts";

const canvases = await openCanvases();
Deno.test.afterAll(() => canvases.close());

const loose = { sanitizeOps: false, sanitizeResources: false };

function filtered(table: readonly [database: string, table: string], column: string): Graph {
  const [database, name] = table;
  const condition = { column, operator: "in", value: [] };
  return {
    version: 1,
    nodes: [
      node("rows", "data_source", { database, table: name }),
      { ...node("few", "filter", { logic: "and", conditions: [condition] }), position: { x: 300, y: 0 } },
    ],
    edges: [{ source: "rows", target: "few" }],
  };
}

const chips = (panel: Locator) => panel.locator(".canvas-chip-text").allTextContents();

/** As from another program: what the clipboard holds reaches the focused input. */
const paste = (input: Locator, text: string) =>
  input.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);

async function opened(page: Page) {
  await page.getByTestId("node-few").click();
  const panel = page.getByTestId("config-panel");
  return { panel, values: panel.getByRole("textbox", { name: "Values" }) };
}

Deno.test({
  name: "texts keep their commas; pasted lists are read by line, by cell or as CSV; keys take chips away",
  ...loose,
  async fn() {
    const { page, complaints } = await canvases.open("Names", filtered(["marts", "dim_instruments"], "name"));
    const { panel, values } = await opened(page);
    await values.pressSequentially("Amazon.com, Inc.");
    deepEqual(await chips(panel), [], "nothing is split while it is typed");
    await values.press("Enter");
    deepEqual(await chips(panel), ["Amazon.com, Inc."]);
    equal(await values.inputValue(), "");
    const long = "A name that goes on, and on, past the edge of the panel, which is narrow";
    await paste(values, `"${long}"`);
    const [room, button] = await Promise.all([
      panel.boundingBox(),
      panel.getByRole("button", { name: `Remove ${long}` }).boundingBox(),
    ]);
    ok(button!.x + button!.width < room!.x + room!.width, "a long value leaves its button in reach");
    await values.press("Backspace");
    await paste(values, "Apple Inc.\nJPMorgan Chase & Co.\n");
    await paste(values, '"Bank of America, Corp","The ""Best"", Ltd"');
    const all = [
      "Amazon.com, Inc.",
      "Apple Inc.",
      "JPMorgan Chase & Co.",
      "Bank of America, Corp",
      'The "Best", Ltd',
    ];
    deepEqual(await chips(panel), all);
    await values.press("Backspace");
    deepEqual(await chips(panel), all.slice(0, 4));
    await panel.getByRole("button", { name: "Remove Apple Inc." }).press("Delete");
    deepEqual(await chips(panel), ["Amazon.com, Inc.", "JPMorgan Chase & Co.", "Bank of America, Corp"]);
    ok(await values.evaluate((element) => element === document.activeElement), "the focus stays in the list");
    await panel.getByRole("button", { name: "Remove Bank of America, Corp" }).click();
    await panel.getByRole("button", { name: "Remove JPMorgan Chase & Co." }).click();
    await page.getByTestId("match-count").filter({ hasText: "1 row matches" }).waitFor();
    deepEqual(complaints, []);
    await page.close();
  },
});

Deno.test({
  name: "numbers and times are separated by commas, and times are written once",
  ...loose,
  async fn() {
    const trades = ["flowforge", "raw_trades"] as const;
    const { page, complaints } = await canvases.open("Times", filtered(trades, "event_time"));
    const { panel, values } = await opened(page);
    await values.pressSequentially("2026-11-27,");
    await values.pressSequentially("2026-11-27T10:00:00Z");
    await values.press("Enter");
    deepEqual(await chips(panel), ["2026-11-27", "2026-11-27T10:00:00"]);
    ok(!/Cannot/.test(await panel.innerText()), await panel.innerText());
    deepEqual(complaints, []);
    await page.close();

    const numbers = await canvases.open("Numbers", filtered(trades, "quantity"));
    const form = await opened(numbers.page);
    await form.values.pressSequentially("100, 200,");
    await paste(form.values, "300\n400");
    deepEqual(await chips(form.panel), ["100", "200", "300", "400"]);
    deepEqual(numbers.complaints, []);
    await numbers.page.close();
  },
});
