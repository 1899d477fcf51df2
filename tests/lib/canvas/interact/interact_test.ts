/** The canvas by pointer and by keyboard, in a browser. */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Graph } from "@/compiler/mod.ts";
import { node } from "@/tests/compiler/support/graphs.ts";
import { openCanvases } from "@/tests/components/canvas/browser_support.ts";

const canvases = await openCanvases();
Deno.test.afterAll(() => canvases.close());

const loose = { sanitizeOps: false, sanitizeResources: false };

/** Trades, sorted, in a table; a limit without edges below them. */
const graph: Graph = {
  version: 1,
  nodes: [
    { ...node("trades", "data_source", { database: "flowforge", table: "raw_trades" }), at: [0, 0] },
    { ...node("sorted", "sort", { keys: [{ column: "price", direction: "asc" }] }), at: [300, 0] },
    { ...node("table", "table_view", {}), at: [600, 0] },
    { ...node("loose", "limit", { count: 5 }), at: [300, 240] },
  ].map(({ at: [x, y], ...each }) => ({ ...each, position: { x: x!, y: y! } })),
  edges: [{ source: "trades", target: "sorted" }, { source: "sorted", target: "table" }],
};

type Place = readonly [x: number, y: number];

async function middle(part: Locator): Promise<Place> {
  const { x, y, width, height } = (await part.boundingBox())!;
  return [x + width / 2, y + height / 2];
}

async function drag(page: Page, [x, y]: Place, [toX, toY]: Place): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move((x + toX) / 2, (y + toY) / 2, { steps: 4 });
  await page.mouse.move(toX, toY, { steps: 4 });
  await page.mouse.up();
}

const card = (page: Page, id: string) => page.getByTestId(`node-${id}`);
const port = (page: Page, id: string, name: string) => page.getByTestId(`port-${id}-${name}`);
const beside = ([x, y]: Place, dx: number, dy: number): Place => [x + dx, y + dy];

async function edges(page: Page): Promise<string[]> {
  const ids = await page.locator("[data-edge]").evaluateAll((all) =>
    all.map((each) => each.getAttribute("data-testid")!.slice("edge-".length))
  );
  return ids.sort();
}

async function selected(page: Page): Promise<string[]> {
  const ids = await page.locator(".canvas-node-selected").evaluateAll((all) =>
    all.map((each) => each.getAttribute("data-node")!)
  );
  return ids.sort();
}

/** Reads until it is so: signals draw a frame later. */
async function becomes(read: () => Promise<readonly string[]>, expected: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 50; tries++) {
    if (JSON.stringify(await read()) === JSON.stringify(expected)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  deepEqual(await read(), expected);
}

/** The id of a node that was not there before. */
async function newNode(page: Page): Promise<string> {
  const old = new Set(graph.nodes.map(({ id }) => id));
  const ids = await page.locator("[data-node]").evaluateAll((all) =>
    all.map((each) => each.getAttribute("data-node")!)
  );
  return ids.find((id) => !old.has(id))!;
}

Deno.test({
  name: "by pointer: edges are drawn, pulled off, refused and inserted on; cards move; a frame selects",
  ...loose,
  async fn() {
    const { page, complaints } = await canvases.open("Pointer", graph);
    const undo = () => page.getByTestId("undo").click();

    // A drawn edge replaces the one on its port.
    await drag(page, await middle(port(page, "loose", "out")), await middle(port(page, "table", "in")));
    await becomes(() => edges(page), ["loose-table-in", "trades-sorted-in"]);
    // Pulled off and let go over nothing it is gone.
    await drag(
      page,
      await middle(port(page, "table", "in")),
      beside(await middle(card(page, "table")), 0, 160),
    );
    await becomes(() => edges(page), ["trades-sorted-in"]);
    await undo();
    await undo();
    await becomes(() => edges(page), ["sorted-table-in", "trades-sorted-in"]);

    await drag(page, await middle(port(page, "loose", "out")), await middle(card(page, "trades")));
    match(
      await page.getByTestId("message").innerText(),
      /Cannot connect to Data source: a source has no input/,
    );
    await becomes(() => edges(page), ["sorted-table-in", "trades-sorted-in"]);

    // Let go over nothing, a new edge asks for the node at its end.
    await drag(
      page,
      await middle(port(page, "loose", "out")),
      beside(await middle(card(page, "loose")), 260, 60),
    );
    await page.getByTestId("add-filter").click();
    const added = await newNode(page);
    ok((await edges(page)).includes(`loose-${added}-in`));
    await undo();

    // A card without edges that is dropped on one stands between its ends.
    const onEdge = await middle(page.getByTestId("edge-trades-sorted-in").locator(".canvas-edge-line"));
    await drag(page, await middle(card(page, "loose")), onEdge);
    await becomes(() => edges(page), ["loose-sorted-in", "sorted-table-in", "trades-loose-in"]);
    await undo();

    const before = await middle(card(page, "loose"));
    await drag(page, before, beside(before, 0, 40));
    ok((await middle(card(page, "loose")))[1] > before[1] + 20);
    await undo();

    // Escape takes a drag back.
    await page.mouse.move(...before);
    await page.mouse.down();
    await page.mouse.move(before[0] + 80, before[1] + 30, { steps: 4 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    deepEqual(await middle(card(page, "loose")), before);

    const trades = (await card(page, "trades").boundingBox())!;
    const sorted = (await card(page, "sorted").boundingBox())!;
    await page.keyboard.down("Shift");
    await drag(page, [trades.x + 20, trades.y + 120], [sorted.x + 20, sorted.y + 20]);
    await page.keyboard.up("Shift");
    await becomes(() => selected(page), ["loose", "sorted", "trades"]);
    await page.keyboard.down("Alt");
    await card(page, "table").click();
    await page.keyboard.up("Alt");
    await becomes(() => selected(page), ["sorted", "table", "trades"]);

    // A drag of the empty area pans, a click on it selects nothing.
    const empty: Place = [trades.x + 20, trades.y + 260];
    await drag(page, empty, beside(empty, 30, 20));
    equal(Math.round((await card(page, "trades").boundingBox())!.x - trades.x), 30);
    await page.mouse.click(...empty);
    await becomes(() => selected(page), []);
    deepEqual(complaints, []);
    await page.close();
  },
});

Deno.test({
  name: "by keyboard: walk, move, add, connect, rename, copy with connections, remove, undo",
  ...loose,
  async fn() {
    const { page, complaints } = await canvases.open("Keyboard", graph);
    const press = (keys: string) => page.keyboard.press(keys);

    await card(page, "trades").focus();
    await press("ArrowRight");
    await becomes(() => selected(page), ["sorted"]);
    await press("Alt+ArrowDown");
    await press("Alt+ArrowDown");
    equal(await page.getByTestId("undo").getAttribute("title"), "Undo move Sort (Ctrl+Z)");
    await press("Control+z");
    ok(await page.getByTestId("undo").isDisabled(), "quick steps are one to undo");

    await press("Delete");
    await becomes(() => edges(page), ["trades-table-in"]);
    await press("Control+z");
    await card(page, "sorted").focus();
    await press("Shift+Delete");
    await becomes(() => edges(page), []);
    await press("Control+z");

    await card(page, "loose").click();
    await press("c");
    await page.getByTestId("connect-to").waitFor();
    await page.keyboard.type("table");
    await press("Enter");
    await becomes(() => edges(page), ["loose-table-in", "trades-sorted-in"]);
    await press("Control+z");

    await card(page, "sorted").click();
    await press("Tab");
    await page.keyboard.type("filt");
    await press("Enter");
    const added = await newNode(page);
    ok((await edges(page)).includes(`sorted-${added}-in`));
    await press("F2");
    await page.keyboard.type("Big trades");
    await press("Enter");
    match((await card(page, added).getAttribute("aria-label"))!, /^Big trades, Filter/);

    // Enter goes to the settings and Escape back; there, a letter is typed and no shortcut.
    await card(page, added).focus();
    await press("Enter");
    equal(await page.evaluate(() => document.activeElement?.closest("#canvas-settings") !== null), true);
    await press("Escape");
    await page.waitForFunction((id) => document.activeElement?.getAttribute("data-node") === id, added);
    await page.getByTestId("node-label").fill("f c l");
    match((await card(page, added).getAttribute("aria-label"))!, /^f c l, Filter/);

    await press("?");
    equal(await page.getByTestId("help").count(), 0, "a question mark in a field is text");
    await card(page, added).focus();
    await press("?");
    await page.getByTestId("help").waitFor();
    await press("Escape");
    await press("Control+k");
    await page.keyboard.type("arrange");
    await press("Enter");
    await press("Control+a");
    equal((await selected(page)).length, 5);
    deepEqual(complaints, []);
    await page.close();
  },
});
