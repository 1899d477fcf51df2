/** What every file of the routes folder must do because of how Fresh behaves; see lib/fresh/README.md. */
import assert from "node:assert/strict";

const ROUTES = new URL("../../routes/", import.meta.url);

interface RouteFile {
  readonly path: string;
  readonly text: string;
}

async function files(folder = ROUTES): Promise<RouteFile[]> {
  const found: RouteFile[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const url = new URL(encodeURIComponent(name) + (isDirectory ? "/" : ""), folder);
    if (isDirectory) found.push(...await files(url));
    else {found.push({
        path: decodeURIComponent(url.href.slice(ROUTES.href.length)),
        text: await Deno.readTextFile(url),
      });}
  }
  return found;
}

const all = await files();
const isRoute = ({ path }: RouteFile) => !/(^|\/)(_|\(_)/.test(path);

Deno.test("every route completes its methods, so that the app says 405 to those it lacks", () => {
  const routes = all.filter(isRoute);
  assert.ok(routes.length > 30);
  const incomplete = routes.filter(({ text }) => !/^export const handler = define\.handlers\(\{/m.test(text));
  assert.deepEqual(incomplete.map(({ path }) => path), []);
});

Deno.test("no page leaves its errors to Fresh, which would render them without the app's headers", () => {
  assert.deepEqual(all.map(({ path }) => path).filter((path) => /(^|\/)_(error|404|500)\./.test(path)), []);
});

Deno.test("a style sheet of one page has a key, or it would replace the one of every page", () => {
  const heads = all.flatMap(({ path, text }) =>
    [...text.matchAll(/<Head>[\s\S]*?<\/Head>/g)].map(([head]) => ({ path, head }))
  );
  assert.ok(heads.length > 0);
  const replacing = heads.filter(({ head }) => /<link (?!key=)/.test(head));
  assert.deepEqual(replacing.map(({ path }) => path), []);
});

Deno.test("every form is read by readForm(), which knows what to say of a broken one", () => {
  const own = all.filter(({ text }) => /\.formData\(/.test(text));
  assert.deepEqual(own.map(({ path }) => path), []);
});
