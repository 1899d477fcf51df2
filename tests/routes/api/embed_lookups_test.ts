/** A request of an embedding site looks its key up once, and its widget once; one right behind it looks nothing up. */
import assert from "node:assert/strict";
import type { Stores } from "@/lib/server/store_registry.ts";
import { openEmbed } from "@/routes/embed/(_embed)/open_embed.ts";
import { makeWorkspace, openTestApp } from "./support.ts";

const asked: string[] = [];

function noting<T extends object>(name: string, real: T): T {
  return new Proxy(real, {
    get(target, method) {
      const member = Reflect.get(target, method);
      if (typeof member !== "function") return member;
      return (...values: unknown[]) => {
        asked.push(`${name}.${String(method)}`);
        return Reflect.apply(member, target, values);
      };
    },
  });
}

function watched(stores: Stores): Stores {
  const { metadata } = stores;
  return {
    ...stores,
    metadata: {
      ...metadata,
      lookups: noting("lookups", metadata.lookups),
      repositories(tenantId) {
        const all = metadata.repositories(tenantId);
        return { ...all, apiKeys: noting("apiKeys", all.apiKeys), widgets: noting("widgets", all.widgets) };
      },
    },
  };
}

/** Stands still: what takes long on a busy machine is looked up once more. */
const clock = { at: Date.now(), now: () => clock.at };
const app = await openTestApp({ adapt: watched, clock });
Deno.test.afterAll(() => app.close());

const { widget, dashboard } = await makeWorkspace(app);
const made = await app.ask("POST", "/api/v1/api-keys", {
  body: { name: "Portal", widget_ids: [widget], dashboard_ids: [] },
});
const wide = await app.ask("POST", "/api/v1/api-keys", {
  body: { name: "Desk", dashboard_ids: [dashboard] },
});
const withKey = (key: string) => ({ tenant: "", headers: { "x-api-key": key } });
const { ticket } = (await app.ask("POST", `/api/v1/embed/${widget}/ticket`, withKey(made.json.key))).json;

/**
 * What one request asks the store of keys and widgets, a second after the last one; noting that a key was used is no
 * question.
 */
async function lookUps(request: () => Promise<void>, laterMs = 1_000): Promise<readonly string[]> {
  clock.at += laterMs;
  asked.length = 0;
  await request();
  return asked.filter((name) => name !== "apiKeys.touch").toSorted();
}

const api = (method: string, path: string, ask: object) => async () => {
  const answer = await app.ask(method, path, ask);
  assert.ok(answer.status < 300, answer.text);
};

const page = (credential: { readonly key: string | null; readonly ticket: string | null }) => async () => {
  const url = new URL(`http://desk.test/embed/${widget}`);
  const { services } = app;
  const context = { requestId: "page" };
  const { state } = await openEmbed({
    services,
    widgetId: widget,
    ...credential,
    url,
    theme: "dark",
    context,
  });
  assert.equal(state.kind, "ready");
};

const KEY = "lookups.apiKeyByHash";
const BY_TICKET = "apiKeys.get";

Deno.test("one look-up of the key, however it came and whatever is asked", async () => {
  const { key } = made.json;
  const data = `/api/v1/embed/${widget}/data`;
  const none = { tenant: "" };
  const keys = async (request: () => Promise<void>) =>
    (await lookUps(request)).filter((name) => name !== "widgets.get");
  assert.deepEqual(await keys(api("GET", data, withKey(key))), [KEY]);
  assert.deepEqual(await keys(api("GET", `${data}?ticket=${ticket}`, none)), [BY_TICKET]);
  assert.deepEqual(await keys(api("POST", `/api/v1/embed/${widget}/ticket`, withKey(key))), [KEY]);
  assert.deepEqual(await keys(page({ key, ticket: null })), [KEY]);
  assert.deepEqual(await keys(page({ key: null, ticket })), [BY_TICKET]);
});

Deno.test("a key for a dashboard looks at the widget once for its scope and its rows", async () => {
  const found = await lookUps(api("GET", `/api/v1/embed/${widget}/data`, withKey(wide.json.key)));
  assert.deepEqual(found, [KEY, "widgets.get"]);
});

Deno.test("what was looked up serves the requests of the next second, until the key is revoked", async () => {
  const path = `/api/v1/embed/${widget}/data`;
  const { id, key } = made.json;
  const requests = [api("GET", path, withKey(key)), api("GET", `${path}?ticket=${ticket}`, { tenant: "" })];
  for (const request of requests) await lookUps(request, 500);
  for (const request of requests) assert.deepEqual(await lookUps(request, 0), []);
  assert.equal((await app.ask("DELETE", `/api/v1/api-keys/${id}`)).status, 204);
  assert.equal((await app.ask("GET", path, withKey(key))).status, 401);
  assert.equal((await app.ask("GET", `${path}?ticket=${ticket}`, { tenant: "" })).status, 401);
});
