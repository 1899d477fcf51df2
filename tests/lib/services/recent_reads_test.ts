/** Recent reads over a store whose records the test changes behind and before their back. */
import assert from "node:assert/strict";
import { createRecentReads } from "@/lib/services/recent_reads.ts";
import type { WidgetRecord } from "@/lib/stores/metadata/types.ts";
import type { Metadata } from "@/lib/stores/mod.ts";

function counted() {
  let now = 0;
  let reads = 0;
  let title = "first";
  const widgets = {
    get: (id: string) => {
      reads++;
      return Promise.resolve(id === "none" ? null : { id, title } as unknown as WidgetRecord);
    },
    update: (_id: string, next: string) => {
      title = next;
      return id(next);
    },
  };
  const id = <T>(value: T) => Promise.resolve(value);
  const repositories = () => ({ widgets, workflows: {}, dashboards: {} });
  const metadata = { repositories } as unknown as Metadata;
  const recent = createRecentReads(metadata, { now: () => now });
  return { recent, widgets, reads: () => reads, pass: (ms: number) => void (now += ms) };
}

const titleOf = (record: WidgetRecord | null) => (record as unknown as { title: string }).title;

Deno.test("a second reader within a second costs the store nothing, a later one does", async () => {
  const { recent, reads, pass } = counted();
  await recent.widget("tenant-a", "w");
  await recent.widget("tenant-a", "w");
  assert.equal(reads(), 1);
  pass(1_001);
  await recent.widget("tenant-a", "w");
  assert.equal(reads(), 2);
});

Deno.test("tenants and ids never share what is remembered", async () => {
  const { recent, reads } = counted();
  for (const [tenant, id] of [["a", "bc"], ["ab", "c"], ["a", "b"], ['a","widget', "c"]] as const) {
    await recent.widget(tenant, id);
  }
  assert.equal(reads(), 4);
});

Deno.test("a write through the services is seen by the very next read", async () => {
  const { recent } = counted();
  assert.equal(titleOf(await recent.widget("tenant-a", "w")), "first");
  await (recent.metadata.repositories("tenant-a").widgets.update as unknown as (
    id: string,
    to: string,
  ) => Promise<void>)(
    "w",
    "second",
  );
  assert.equal(titleOf(await recent.widget("tenant-a", "w")), "second");
});

Deno.test("an absent record is asked for again", async () => {
  const { recent, reads } = counted();
  assert.equal(await recent.widget("tenant-a", "none"), null);
  assert.equal(await recent.widget("tenant-a", "none"), null);
  assert.equal(reads(), 2);
});
