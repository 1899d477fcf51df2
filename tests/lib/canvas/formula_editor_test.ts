/** The formula editor in a browser: what it offers and says depends on where the formula stands. */
import { deepEqual, match } from "node:assert/strict";
import type { Page } from "playwright-core";
import type { Graph } from "@/compiler/mod.ts";
import { node } from "@/tests/compiler/support/graphs.ts";
import { openCanvases } from "./browser_support.ts";

const canvases = await openCanvases();
Deno.test.afterAll(() => canvases.close());

const graph: Graph = {
  version: 1,
  nodes: [
    node("trades", "data_source", { database: "flowforge", table: "raw_trades" }),
    node("sorted", "sort", { keys: [{ column: "event_time", direction: "asc" }] }),
    node("ordered", "formula", { as: "move", expression: "[price] - LAG([price])" }),
    node("loose", "formula", { as: "move", expression: "[price] - LAG([price])" }),
    node("grouped", "group_by", {
      keys: [{ column: "symbol" }],
      metrics: [{
        function: "formula",
        as: "vwap",
        expression: "SUM([price] * [quantity]) / SUM([quantity])",
      }],
    }),
  ].map((each, index) => ({
    ...each,
    position: { x: 40 + (index % 3) * 260, y: 40 + Math.floor(index / 3) * 200 },
  })),
  edges: [
    { source: "trades", target: "sorted" },
    { source: "sorted", target: "ordered" },
    { source: "trades", target: "loose" },
    { source: "trades", target: "grouped" },
  ],
};

const problems = (page: Page) => page.getByTestId("formula-error").allTextContents();
const result = (page: Page) => page.getByTestId("formula-type").textContent();

/** Types into the editor as a person does, and reads the names it offers. */
async function offered(page: Page, words: string): Promise<string[]> {
  const editor = page.getByTestId("formula");
  await editor.fill("");
  await editor.pressSequentially(words);
  return await page.getByRole("option").locator("span:first-child").allTextContents();
}

Deno.test({
  name: "window functions after a sort, aggregates in a group, neither elsewhere",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { page, complaints } = await canvases.open("Formulas", graph);

    await page.getByTestId("node-ordered").click();
    deepEqual(await problems(page), []);
    match((await result(page)) ?? "", /decimal/);

    await page.getByTestId("node-loose").click();
    match((await problems(page)).join(), /LAG/);
    deepEqual((await offered(page, "SU")).filter((name) => name === "SUM"), []);

    await page.getByTestId("node-grouped").click();
    deepEqual(await problems(page), []);
    match((await result(page)) ?? "", /number/);
    deepEqual((await offered(page, "SU")).slice(0, 1), ["SUM"]);
    await page.keyboard.press("Enter");
    await page.keyboard.type("[pric");
    await page.keyboard.press("Enter");
    await page.keyboard.type(") + [price]");
    match((await problems(page)).join(), /mix a column with an aggregate/);
    deepEqual(complaints, []);
    await page.close();
  },
});
