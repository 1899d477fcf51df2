/** Recent reads over a store whose records the test changes behind and before their back. */
import assert from "node:assert/strict";
import { createRecentReads } from "@/lib/server/metadata/recent_reads.ts";
import type { Metadata } from "@/lib/server/metadata/open.ts";

type Write = (title: string) => Promise<unknown>;
interface Repository {
  get(id: string): Promise<unknown>;
  update: Write;
}

const WRITTEN = [
  "widgets",
  "workflows",
  "dashboards",
  "apiKeys",
  "users",
  "sessions",
  "entitlements",
] as const;
type Written = typeof WRITTEN[number] | "audit";

/** One title that all records of a tenant bear, and how often it was read. */
function open() {
  let now = Date.UTC(2026, 0, 1);
  let reads = 0;
  let failing = false;
  let underWay: Promise<void> = Promise.resolve();
  const titles = new Map<string, string>();
  const repositories = (tenantId: string) => {
    const repository = (kind: string): Repository => ({
      get: (id) => {
        reads++;
        if (failing) return Promise.reject(new Error("the store is down"));
        const title = `${kind} ${titles.get(tenantId) ?? "first"}`;
        return Promise.resolve(id === "none" ? null : { id, title });
      },
      update: async (title) => {
        await underWay;
        titles.set(tenantId, title);
      },
    });
    const all = {
      widgets: repository("widget"),
      workflows: repository("workflow"),
      dashboards: repository("dashboard"),
      apiKeys: repository("apiKey"),
      users: repository("user"),
      sessions: repository("session"),
      entitlements: repository("entitlements"),
      audit: repository("audit"),
    };
    // What was written in a transaction is there for others when it ends.
    const transaction = async (work: (inside: typeof all) => Promise<unknown>) => {
      let written: string | undefined;
      const later = (kind: Repository): Repository => ({
        ...kind,
        update: (title) => Promise.resolve(void (written = title)),
      });
      await work({ ...all, widgets: later(all.widgets) });
      if (written !== undefined) titles.set(tenantId, written);
    };
    return { ...all, transaction };
  };
  /** Every session, key and tenant is found by the tenant's name and a number of its own: "a 1". */
  const found = async (kind: string, name: string) => {
    const [tenantId = ""] = name.split(" ");
    const record = await repositories(tenantId).sessions.get(name.includes("none") ? "none" : name);
    return record && { ...record, kind, tenant_id: tenantId };
  };
  const lookups = {
    sessionByHash: (hash: string) => found("session", hash),
    apiKeyByHash: (hash: string) => found("apiKey", hash),
    tenantById: (id: string) => found("tenant", id),
  };
  const recent = createRecentReads({ repositories, lookups } as unknown as Metadata, { now: () => now });
  const title = async (kind: "widget" | "workflow" | "apiKey" | "entitlements", tenantId = "a", id = "w") =>
    (await recent[kind](tenantId, id) as unknown as { title: string } | null)?.title;
  /** Of what is looked up before its tenant is known. */
  const owner = async (kind: "session" | "apiKeyByHash" | "tenant", name = "a 1") =>
    (await recent[kind](name) as unknown as { title: string } | null)?.title;
  const write = (kind: Written, to: string, tenantId = "a") =>
    (recent.metadata.repositories(tenantId) as unknown as ReturnType<typeof repositories>)[kind].update(to);
  return {
    recent,
    repositories,
    title,
    owner,
    write,
    reads: () => reads,
    pass: (ms: number) => void (now += ms),
    fail: (value: boolean) => void (failing = value),
    holdWrites: (until: Promise<void>) => void (underWay = until),
  };
}

Deno.test("a second reader within a second costs the store nothing, a later one does", async () => {
  const { title, reads, pass } = open();
  for (const kind of ["widget", "workflow", "apiKey", "entitlements"] as const) {
    const before = reads();
    await title(kind);
    pass(999);
    await title(kind);
    assert.equal(reads(), before + 1);
    pass(1);
    await title(kind);
    assert.equal(reads(), before + 2);
  }
});

Deno.test("tenants, kinds and ids never share what is remembered", async () => {
  const { title, reads } = open();
  const asked = [["a", "bc"], ["ab", "c"], ["a", "b"], ['a","widget', "c"], ["awidget", "b"], [
    "a",
    "widgetb",
  ]] as const;
  for (const [tenant, id] of asked) {
    assert.equal(await title("widget", tenant, id), "widget first");
    assert.equal(await title("workflow", tenant, id), "workflow first");
  }
  assert.equal(reads(), asked.length * 2);
});

Deno.test("a write of whatever is remembered, or decides about it, is seen by the very next read", async () => {
  const { title, owner, write } = open();
  for (const kind of WRITTEN) {
    const remembered = async () => [
      await title("widget"),
      await title("workflow"),
      await title("apiKey"),
      await title("entitlements"),
      await owner("session"),
      await owner("apiKeyByHash"),
      await owner("tenant"),
    ];
    await remembered();
    await write(kind, `written as ${kind}`);
    for (const text of await remembered()) assert.match(text ?? "", new RegExp(`written as ${kind}$`));
  }
});

Deno.test("a session, a key and a tenant are looked up once a second, and by themselves", async () => {
  const { owner, reads, pass } = open();
  for (const kind of ["session", "apiKeyByHash", "tenant"] as const) {
    const before = reads();
    assert.equal(await owner(kind), "session first");
    pass(999);
    await owner(kind);
    assert.equal(reads(), before + 1);
    await owner(kind, "a 2");
    assert.equal(reads(), before + 2, "another of the same tenant");
    pass(1);
    await owner(kind);
    assert.equal(reads(), before + 3);
  }
});

Deno.test("what another process writes is seen a second later", async () => {
  const { title, owner, repositories, pass } = open();
  await title("entitlements");
  await owner("session");
  await repositories("a").sessions.update("elsewhere");
  pass(1_000);
  assert.equal(await title("entitlements"), "entitlements elsewhere");
  assert.equal(await owner("session"), "session elsewhere");
});

Deno.test("an unknown session is asked for again, and none is shared", async () => {
  const { owner, reads } = open();
  assert.equal(await owner("session", "none"), undefined);
  assert.equal(await owner("session", "none"), undefined);
  assert.equal(reads(), 2);
});

Deno.test("a session that is looked up while its end is written is not kept past it", async () => {
  const { owner, write, holdWrites } = open();
  const held = Promise.withResolvers<void>();
  holdWrites(held.promise);
  const written = write("sessions", "ended");
  assert.equal(await owner("session"), "session first");
  held.resolve();
  await written;
  assert.equal(await owner("session"), "session ended");
});

Deno.test("what decides about nothing may be written without a thing being read again", async () => {
  const { title, owner, write, reads } = open();
  await title("widget");
  await owner("session");
  await write("audit", "noted");
  const before = reads();
  assert.equal(await title("widget"), "widget first");
  assert.equal(await owner("session"), "session first");
  assert.equal(reads(), before);
});

Deno.test("a record that did not change stays the same object", async () => {
  const { recent, write, pass } = open();
  const first = await recent.widget("a", "w");
  pass(1_000);
  assert.equal(await recent.widget("a", "w"), first);
  await write("widgets", "second");
  assert.notEqual(await recent.widget("a", "w"), first);
});

Deno.test("a write of another tenant forgets nothing", async () => {
  const { title, write, reads } = open();
  await title("widget", "a");
  await write("widgets", "other", "b");
  const before = reads();
  assert.equal(await title("widget", "a"), "widget first");
  assert.equal(reads(), before);
});

Deno.test("however many tenants write, none is shown what it read before its own write", async () => {
  const { title, write, reads } = open();
  await title("widget");
  await write("widgets", "second");
  await title("widget");
  const before = reads();
  for (let tenant = 0; tenant < 5_000; tenant++) await write("widgets", "other", `other ${tenant}`);
  assert.equal(await title("widget"), "widget second");
  assert.equal(reads(), before + 1, "the tenant's own epoch has made room for others");
});

Deno.test("what is read while a write is under way is not kept past it", async () => {
  const { title, write, holdWrites } = open();
  const held = Promise.withResolvers<void>();
  holdWrites(held.promise);
  const written = write("widgets", "second");
  assert.equal(await title("widget"), "widget first");
  held.resolve();
  await written;
  assert.equal(await title("widget"), "widget second");
});

Deno.test("what a transaction wrote is seen the moment it ends, whatever was read before", async () => {
  const { recent, title } = open();
  await (recent.metadata.repositories("a") as unknown as ReturnType<ReturnType<typeof open>["repositories"]>)
    .transaction(async (inside) => {
      await inside.widgets.update("second");
      assert.equal(await title("widget"), "widget first");
    });
  assert.equal(await title("widget"), "widget second");
});

Deno.test("a write that fails is told to its caller, and forgets all the same", async () => {
  const { title, write, holdWrites, reads } = open();
  await title("widget");
  holdWrites(Promise.reject(new Error("no such widget")));
  await assert.rejects(write("widgets", "second"), /no such widget/);
  const before = reads();
  assert.equal(await title("widget"), "widget first");
  assert.equal(reads(), before + 1);
});

Deno.test("an absent record is asked for again", async () => {
  const { recent, reads } = open();
  assert.equal(await recent.widget("a", "none"), null);
  assert.equal(await recent.widget("a", "none"), null);
  assert.equal(reads(), 2);
});

Deno.test("a failure is not remembered", async () => {
  const { title, fail } = open();
  fail(true);
  await assert.rejects(title("widget"), /the store is down/);
  fail(false);
  assert.equal(await title("widget"), "widget first");
});
