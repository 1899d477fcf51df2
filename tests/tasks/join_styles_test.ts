import assert from "node:assert/strict";
import { stop, transform } from "esbuild";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { joinStyles } from "@/tasks/join_styles.ts";

const root = new URL("../../", import.meta.url).pathname;
const sourceOf = (name: string) => Deno.readTextFile(`${root}static/${name}`);

async function served(sheet: string, join: boolean): Promise<string> {
  const none = await Deno.makeTempDir();
  try {
    const builder = new Builder({ root, routeDir: none, islandDir: none });
    if (join) joinStyles(builder);
    const apply = await builder.build({ snapshot: "memory" });
    const app = new App().use(staticFiles());
    apply(app);
    return await (await app.handler()(new Request(`http://localhost/${sheet}`))).text();
  } finally {
    await Deno.remove(none, { recursive: true });
  }
}

async function minified(css: string): Promise<string> {
  const { code } = await transform(css, { loader: "css", minify: true, target: "chrome120" });
  return code.trim();
}

for (const sheet of ["app.css", "canvas.css"]) {
  Deno.test(`what ${sheet} imports comes as one file, in its order`, async () => {
    const sheets = [...(await sourceOf(sheet)).matchAll(/@import url\("([^"]+)"\)/g)].map(([, name]) =>
      name!
    );
    // Fresh names the build in the addresses of a style sheet.
    const joined = (await minified(await served(sheet, true))).replace(/\?__frsh_c=\w+/g, "");
    assert.ok(!joined.includes("@import"));
    assert.ok(sheets.length > 5);
    const places = await Promise.all(sheets.map(async (name) => {
      const part = await minified(await sourceOf(name));
      return joined.indexOf(part.slice(0, 200));
    }));
    await stop();
    assert.ok(!places.includes(-1));
    assert.deepEqual(places, places.toSorted((a, b) => a - b));
  });

  Deno.test(`unjoined, ${sheet} still brings all of them`, async () => {
    assert.equal(await served(sheet, false), await sourceOf(sheet));
  });
}

Deno.test("a font keeps its own address", async () => {
  assert.match(await served("app.css", true), /url\("?\/vendor\/inter\.woff2/);
});

Deno.test("every style sheet is imported by one of the two", async () => {
  const named = (await Promise.all(["app.css", "canvas.css"].map(sourceOf))).join("");
  const forgotten: string[] = [];
  for (const folder of ["", "canvas/", "charts/", "grid/", "pages/"]) {
    for await (const { name } of Deno.readDir(`${root}static/${folder}`)) {
      if (!name.endsWith(".css") || ["app.css", "canvas.css"].includes(name)) continue;
      if (!named.includes(`url("${folder}${name}")`)) forgotten.push(folder + name);
    }
  }
  assert.deepEqual(forgotten, []);
});
