import { deepEqual, doesNotMatch, equal, match, notDeepEqual, ok } from "node:assert/strict";
import { openPages, pinned } from "./pages_support.ts";
import { apiKeyInput } from "@/lib/server/api_keys/schema.ts";
import { checked } from "@/lib/server/checked.ts";
import { listQuery } from "@/lib/server/paging.ts";
import { workflowPatch } from "@/lib/server/workflows/schema.ts";

const app = await openPages();
Deno.test.afterAll(() => app.close());

const context = { requestId: "test" };
const { widget, dashboard, workflow } = await pinned(app, { title: "Embedded" });
const other = await pinned(app, { title: "Not in scope" });

function createKey(
  input: { readonly allowed_origins?: readonly string[]; readonly widget_ids?: readonly string[] } = {},
) {
  return app.services.apiKeys.create(
    app.admin,
    checked(apiKeyInput, { name: "Portal", widget_ids: [widget], ...input }),
    context,
  );
}

const { key, id: keyId } = await createKey({ allowed_origins: ["https://portal.example"] });

async function ticketFor(secret: string): Promise<string> {
  const site = await app.services.embeds.admit({ key: secret }, widget, context);
  return (await app.services.embeds.ticket(site)).ticket;
}

const embed = (query: string, headers: Record<string, string> = {}) =>
  app.visit(`/embed/${widget}${query}`, { as: null, headers });

Deno.test("a widget shows by key in the header, without navigation or cookies", async () => {
  const page = await embed("", { "x-api-key": key });
  equal(page.status, 200, page.body);
  equal(page.type, "text/html; charset=utf-8");
  match(page.body, /<h1[^>]*>Embedded<\/h1>/);
  doesNotMatch(page.body, /<nav|href="\/dashboards"|\/logout/);
  equal(page.headers.get("set-cookie"), null);
});

Deno.test("a widget shows by ticket, and its page carries that ticket and no other, never the key", async () => {
  const ticket = await ticketFor(key);
  const page = await embed(`?ticket=${ticket}&theme=light`);
  equal(page.status, 200);
  match(page.body, /data-theme="light"/);
  const carried = [...page.body.matchAll(/ticket="?=?"?([\w-]+\.[\w-]+)/g)].map(([, text]) => text);
  ok(carried.length > 1);
  deepEqual([...new Set(carried)], [ticket]);
  doesNotMatch(page.body, /sk_live/);
});

Deno.test("a table pages by ticket, within the frame and within reach", async () => {
  const all = await embed("", { "x-api-key": key });
  match(all.body, /Rows 1 to 50 of more/);
  doesNotMatch(all.body, /hx-get="[^"]*"[^>]*>Previous/);
  const link = (body: string, id: string) =>
    new RegExp(`<a id="${id}-[^>]*href="([^"]+)"`).exec(body)?.[1] ?? "";
  const visit = (href: string) => app.visit(href.replaceAll("&amp;", "&"), { as: null });
  const second = await visit(link(all.body, "next"));
  equal(second.status, 200, second.body);
  match(second.body, /Rows 51 to 100 of more/);
  match(second.body, /class="embed-frame" hx-get="[^"]*offset=50"/, "a refresh stays on its page");
  const cells = (body: string) => [...body.matchAll(/<td[^>]*>([^<]*)</g)].map(([, text]) => text);
  notDeepEqual(cells(second.body), cells(all.body));
  const back = await visit(link(second.body, "previous"));
  deepEqual(cells(back.body), cells(all.body));

  const ticket = await ticketFor(key);
  const beyond = await embed(`?ticket=${ticket}&offset=20000`);
  equal(beyond.status, 200, "the deepest page");
  match(beyond.body, /No more rows/);
  match(beyond.body, /href="[^"]*offset=9950"/);
});

Deno.test("an output without a label is called the same in the frame and on its dashboard", async () => {
  const { workflow, dashboard, widget: bare } = await pinned(app, { title: "Fills" });
  const { graph, version } = await app.services.workflows.get(app.admin, workflow);
  const nodes = graph.nodes.map(({ label: _none, ...node }) => node);
  const patch = checked(workflowPatch, { version, graph: { ...graph, nodes } });
  await app.services.workflows.update(app.admin, workflow, patch, context);
  const { key: own } = await createKey({ widget_ids: [bare] });
  const page = await app.visit(`/embed/${bare}`, { as: null, headers: { "x-api-key": own } });
  match(page.body, /<h1[^>]*>Table: Fills<\/h1>/);
  match((await app.visit(`/dashboards/${dashboard}`)).body, /<h2[^>]*>Table: Fills<\/h2>/);
});

Deno.test("a key in the address is not accepted", async () => {
  for (const name of ["key", "api_key", "ticket", "X-API-Key"]) {
    const page = await embed(`?${name}=${encodeURIComponent(key)}`);
    equal(page.status, 401, name);
    doesNotMatch(page.body, /sk_live/, name);
  }
});

Deno.test("only the key's origins may frame the widget", async () => {
  const framed = (page: { headers: Headers }) =>
    /frame-ancestors ([^;]*)/.exec(page.headers.get("content-security-policy") ?? "")?.[1];
  const page = await embed("", { "x-api-key": key });
  equal(framed(page), "'self' https://portal.example");
  equal(page.headers.get("x-frame-options"), null);
  const { key: closed } = await createKey();
  equal(framed(await embed("", { "x-api-key": closed })), "'self'");
  equal(framed(await app.visit("/dashboards")), "'none'");
});

Deno.test("an embed stays out of caches and sends no referrer", async () => {
  const page = await embed("", { "x-api-key": key });
  match(page.headers.get("cache-control") ?? "", /no-store/);
  equal(page.headers.get("referrer-policy"), "no-referrer");
});

Deno.test("a widget out of scope, and one that never was, are the same answer", async () => {
  const outside = await app.visit(`/embed/${other.widget}`, { as: null, headers: { "x-api-key": key } });
  const unknown = await app.visit(`/embed/${crypto.randomUUID()}`, {
    as: null,
    headers: { "x-api-key": key },
  });
  equal(outside.status, 404);
  equal(unknown.status, 404);
  const text = ({ body }: { body: string }) => body.replace(/nonce="[^"]*"/g, "");
  equal(text(outside), text(unknown));
  doesNotMatch(outside.body, /Not in scope/);
});

Deno.test("a ticket opens its own widget only", async () => {
  const page = await app.visit(`/embed/${other.widget}?ticket=${await ticketFor(key)}`, { as: null });
  equal(page.status, 401);
});

Deno.test("a refusal is a page for people that fits the frame", async () => {
  const page = await embed("?ticket=expired");
  equal(page.status, 401);
  equal(page.type, "text/html; charset=utf-8");
  match(page.body, /view has ended/);
  doesNotMatch(page.body, /<nav|<script/);
});

Deno.test("a session does not open an embed", async () => {
  equal((await app.visit(`/embed/${widget}`, { as: "admin" })).status, 401);
});

Deno.test("a refresh after the key was revoked takes the numbers away", async () => {
  const { key: shortLived, id } = await createKey();
  const ticket = await ticketFor(shortLived);
  const headers = { "hx-request": "true" };
  equal((await embed(`?ticket=${ticket}`, headers)).status, 200);
  await app.services.apiKeys.revoke(app.admin, id, context);
  const part = await embed(`?ticket=${ticket}`, headers);
  equal(part.status, 401);
  match(part.body, /view has ended/);
  doesNotMatch(part.body, /<html|hx-get/);
});

Deno.test("filters that cannot be read are refused inside the frame", async () => {
  const page = await embed(`?range=forever&ticket=${await ticketFor(key)}`);
  equal(page.status, 422);
  doesNotMatch(page.body, /<nav/);
});

Deno.test("a filter that the key does not name is refused by the page and by its parts alike", async () => {
  const ticket = await ticketFor(key);
  const kinds: readonly Record<string, string>[] = [{}, { "hx-request": "true" }];
  for (const headers of kinds) {
    for (const filter of ["quantity.<=0", "no_such_column.<=0", "sector=Tech"]) {
      const page = await embed(`?${filter}&ticket=${ticket}`, headers);
      equal(page.status, 422, filter);
      match(page.body, /A filter does not fit here/);
      doesNotMatch(page.body, /<table|raw_trades|quantity/);
    }
    equal((await embed(`?symbol=AAPL&range=7d&ticket=${ticket}`, headers)).status, 200);
  }
});

Deno.test("the admin chooses what an address may filter, and sees it in the list", async () => {
  const create = (form: object) => app.visit("/admin/api-keys", { form: { widget, ...form } });
  const listed = await create({ name: "Listed", filtering: "listed", columns: "symbol\r\n quantity \r\n" });
  equal(listed.status, 201, listed.body.slice(0, 400));
  equal((await create({ name: "Closed", filtering: "listed", columns: "" })).status, 201);
  equal((await create({ name: "Usual", columns: "left from the other choice" })).status, 201);
  const { items } = await app.services.apiKeys.list(app.admin, checked(listQuery, {}));
  const columnsOf = (wanted: string) => items.find(({ name }) => name === wanted)?.filter_columns;
  deepEqual(columnsOf("Listed"), ["symbol", "quantity"]);
  deepEqual(columnsOf("Closed"), []);
  equal(columnsOf("Usual"), null);
  const page = await app.visit("/admin/api-keys");
  match(page.body, /<li>symbol<\/li><li>quantity<\/li>/);

  const long = await create({ name: "Long", filtering: "listed", columns: `${"x".repeat(201)}\nsymbol` });
  equal(long.status, 422);
  match(long.body, /Write column names, one a line/);
  match(long.body, /value="listed" checked/);
  for (const { id, name } of items) {
    if (["Listed", "Closed", "Usual"].includes(name)) {
      await app.services.apiKeys.revoke(app.admin, id, context);
    }
  }
});

Deno.test("the admin creates a key by form, sees it once, and revokes it", async () => {
  const form = { name: "Client portal", widget, origins: "https://client.example", locked: "symbol=AAPL" };
  const created = await app.visit("/admin/api-keys", { form });
  equal(created.status, 201, created.body.slice(0, 400));
  const secret = /value="(sk_live_[^"]+)"/.exec(created.body)?.[1] ?? "";
  equal(created.headers.get("cache-control"), "no-store");
  equal((await embed("", { "x-api-key": secret })).status, 200);
  doesNotMatch((await app.visit("/admin/api-keys")).body, new RegExp(secret));
  const preview = /href="(\/embed\/[^"]+)"/.exec(created.body)?.[1] ?? "";
  equal((await app.visit(preview, { as: null })).status, 200);

  const list = await app.services.apiKeys.list(app.admin, checked(listQuery, {}));
  const made = list.items.find(({ name }) => name === "Client portal");
  equal((await app.visit(`/admin/api-keys/${made?.id}/revoke`, { form: {} })).status, 303);
  equal((await embed("", { "x-api-key": secret })).status, 401);
});

Deno.test("a locked filter's line has a comma inside a value as an address has it", async () => {
  const locked = "symbol.in=Amazon.com%2C Inc.,AAPL\nside=100% & more,1";
  const form = { name: "Commas", widget, origins: "https://client.example", locked };
  equal((await app.visit("/admin/api-keys", { form })).status, 201);
  const { items } = await app.services.apiKeys.list(app.admin, checked(listQuery, {}));
  const made = items.find(({ name }) => name === "Commas")!;
  deepEqual(made.locked_filters, [
    { column: "symbol", operator: "in", value: ["Amazon.com, Inc.", "AAPL"] },
    { column: "side", operator: "=", value: "100% & more,1" },
  ]);
  await app.services.apiKeys.revoke(app.admin, made.id, context);
});

Deno.test("a key that could show nothing, or be framed by anyone, is refused in the form", async () => {
  const empty = await app.visit("/admin/api-keys", { form: { name: "Nothing" } });
  equal(empty.status, 422);
  match(empty.body, /Choose at least one widget or dashboard/);
  for (
    const origins of ["*", "https://*", "https://*.example", "https://a.example/path", "javascript:alert(1)"]
  ) {
    const page = await app.visit("/admin/api-keys", { form: { name: "Wide", dashboard, origins } });
    equal(page.status, 422, origins);
    match(page.body, /Write origins such as/);
  }
});

Deno.test("a deleted workflow is told inside the frame", async () => {
  await app.services.workflows.remove(app.admin, workflow, context);
  const page = await embed("", { "x-api-key": key });
  equal(page.status, 410);
  match(page.body, /Source workflow deleted/);
  await app.services.apiKeys.revoke(app.admin, keyId, context);
});
