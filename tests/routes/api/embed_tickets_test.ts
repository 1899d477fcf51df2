/** Tickets end: by their time, which nothing but the key prolongs, and with their key. */
import assert from "node:assert/strict";
import * as embed from "@/lib/server/embeds/operations.ts";
import type { Stores } from "@/lib/server/store_registry.ts";
import { assertDocumented, assertProblem, makeWorkspace, openTestApp } from "./support.ts";

const FIVE_MINUTES_MS = 300_000;
let ahead = 0;
const clock = { now: () => Date.now() + ahead };
/** Runs while the store reads rows. */
let whileReading: () => Promise<void> = async () => {};

function interrupted(stores: Stores): Stores {
  const query: Stores["analytical"]["query"] = async (asked) => {
    const rows = await stores.analytical.query(asked);
    await whileReading();
    return rows;
  };
  const analytical = new Proxy(stores.analytical, {
    get(target, name) {
      const member = name === "query" ? query : Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
  return { ...stores, analytical };
}

const app = await openTestApp({ clock, adapt: interrupted });
Deno.test.afterAll(() => app.close());

const { widget } = await makeWorkspace(app);
const path = `/api/v1/embed/${widget}`;
const withKey = (key: string) => ({ tenant: "", headers: { "x-api-key": key } });
const nobody = { tenant: "" };

async function admitted(): Promise<{ readonly id: string; readonly key: string; readonly ticket: string }> {
  const made = await app.ask("POST", "/api/v1/api-keys", { body: { name: "Portal", widget_ids: [widget] } });
  const { id, key } = made.json;
  return { id, key, ticket: (await app.ask("POST", `${path}/ticket`, withKey(key))).json.ticket };
}

const revoke = (id: string) => app.ask("DELETE", `/api/v1/api-keys/${id}`);
const data = (ticket: string, query = "") => app.ask("GET", `${path}/data?ticket=${ticket}${query}`, nobody);
const standing = (ticket: string) => app.ask("GET", `${path}/ticket?ticket=${ticket}`, nobody);

Deno.test("a ticket says how long it is good, and asking does not prolong it", async () => {
  const { ticket } = await admitted();
  const first = await standing(ticket);
  assertDocumented(embed.standing, first);
  assert.equal(first.headers.get("cache-control"), "no-store");
  assert.equal(first.json.ticket, ticket);
  assert.ok(first.json.ends_in_ms > FIVE_MINUTES_MS - 60_000 && first.json.ends_in_ms <= FIVE_MINUTES_MS);
  for (let minute = 1; minute < 5; minute++) {
    ahead += 60_000;
    assert.equal((await data(ticket)).status, 200, `minute ${minute}`);
    assert.equal((await standing(ticket)).json.expires_at, first.json.expires_at);
  }
  ahead += 60_000;
  for (const answer of [await data(ticket), await standing(ticket)]) {
    assertProblem(answer, 401, "not_signed_in");
    assert.doesNotMatch(answer.text, /rows|columns/);
  }
});

Deno.test("no ticket makes another one: that takes the key", async () => {
  const { key, ticket } = await admitted();
  for (const query of [`?ticket=${ticket}`, ""]) {
    assertProblem(await app.ask("POST", `${path}/ticket${query}`, nobody), 401, "not_signed_in");
  }
  const site = await app.services.embeds.admit({ ticket }, widget);
  assert.equal((await app.services.embeds.ticket(site)).ticket, ticket);
  ahead += FIVE_MINUTES_MS;
  const next = await app.ask("POST", `${path}/ticket`, withKey(key));
  assert.equal((await data(next.json.ticket)).status, 200);
  assertProblem(await data(ticket), 401, "not_signed_in");
});

Deno.test("a revoked key is known at once where rows are read, and within a second to frames that ask", async () => {
  const { id, ticket } = await admitted();
  assert.equal((await standing(ticket)).status, 200);
  assert.equal((await data(ticket)).status, 200);
  await revoke(id);
  assertProblem(await data(ticket), 401, "not_signed_in");
  ahead += 1_000;
  assertProblem(await standing(ticket), 401, "not_signed_in");
});

Deno.test("rows that took long to read are not handed to a key that was revoked meanwhile", async () => {
  const { id, ticket } = await admitted();
  whileReading = async () => {
    await revoke(id);
    ahead += 2_000;
  };
  try {
    const late = await data(ticket, "&limit=7");
    assertProblem(late, 401, "not_signed_in");
    assert.doesNotMatch(late.text, /rows|AAPL/);
  } finally {
    whileReading = async () => {};
  }
});

Deno.test("a wall of frames that learns of its end is no guessing, and none is put off", async () => {
  const { id, ticket } = await admitted();
  const other = await admitted();
  await revoke(id);
  ahead += FIVE_MINUTES_MS;
  const live = await admitted();
  await revoke(live.id);
  for (let frame = 0; frame < 100; frame++) {
    for (const over of [ticket, other.ticket, live.ticket]) {
      assertProblem(await standing(over), 401, "not_signed_in");
    }
  }
});
