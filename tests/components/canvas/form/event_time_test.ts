/** A source's event time in a browser: the catalogue's, none, or one of the table's times. */
import { deepEqual, equal, match } from "node:assert/strict";
import { node } from "@/tests/compiler/support/graphs.ts";
import { openCanvases } from "../browser_support.ts";

const canvases = await openCanvases();
Deno.test.afterAll(() => canvases.close());

Deno.test({
  name: "the event time of a source is chosen among its times, and goes with its table",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const config = { database: "flowforge", table: "raw_trades", event_time: "price" };
    const source = node("rows", "data_source", config);
    const { page, complaints } = await canvases.open("Times", { version: 1, nodes: [source], edges: [] });
    await page.getByTestId("node-rows").click();
    const panel = page.getByTestId("config-panel");
    const time = panel.getByRole("combobox", { name: "Event time" });
    match(await panel.innerText(), /Cannot take "price" as the event time: it is decimal/);
    equal(await time.getAttribute("aria-invalid"), "true");
    deepEqual(await time.locator("option").allTextContents(), [
      "As the catalogue says (event_time)",
      "None: a table of current state",
      "price (no such column)",
      "event_time · date and time",
    ]);
    const chosen = () => time.locator("option:checked").textContent();
    await time.focus();
    await time.selectOption({ label: "None: a table of current state" });
    equal(await chosen(), "None: a table of current state");
    equal(await panel.getByText(/Cannot take/).count(), 0);
    await page.getByTestId("table-marts.dim_instruments").click();
    equal(await chosen(), "As the catalogue says (none)", "another table has other times");
    deepEqual(complaints, []);
    await page.close();
  },
});
