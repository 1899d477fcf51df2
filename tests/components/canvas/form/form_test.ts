/** The settings of a node in a browser: the formula editor, and what marks a field as wrong. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Graph } from "@/compiler/mod.ts";
import { node } from "@/tests/compiler/support/graphs.ts";
import { openCanvases } from "../browser_support.ts";

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

Deno.test({
  name: "a mistake marks its field red while it is typed, and a gap does not",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const limit = node("loose", "limit", { count: 5 });
    const { page, complaints } = await canvases.open("Fields", { version: 1, nodes: [limit], edges: [] });
    const border = (part: Locator) => part.evaluate((element) => getComputedStyle(element).borderColor);
    await page.getByTestId("node-loose").click();
    const panel = page.getByTestId("config-panel");
    const count = panel.getByLabel(/^(Rows|Count)/).first();
    await count.focus();
    const calm = await border(count);
    await count.fill("");
    equal(await border(count), calm, "a gap is no mistake");
    await count.fill("-3");
    equal(await count.getAttribute("aria-invalid"), "true");
    ok(await border(count) !== calm);
    match(await panel.innerText(), /Cannot use -3 for "Rows"/);
    await count.fill("7");
    equal(await border(count), calm);
    deepEqual(complaints, []);
    await page.close();
  },
});

/** The color of a control's border, and the outline's edge nearest to it: below zero it lies upon the border. */
const edges = (part: Locator) =>
  part.evaluate((element) => {
    const { borderTopColor, outlineOffset, outlineStyle } = getComputedStyle(element);
    return { border: borderTopColor, outline: outlineStyle, offset: parseFloat(outlineOffset) };
  });

for (const theme of ["light", "dark"] as const) {
  Deno.test({
    name: `a mistake in a formula is as red as one in a text, beside the focus: ${theme}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const { page, complaints } = await canvases.open("Red", graph);
      await page.evaluate((name) => document.documentElement.dataset.theme = name, theme);
      const danger = await page.evaluate(() => {
        const probe = document.body.appendChild(document.createElement("i"));
        probe.style.color = "var(--danger)";
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      });
      await page.getByTestId("node-ordered").click();
      const formula = page.getByTestId("formula");
      await formula.focus();
      const calm = await edges(formula);
      ok(calm.border !== danger);
      await formula.fill("[price] - LAG([nowhere])");
      const name = page.getByTestId("config-panel").getByRole("textbox").nth(0);
      deepEqual(await edges(formula), { border: danger, outline: "solid", offset: 0 });
      await name.focus();
      deepEqual((await edges(formula)).border, danger);
      ok((await edges(name)).offset >= 0, "the outline lies around the border");
      await formula.fill("");
      equal((await edges(formula)).border, calm.border, "a gap is no mistake");
      deepEqual(complaints, []);
      await page.close();
    },
  });
}

Deno.test({
  name: "an end of a frame is a word, a number of rows or a length of time",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const window = node("recent", "window", {
      function: "sum",
      column: "quantity",
      as: "recent",
      order_by: [{ column: "event_time", direction: "asc" }],
      frame: { preceding: "unbounded", following: "current" },
    });
    const [trades] = graph.nodes;
    const { page, complaints } = await canvases.open("Frames", {
      version: 1,
      nodes: [trades!, { ...window, position: { x: 300, y: 40 } }],
      edges: [{ source: "trades", target: "recent" }],
    });
    await page.getByTestId("node-recent").click();
    const panel = page.getByTestId("config-panel");
    const before = panel.getByRole("combobox", { name: "Before", exact: true });
    equal(await before.inputValue(), "unbounded");
    await before.selectOption("this long");
    await panel.getByLabel("Size", { exact: true }).fill("7");
    await panel.getByLabel("Unit", { exact: true }).selectOption("days");
    ok(!/Cannot/.test(await panel.innerText()), "seven days before are a frame");
    await panel.getByRole("combobox", { name: "After", exact: true }).selectOption("this many");
    match(await panel.innerText(), /Cannot use a frame with one end in rows and one in time/);
    await panel.getByRole("combobox", { name: "After", exact: true }).selectOption("current");
    ok(!/Cannot/.test(await panel.innerText()));
    equal(await panel.getByLabel("Size", { exact: true }).inputValue(), "7");
    deepEqual(complaints, []);
    await page.close();
  },
});
