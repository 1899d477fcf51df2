import assert from "node:assert/strict";
import { stop, transform } from "esbuild";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { joinStyles } from "@/tasks/join_styles.ts";

const root = new URL("../../", import.meta.url).pathname;
const source = await Deno.readTextFile(`${root}static/app.css`);
const sheets = [...source.matchAll(/@import url\("([^"]+)"\)/g)].map(([, name]) => name!);

async function served(join: boolean): Promise<string> {
  const none = await Deno.makeTempDir();
  try {
    const builder = new Builder({ root, routeDir: none, islandDir: none });
    if (join) joinStyles(builder);
    const apply = await builder.build({ snapshot: "memory" });
    const app = new App().use(staticFiles());
    apply(app);
    return await (await app.handler()(new Request("http://localhost/app.css"))).text();
  } finally {
    await Deno.remove(none, { recursive: true });
  }
}

async function minified(css: string): Promise<string> {
  const { code } = await transform(css, { loader: "css", minify: true, target: "chrome120" });
  return code.trim();
}

Deno.test("every page's styles come as one file, in their order", async () => {
  // Fresh names the build in the addresses of a style sheet.
  const joined = (await minified(await served(true))).replace(/\?__frsh_c=\w+/g, "");
  assert.ok(!joined.includes("@import"));
  assert.match(joined, /url\("?\/vendor\/inter\.woff2"?\)/);
  assert.ok(sheets.length > 5);
  const places = await Promise.all(sheets.map(async (name) => {
    const sheet = await minified(await Deno.readTextFile(`${root}static/${name}`));
    return joined.indexOf(sheet.slice(0, 200));
  }));
  await stop();
  assert.ok(!places.includes(-1));
  assert.deepEqual(places, places.toSorted((a, b) => a - b));
});

Deno.test("unjoined, the same file still brings all of them", async () => {
  assert.equal(await served(false), source);
});
