/** No cache keeps what a session shapes: every file of the routes folder is visited, by everyone, in every way. */
import assert from "node:assert/strict";
import { openPages, type Page, pinned } from "./pages_support.ts";

const app = await openPages();
Deno.test.afterAll(() => app.close());

const { dashboard, widget, workflow } = await pinned(app, { title: "Kept nowhere" });
const ROUTES = new URL("../../routes/", import.meta.url);

/** What is the same for everyone and may be kept. */
const FOR_EVERYONE = new Set(["vendor/[file].ts", "api/v1/openapi.json.ts"]);

async function routeFiles(folder = ROUTES): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (/^[_(]/.test(name)) continue;
    const url = new URL(encodeURIComponent(name) + (isDirectory ? "/" : ""), folder);
    if (isDirectory) found.push(...await routeFiles(url));
    else found.push(decodeURIComponent(url.href.slice(ROUTES.href.length)));
  }
  return found.toSorted();
}

/** The address of a route file, with ids that exist. */
function addressOf(file: string): string {
  const id = file.includes("dashboards/") ? dashboard : file.includes("workflows/") ? workflow : widget;
  const path = file.replace(/\.tsx?$/, "").replace(/(^|\/)index$/, "")
    .replace("[widget_id]", widget).replace("[widget]", widget).replace("[workflow_id]", workflow)
    .replace("[name]", "flowforge.raw_trades").replace("[id]", id);
  assert.doesNotMatch(path, /\[/, `${file} has a parameter that this test does not know`);
  return `/${path}`;
}

/** A page only where it cannot make its file. */
const DOWNLOADS = new Set(["dashboards/[id]/tiles/[widget]/export.tsx"]);

const files = (await routeFiles()).filter((file) => !FOR_EVERYONE.has(file));
const fragment = { "hx-request": "true" };

async function visits(path: string): Promise<readonly Page[]> {
  const asked = [
    app.visit(path),
    app.visit(path, { headers: fragment }),
    app.visit(path, { as: "viewer" }),
    app.visit(path, { as: null }),
    app.visit(path, { as: "viewer", form: { name: "" } }),
    app.visit(path, { as: null, form: {} }),
  ];
  return await Promise.all(asked);
}

const KEPT_BY_NOBODY = /\bno-store\b/;
/** Rows may be kept by the browser that asked, if it asks each time whether they still stand. */
const ASKED_EACH_TIME = /^private, no-cache$/;

for (const file of files) {
  Deno.test(`${file}: no cache keeps what it returns`, async () => {
    for (const { status, type, headers } of await visits(addressOf(file))) {
      const said = headers.get("cache-control") ?? "";
      const mayAsk = type === "application/json" && ASKED_EACH_TIME.test(said);
      assert.ok(KEPT_BY_NOBODY.test(said) || mayAsk, `${status} ${type}: "${said}"`);
    }
  });
}

Deno.test("every page was seen as a page, and errors are pages that nobody keeps", async () => {
  const pages = files.filter((file) => file.endsWith(".tsx") && !file.startsWith("embed/"));
  assert.ok(pages.length > 10);
  for (const file of pages) {
    const { status, type } = await app.visit(addressOf(file));
    assert.equal(status, file === "index.tsx" || file.startsWith("login/") ? 303 : 200, file);
    if (status === 200) assert.match(type, DOWNLOADS.has(file) ? /^text\/csv/ : /^text\/html/, file);
  }
  for (const path of ["/nowhere", "/dashboards/none", "/embed/none"]) {
    const page = await app.visit(path);
    assert.ok(page.status >= 400 && page.type.startsWith("text/html"));
    assert.match(page.headers.get("cache-control") ?? "", KEPT_BY_NOBODY);
  }
});
