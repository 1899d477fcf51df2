/** Recent reads over a store whose records the test changes behind and before their back. */
import assert from "node:assert/strict";
import { createRecentReads } from "@/lib/server/metadata/recent_reads.ts";
import type { Metadata } from "@/lib/server/metadata/open.ts";

type Write = (title: string) => Promise<unknown>;
interface Repository {
  get(id: string): Promise<unknown>;
  update: Write;
}

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
    };
    // What was written in a transaction is there for others when it ends.
    const transaction = async (work: (inside: typeof all) => Promise<unknown>) => {
      let written: string | undefined;
      const later = (kind: Repository): Repository => ({
        ...kind,
        update: (title) => Promise.resolve(void (written = title)),
      });
      await work({
        widgets: later(all.widgets),
        workflows: later(all.workflows),
        dashboards: later(all.dashboards),
      });
      if (written !== undefined) titles.set(tenantId, written);
    };
    return { ...all, transaction };
  };
  const recent = createRecentReads({ repositories } as unknown as Metadata, { now: () => now });
  const title = async (kind: "widget" | "workflow", tenantId = "a", id = "w") =>
    (await recent[kind](tenantId, id) as unknown as { title: string } | null)?.title;
  const write = (kind: "widgets" | "workflows" | "dashboards", to: string, tenantId = "a") =>
    (recent.metadata.repositories(tenantId) as unknown as ReturnType<typeof repositories>)[kind].update(to);
  return {
    recent,
    repositories,
    title,
    write,
    reads: () => reads,
    pass: (ms: number) => void (now += ms),
    fail: (value: boolean) => void (failing = value),
    holdWrites: (until: Promise<void>) => void (underWay = until),
  };
}

Deno.test("a second reader within a second costs the store nothing, a later one does", async () => {
  const { title, reads, pass } = open();
  for (const kind of ["widget", "workflow"] as const) {
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

Deno.test("a write of widgets, workflows or dashboards is seen by the very next read", async () => {
  const { title, write } = open();
  for (const kind of ["widgets", "workflows", "dashboards"] as const) {
    await title("widget");
    await title("workflow");
    await write(kind, `written as ${kind}`);
    assert.equal(await title("widget"), `widget written as ${kind}`);
    assert.equal(await title("workflow"), `workflow written as ${kind}`);
  }
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
