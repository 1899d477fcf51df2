import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { INJECTED, openPages, outsideScripts, type Page, pinned, XSS } from "./pages_support.ts";
import { checked } from "@/lib/server/checked.ts";
import { widgetInput } from "@/lib/server/widgets/schema.ts";
import { workflowInput, workflowPatch } from "@/lib/server/workflows/schema.ts";

let identified = 0;
const app = await openPages({
  adapt: (services) => ({
    ...services,
    sessions: {
      ...services.sessions,
      identify: (token) => (identified++, services.sessions.identify(token)),
    },
  }),
});
Deno.test.afterAll(() => app.close());

function assertPage(page: Page, status = 200): void {
  equal(page.status, status, page.body.slice(0, 300));
  equal(page.type, "text/html; charset=utf-8");
  match(page.body, /^<!DOCTYPE html>/);
}

const scripts = ({ body }: Page) => [...body.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);

Deno.test("pages without islands ship no script", async () => {
  const paths = ["/dashboards", "/admin", "/admin/api-keys", "/admin/audit", "/admin/users", "/nowhere"];
  for (const path of paths) {
    const page = await app.visit(path);
    assertPage(page, path === "/nowhere" ? 404 : 200);
    equal(scripts(page).length, 0, path);
  }
  equal(scripts(await app.visit("/login", { as: null })).length, 0);
});

Deno.test("no page has inline styles, handlers or scripts that its policy would have to allow", async () => {
  const { dashboard, widget } = await pinned(app, { title: "Policy", type: "bar_chart" });
  const paths = [
    "/dashboards",
    `/dashboards/${dashboard}`,
    `/dashboards/${dashboard}/edit`,
    `/dashboards/${dashboard}/settings`,
    `/dashboards/${dashboard}/tiles/${widget}`,
    "/admin/api-keys",
  ];
  for (const path of paths) {
    const page = await app.visit(path);
    assertPage(page);
    doesNotMatch(
      page.headers.get("content-security-policy") ?? "'unsafe-inline'",
      /unsafe-inline|unsafe-eval/,
      path,
    );
    doesNotMatch(page.body, /\sstyle="|\son[a-z]+="/i, path);
    const nonce = /'nonce-([^']+)'/.exec(page.headers.get("content-security-policy") ?? "")?.[1];
    for (const tag of scripts(page)) {
      ok(/\ssrc="\//.test(tag) || tag.includes(`nonce="${nonce}"`), `${path} ${tag}`);
    }
  }
});

Deno.test("without a session every page leads to sign-in and back", async () => {
  for (const path of ["/dashboards", "/dashboards/x?symbol=AAPL", "/admin/audit"]) {
    const page = await app.visit(path, { as: null });
    equal(page.status, 303);
    equal(page.headers.get("location"), `/login?next=${encodeURIComponent(path)}`);
  }
});

Deno.test("a fragment without a session makes the page load the sign-in", async () => {
  const page = await app.visit("/dashboards/x/tiles/y", { as: null, headers: { "hx-request": "true" } });
  equal(page.status, 401);
  match(page.headers.get("hx-redirect") ?? "", /^\/login\?next=/);
});

Deno.test("signing in works as a plain form and never leads to another site", async () => {
  const cards = await app.visit("/login?next=%2Fdashboards%3Frefresh%3D5", { as: null });
  assertPage(cards);
  match(cards.body, /name="next" value="\/dashboards\?refresh=5"/);
  match(cards.body, /value="viewer@tenant-b\.test"/);
  for (
    const [next, expected] of [["/admin", "/admin"], ["//evil.test", "/dashboards"], [
      "/\\evil.test",
      "/dashboards",
    ]]
  ) {
    const page = await app.visit("/login", { as: null, form: { email: "admin@tenant-a.test", next: next! } });
    equal(page.status, 303);
    equal(page.headers.get("location"), expected);
    match(
      page.headers.get("set-cookie") ?? "",
      /flowforge_session=[^;]{32,}; Path=\/; HttpOnly; SameSite=Lax/,
    );
  }
});

Deno.test("a session cookie opens pages until it is signed out", async () => {
  const signedIn = await app.visit("/login", { as: null, form: { email: "viewer@tenant-b.test" } });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0]!;
  const page = await app.visit("/dashboards", { as: null, headers: { cookie } });
  assertPage(page);
  match(page.body, /viewer@tenant-b\.test/);
  doesNotMatch(page.body, /href="\/canvas"|href="\/admin"|New dashboard/);
  equal(
    (await app.visit("/logout", { as: null, form: {}, headers: { cookie } })).headers.get("location"),
    "/login",
  );
  equal((await app.visit("/dashboards", { as: null, headers: { cookie } })).status, 303);
});

Deno.test("a tile that is asked for what it shows already is told so; anything newer is sent", async () => {
  const { dashboard, widget, workflow } = await pinned(app, { title: "Versions" });
  const path = `/dashboards/${dashboard}/tiles/${widget}`;
  const shown = await app.visit(`/dashboards/${dashboard}`);
  const etag = /hx-headers="\{&quot;If-None-Match&quot;:&quot;(.+?)&quot;\}"/.exec(shown.body)?.[1]
    ?.replaceAll("\\&quot;", '"') ?? "";
  match(etag, /^"[0-9a-f]{32}-30"$/);
  const poll = (query = "", visit: object = {}) =>
    app.visit(path + query, { headers: { "hx-request": "true", "if-none-match": etag }, ...visit });
  const same = await poll();
  equal(same.status, 304);
  equal(same.body, "");
  match(
    same.headers.get("hx-trigger") ?? "",
    /^\{"flowforge:updated":\{"as_of":"\d{4}-[^"]+","clock":"\d\d:\d\d:\d\d UTC"\}\}$/,
  );

  equal((await poll("?symbol=AAPL")).status, 200, "other rows");
  equal((await poll("?refresh=5")).status, 200, "another rhythm");
  equal((await poll("", { as: null })).status, 401, "nobody");
  equal((await poll("", { tenant: "tenant-b" })).status, 404, "another tenant");
  equal((await app.visit(path, { headers: { "if-none-match": etag } })).status, 200, "the tile's own page");
  const { version, graph } = await app.services.workflows.get(app.admin, workflow);
  const nodes = graph.nodes.map((node) =>
    node.id === "output" ? { ...node, config: { page_size: 5 } } : node
  );
  const patch = checked(workflowPatch, { version, graph: { ...graph, nodes } });
  await app.services.workflows.update(app.admin, workflow, patch, { requestId: "test" });
  equal((await poll()).status, 200, "a changed workflow");
  await app.services.workflows.remove(app.admin, workflow, { requestId: "test" });
  match((await poll()).body, /Source workflow deleted/);
});

Deno.test("every page calls the tenant by its name", async () => {
  match((await app.visit("/login", { as: null })).body, /· Alder Capital<[\s\S]*· Birch Securities</);
  const signedIn = await app.visit("/login", { as: null, form: { email: "admin@tenant-a.test" } });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0]!;
  for (const visit of [{ as: null, headers: { cookie } }, { as: "admin" as const }]) {
    const { body } = await app.visit("/admin/users", visit);
    match(body, /Everyone of Alder Capital,/);
    match(body, /<span class="ui-chip">Alder Capital<\/span>/);
    doesNotMatch(body, />tenant-a|tenant-a,/);
  }
});

Deno.test("what is the same for everyone is served without asking who comes", async () => {
  const signedIn = await app.visit("/login", { as: null, form: { email: "admin@tenant-a.test" } });
  const cookie = (signedIn.headers.get("set-cookie") ?? "").split(";")[0]!;
  const page = await app.visit("/dashboards", { as: null, headers: { cookie } });
  const assets = [...page.body.matchAll(/href="(\/(?:vendor|app|favicon)[^"]+)"/g)].map(([, path]) => path!);
  ok(assets.some((path) => path.startsWith("/vendor/")) && assets.length > 2, assets.join(" "));
  const before = identified;
  for (const path of [...assets, "/vendor/htmx.js"]) {
    equal(
      (await app.visit(path.replaceAll("&amp;", "&"), { as: null, headers: { cookie } })).status,
      200,
      path,
    );
  }
  equal(identified, before);
  equal((await app.visit("/vendor/none.js", { as: null, headers: { cookie } })).status, 404);
  await app.visit("/dashboards", { as: null, headers: { cookie } });
  equal(identified, before + 1, "pages do ask");
});

Deno.test("an unknown user is told so on the sign-in page", async () => {
  const page = await app.visit("/login", { as: null, form: { email: "nobody@tenant-a.test" } });
  assertPage(page, 401);
  match(page.body, /Cannot sign in: no such sample user/);
});

Deno.test("forms from another site are refused", async () => {
  const page = await app.visit("/dashboards", {
    form: { name: "Stolen" },
    headers: { origin: "https://evil.test" },
  });
  equal(page.status, 403);
});

Deno.test("a dashboard is created, renamed, duplicated and deleted by forms alone", async () => {
  const created = await app.visit("/dashboards", {
    form: { name: "Morning", description: "Before the open" },
  });
  equal(created.status, 303);
  const path = created.headers.get("location") ?? "";
  assertPage(await app.visit(path));

  equal((await app.visit(`${path}/settings`, { form: { name: "Evening", description: "" } })).status, 303);
  match((await app.visit(path)).body, /<h1[^>]*>Evening<\/h1>/);

  const copy = await app.visit(`${path}/duplicate`, { form: { workflows: "same" } });
  equal(copy.status, 303);
  assertPage(await app.visit(copy.headers.get("location") ?? ""));

  equal((await app.visit(`${path}/delete`, { form: {} })).headers.get("location"), "/dashboards");
  assertPage(await app.visit(path), 404);
});

Deno.test("the list asks whether a dashboard's workflows are copied too", async () => {
  const { dashboard, workflow } = await pinned(app, { title: "Own flow" });
  const list = await app.visit("/dashboards");
  match(list.body, new RegExp(`popovertarget="duplicate-${dashboard}"`));
  match(list.body, new RegExp(`action="/dashboards/${dashboard}/duplicate"`));
  match(list.body, /from then on the two dashboards are independent/);
  const shownBy = async (choice: string) => {
    const copy = await app.visit(`/dashboards/${dashboard}/duplicate`, { form: { workflows: choice } });
    const id = /dashboards\/([^/]+)\/settings/.exec(copy.headers.get("location") ?? "")![1]!;
    return (await app.services.dashboards.get(app.admin, id)).widgets.map((widget) => widget.workflow_id);
  };
  equal((await shownBy("same")).join(), workflow);
  const [copied] = await shownBy("copies");
  ok(copied !== undefined && copied !== workflow);
});

Deno.test("a refused form comes back with what was typed and what is wrong", async () => {
  const page = await app.visit("/dashboards", { form: { name: "  ", description: "Kept text" } });
  assertPage(page, 422);
  match(page.body, /<details[^>]* open/);
  match(page.body, /Give it a name of 1 to 200 characters/);
  match(page.body, /aria-invalid="true"/);
  match(page.body, /Kept text/);
});

Deno.test("names and titles are text on every page", async () => {
  for (const title of XSS) {
    const { dashboard, widget } = await pinned(app, { title });
    const paths = ["/dashboards", `/dashboards/${dashboard}`, `/dashboards/${dashboard}/edit`];
    paths.push(
      `/dashboards/${dashboard}/settings`,
      `/dashboards/${dashboard}/tiles/${widget}`,
      "/admin/api-keys",
    );
    for (const path of paths) {
      const page = await app.visit(path);
      assertPage(page);
      doesNotMatch(outsideScripts(page.body), INJECTED, `${title} on ${path}`);
    }
    doesNotMatch((await app.visit(`/dashboards?search=${encodeURIComponent(title)}x`)).body, INJECTED);
    await app.visit(`/dashboards/${dashboard}/delete`, { form: {} });
  }
});

Deno.test("a viewer reads but is offered and allowed no change", async () => {
  const { dashboard, widget } = await pinned(app, { title: "Read only" });
  const page = await app.visit(`/dashboards/${dashboard}`, { as: "viewer" });
  assertPage(page);
  doesNotMatch(page.body, /\/edit"|\/settings"|\/remove"/);
  assertPage(await app.visit(`/dashboards/${dashboard}/edit`, { as: "viewer" }), 403);
  assertPage(await app.visit(`/dashboards/${dashboard}/delete`, { as: "viewer", form: {} }), 403);
  assertPage(
    await app.visit(`/dashboards/${dashboard}/tiles/${widget}/remove`, { as: "viewer", form: {} }),
    403,
  );
  assertPage(await app.visit("/admin/api-keys", { as: "analyst" }), 403);
});

Deno.test("another tenant's dashboard does not exist", async () => {
  const { dashboard, widget } = await pinned(app, { title: "Ours" });
  for (const path of ["", "/edit", "/settings", `/tiles/${widget}`]) {
    const page = await app.visit(`/dashboards/${dashboard}${path}`, { tenant: "tenant-b" });
    assertPage(page, 404);
    doesNotMatch(page.body, /Ours/);
  }
  assertPage(await app.visit(`/dashboards/${dashboard}/delete`, { tenant: "tenant-b", form: {} }), 404);
});

Deno.test("a tile is a page for people and a fragment for htmx", async () => {
  const { dashboard, widget } = await pinned(app, { title: "Both" });
  const path = `/dashboards/${dashboard}/tiles/${widget}`;
  const page = await app.visit(path);
  assertPage(page);
  const part = await app.visit(path, { headers: { "hx-request": "true" } });
  equal(part.status, 200);
  doesNotMatch(part.body, /<html|<script|frsh/);
  match(part.body, /^<div class="tile-body/);
  for (const { headers } of [page, part]) match(headers.get("vary") ?? "", /HX-Request/);
});

Deno.test("a tile under another dashboard's address does not exist", async () => {
  const [one, other] = [await pinned(app, { title: "One" }), await pinned(app, { title: "Other" })];
  assertPage(await app.visit(`/dashboards/${one.dashboard}/tiles/${other.widget}`), 404);
});

Deno.test("a deleted workflow leaves a tile that says so; the page stands", async () => {
  const { dashboard, widget, workflow } = await pinned(app, { title: "Short lived" });
  await app.services.workflows.remove(app.admin, workflow, { requestId: "test" });
  assertPage(await app.visit(`/dashboards/${dashboard}`));
  const tile = await app.visit(`/dashboards/${dashboard}/tiles/${widget}`, {
    headers: { "hx-request": "true" },
  });
  equal(tile.status, 200);
  match(tile.body, /Source workflow deleted/);
});

Deno.test("a deleted node leaves a tile that says so", async () => {
  const { dashboard, widget, workflow } = await pinned(app, { title: "Without its output" });
  const { version, graph } = await app.services.workflows.get(app.admin, workflow);
  const without = checked(workflowPatch, {
    version,
    graph: { ...graph, nodes: graph.nodes.slice(0, 1), edges: [] },
  });
  await app.services.workflows.update(app.admin, workflow, without, { requestId: "test" });
  const tile = await app.visit(`/dashboards/${dashboard}/tiles/${widget}`, {
    headers: { "hx-request": "true" },
  });
  match(tile.body, /Source node deleted/);
  doesNotMatch(tile.body, /Source workflow deleted/);
});

Deno.test("what a viewer chose stays in the address and in every link of the page", async () => {
  const { dashboard } = await pinned(app, { title: "Chosen" });
  const page = await app.visit(`/dashboards/${dashboard}?symbol=AAPL&range=1d&refresh=5`);
  assertPage(page);
  match(page.body, /<option value="1d" selected|name="range" value="1d"/);
  match(page.body, /<option value="5" selected/);
  match(page.body, /tiles\/[^"?]+\?symbol=AAPL&amp;range=1d&amp;refresh=5/);
});

Deno.test("a filter without a control is a chip that can be removed, and tiles say what does not reach them", async () => {
  const { dashboard } = await pinned(app, { title: "Filtered" });
  const query = "simbol=GS&symbol=AAPL&symbol=MSFT&side.in=&refresh=5";
  const page = await app.visit(`/dashboards/${dashboard}?${query}`);
  assertPage(page);
  const removal = (rest: string, label: string) =>
    `href="/dashboards/${dashboard}?${rest}&amp;refresh=5" aria-label="Remove the filter ${label}"`;
  for (
    const [rest, label] of [
      ["symbol=AAPL&amp;symbol=MSFT&amp;side.in=", "simbol is GS"],
      ["simbol=GS&amp;symbol=MSFT&amp;side.in=", "symbol is AAPL"],
      ["simbol=GS&amp;symbol=AAPL&amp;side.in=", "symbol is MSFT"],
      ["simbol=GS&amp;symbol=AAPL&amp;symbol=MSFT", "side is one of nothing"],
    ] as const
  ) ok(page.body.includes(removal(rest, label)), `${label}: ${page.body.match(/aria-label="Remove[^"]*"/g)}`);
  const tile = await app.visit(page.body.match(/\/dashboards\/[^"]+\/tiles\/[^"?]+/)![0] + `?${query}`, {
    headers: { "hx-request": "true" },
  });
  const text = tile.body.replaceAll("&quot;", '"');
  match(text, /Cannot filter by "simbol": no table has it\. Did you mean "symbol"\?/);
  match(text, /Cannot filter by "side": no value is given\./);
  match(page.body, /<input type="hidden" name="simbol" value="GS"/);
});

Deno.test("values with a comma stay whole in chips and links, and the ends of a pair go together", async () => {
  const { dashboard } = await pinned(app, { title: "Commas" });
  const page = await app.visit(`/dashboards/${dashboard}?side.in=A%2C%20B,C&price.between=1,2`);
  assertPage(page);
  const removal = (rest: string, label: string) =>
    `href="/dashboards/${dashboard}?${rest}" aria-label="Remove the filter ${label}"`;
  const pair = "price.between=1&amp;price.between=2";
  const links = page.body.match(/href="[^"]*" aria-label="Remove[^"]*"/g) ?? [];
  deepEqual(links, [
    removal(`side.in=C&amp;${pair}`, "side is one of A, B"),
    removal(`side.in=A%2C+B&amp;${pair}`, "side is one of C"),
    removal("side.in=A%2C+B&amp;side.in=C", "price is between (both included) 1 and 2"),
  ]);
  match(page.body, new RegExp(`tiles/[^"?]+\\?side.in=A%2C\\+B&amp;side.in=C&amp;${pair}`));
});

Deno.test("a value that does not fit its filter is told of the filter, not of the workflow", async () => {
  const { dashboard, widget } = await pinned(app, { title: "Misfit" });
  const tile = await app.visit(`/dashboards/${dashboard}/tiles/${widget}?price.%3E=dear`);
  const text = tile.body.replaceAll("&quot;", '"');
  match(text, /A filter does not fit/);
  match(
    text,
    /The filter on "price" does not fit: change or remove it\. [^<]*"dear": a number is expected\./,
  );
  doesNotMatch(text, /needs attention|>Open workflow/);
});

Deno.test("a source's event time decides whether a dashboard offers a range, and a state says it is left alone", async () => {
  const context = { requestId: "test" };
  const desk = async (event_time?: string) => {
    const config = {
      database: "flowforge",
      table: "raw_trades",
      ...(event_time !== undefined && { event_time }),
    };
    const position = { x: 0, y: 0 };
    const graph = {
      version: 1,
      nodes: [
        { id: "source", type: "data_source", position, config },
        { id: "output", type: "table_view", position, config: {} },
      ],
      edges: [{ source: "source", target: "output" }],
    };
    const flow = checked(workflowInput, { name: "Times", graph });
    const { id: workflow_id } = await app.services.workflows.create(app.admin, flow, context);
    const { dashboard: dashboard_id, widget } = await pinned(app, { title: "Times" });
    await app.services.widgets.remove(app.admin, widget, context);
    const pin = checked(widgetInput, { dashboard_id, workflow_id, node_id: "output" });
    const { id } = await app.services.widgets.create(app.admin, pin, context);
    const page = await app.visit(`/dashboards/${dashboard_id}?range=1h`);
    const tile = await app.visit(`/dashboards/${dashboard_id}/tiles/${id}?range=1h`);
    return page.body + tile.body;
  };
  const state = await desk("");
  match(state, /Cannot apply the time range: what is shown here is the current state/);
  doesNotMatch(state, /<select[^>]* name="range"/);
  for (const events of [await desk(), await desk("event_time")]) {
    doesNotMatch(events, /Cannot apply the time range/);
    match(events, /<select[^>]* name="range"/);
  }
});

Deno.test("an address that cannot be read is refused with a page", async () => {
  const { dashboard } = await pinned(app, { title: "Odd range" });
  const page = await app.visit(`/dashboards/${dashboard}?range=forever`);
  assertPage(page, 422);
  match(page.body, /write 15m, 6h, 1d or 2w/);
});

Deno.test("the theme is a form that returns to where it was pressed", async () => {
  const page = await app.visit("/theme", { form: { theme: "light", next: "/dashboards?search=x" } });
  equal(page.status, 303);
  equal(page.headers.get("location"), "/dashboards?search=x");
  const cookie = (page.headers.get("set-cookie") ?? "").split(";")[0]!;
  equal(cookie, "theme=light");
  match(
    (await app.visit("/dashboards", { headers: { cookie } })).body,
    /<html lang="en" data-theme="light">/,
  );
});

Deno.test("errors are pages with a request id and nothing from inside", async () => {
  const page = await app.visit("/dashboards/no-such-id");
  assertPage(page, 404);
  match(page.body, /404 · request [\w-]{8,}/);
  doesNotMatch(page.body, /FlowForgeError|\bat .*\.tsx?:|node_modules/);
});

Deno.test("vendor files are served by name, for good, and nothing else is", async () => {
  const script = await app.visit("/vendor/htmx.js", { as: null });
  equal(script.status, 200);
  match(script.type, /^text\/javascript/);
  const same = await app.visit("/vendor/htmx.js", {
    as: null,
    headers: { "if-none-match": script.headers.get("etag") ?? "" },
  });
  equal(same.status, 304);
  for (const name of ["package.json", "..%2f..%2fdeno.json", "constructor", "htmx.js%00"]) {
    equal((await app.visit(`/vendor/${name}`, { as: null })).status, 404, name);
  }
});

Deno.test("a form that is none, or a broken one, is refused with a page and is no error of ours", async () => {
  const before = app.errors.length;
  const { dashboard, widget, workflow } = await pinned(app, { title: "Broken forms" });
  const paths = [
    "/theme",
    "/login",
    "/dashboards",
    `/dashboards/${dashboard}/settings`,
    `/dashboards/${dashboard}/tiles/${widget}/title`,
    "/canvas",
    `/canvas/${workflow}/settings`,
    "/admin/api-keys",
  ];
  const multipart = { "content-type": "multipart/form-data; boundary=x" };
  const cases: readonly (readonly [string | null, Record<string, string>, number])[] = [
    [null, {}, 415],
    ['{"email":"admin@tenant-a.test"}', { "content-type": "application/json" }, 415],
    ["--y\r\nnothing", multipart, 400],
    ["", multipart, 400],
    ["a", { "content-type": "multipart/form-data" }, 400],
  ];
  for (const path of paths) {
    for (const [raw, headers, status] of cases) {
      const page = await app.visit(path, { raw, headers });
      equal(page.status, status, `${path} ${raw}`);
      match(page.type, /^text\/html/);
      match(page.body, /Cannot read the form/);
    }
  }
  equal(app.errors.length, before, app.errors.at(-1));
});
