/** What a function does is read in the formula editor, and loaded by nobody who does not look. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { functionReference } from "@/compiler/mod.ts";
import { node } from "@/tests/compiler/support/graphs.ts";
import { openCanvases } from "../browser_support.ts";

const canvases = await openCanvases();
Deno.test.afterAll(() => canvases.close());

const graph = {
  version: 1 as const,
  nodes: [
    node("trades", "data_source", { database: "flowforge", table: "raw_trades" }),
    { ...node("value", "formula", { as: "value", expression: "" }), position: { x: 300, y: 0 } },
  ],
  edges: [{ source: "trades", target: "value" }],
};

const HELP = "/api/v1/schema/functions";
const helpOf = (name: string) => functionReference.find((each) => each.name === name)!;

/** The addresses that a page asks for from now on. */
function asked(page: Page): string[] {
  const paths: string[] = [];
  page.on("request", (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

/** What a screen reader says of an element beside its name. */
async function described(page: Page, element: Locator): Promise<string> {
  const id = await element.getAttribute("aria-describedby");
  ok(id, "it has a description");
  return await page.locator(`[id="${id}"]`).innerText();
}

Deno.test({
  name: "no script of the canvas holds the help, and it comes with the first list that names a function",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { page, complaints } = await canvases.open("Loading", graph);
    const paths = asked(page);
    const scripts: Promise<string>[] = [];
    page.on("response", (response) => {
      if (response.url().includes("/_fresh/js/")) scripts.push(response.text());
    });
    await page.reload();
    await page.waitForSelector("html[data-canvas=ready]");
    await page.getByTestId("node-value").click();
    const editor = page.getByTestId("formula");
    await editor.click();
    await editor.pressSequentially("[pri");
    await page.getByRole("option").first().waitFor();
    const loaded = (await Promise.all(scripts)).join("");
    ok(loaded.includes("ROUND(number, [digits])"), "the scripts were read");
    for (const { name, help } of functionReference) ok(!loaded.includes(help), name);
    ok(!paths.includes(HELP), "columns need no help");

    await editor.fill("");
    await editor.pressSequentially("ROU");
    const { help, example } = helpOf("ROUND");
    const listed = page.locator(".canvas-completions .canvas-function-note");
    await listed.filter({ hasText: help }).waitFor();
    match(await listed.innerText(), /^ROUND\(number, \[digits\]\)/);
    ok((await listed.innerText()).endsWith(example));
    await page.keyboard.press("Escape");
    await page.getByText("Functions", { exact: true }).click();
    await editor.fill("");
    await editor.pressSequentially("SQ");
    await listed.filter({ hasText: helpOf("SQRT").help }).waitFor();
    equal(paths.filter((path) => path === HELP).length, 1, "once a page");
    deepEqual(complaints, []);
    await page.close();
  },
});

Deno.test({
  name: "the arrow keys read what each function does, and the list keeps its height while the help loads",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { page, complaints } = await canvases.open("Keys", graph);
    let release = () => {};
    const held = new Promise<void>((resolve) => release = resolve);
    await page.route(`**${HELP}`, async (route) => {
      await held;
      await route.continue();
    });
    await page.getByTestId("node-value").click();
    await page.getByTestId("formula").click();
    await page.keyboard.type("RO");
    const list = page.locator(".canvas-completions");
    await list.waitFor();
    const marked = page.getByRole("option", { selected: true });
    const name = async () => await marked.locator("span").first().innerText();
    equal(await described(page, marked), helpOf(await name()).signature);
    const height = (await list.boundingBox())!.height;
    release();
    await list.getByText(helpOf(await name()).help).waitFor();
    equal((await list.boundingBox())!.height, height);

    const first = await name();
    await page.keyboard.press("ArrowDown");
    ok(await name() !== first);
    ok((await described(page, marked)).includes(helpOf(await name()).help));
    equal(await page.locator('[role="option"][aria-describedby]').count(), 1);
    await page.keyboard.press("Escape");
    equal(await list.count(), 0);
    deepEqual(complaints, []);
    await page.close();
  },
});

Deno.test({
  name: "a palette opened by keyboard explains the function with the focus",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { page, complaints } = await canvases.open("Palette", graph);
    const paths = asked(page);
    await page.getByTestId("node-value").click();
    await page.getByText("Functions", { exact: true }).focus();
    ok(!paths.includes(HELP), "a closed palette asks for nothing");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const abs = page.getByRole("button", { name: "ABS", exact: true });
    await page.locator(".canvas-functions").getByText(helpOf("ABS").help).waitFor();
    ok((await described(page, abs)).includes(helpOf("ABS").example));
    await page.keyboard.press("Tab");
    ok((await described(page, page.getByRole("button", { name: "ROUND", exact: true }))).includes("ROUND("));
    await page.keyboard.press("Enter");
    equal(await page.getByTestId("formula").inputValue(), "ROUND(");
    deepEqual(complaints, []);
    await page.close();
  },
});

Deno.test({
  name: "without a connection the list says so and still completes; the next opening asks again",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { page } = await canvases.open("Offline", graph);
    await page.route(`**${HELP}`, (route) => route.abort());
    await page.getByTestId("node-value").click();
    await page.getByTestId("formula").click();
    await page.keyboard.type("RO");
    const list = page.locator(".canvas-completions");
    await list.getByText("Cannot show help: the server cannot be reached.").waitFor();
    await page.keyboard.press("Escape");
    await page.unroute(`**${HELP}`);
    await page.keyboard.type("U");
    await list.getByText(helpOf("ROUND").help).waitFor();
    await page.keyboard.press("Enter");
    equal(await page.getByTestId("formula").inputValue(), "ROUND(");
    await page.close();
  },
});
