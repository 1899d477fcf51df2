/** A plan serves the same question of the same tenant again, and no other. */
import assert from "node:assert/strict";
import type { ReadGraph } from "@/compiler/mod.ts";
import type { TenantView } from "@/lib/server/catalog/service.ts";
import { createPlans, type Plan } from "@/lib/server/query/plans.ts";

const graph = {} as ReadGraph;
const view = {} as TenantView;
const question = {
  tenantId: "tenant-a",
  graph,
  view,
  asked: ["table", { filters: [{ column: "symbol", operator: "=", value: "AAPL" }], empty: [] }, 50],
};
const made = (): Plan => ({
  routed: { statement: { sql: "SELECT 1" } } as Plan["routed"],
  filters: { applied: [], ignored: [] },
  values: {},
  omitted: {},
});

Deno.test("the same question has one plan, however often it is asked", async () => {
  const { planOf } = createPlans();
  const ask = () => planOf(structuredAsked(), () => Promise.resolve(made()), () => true);
  assert.equal(await ask(), await ask());
});

/** The same texts in other objects, under the same graph and view. */
function structuredAsked() {
  return { ...question, asked: structuredClone(question.asked) };
}

Deno.test("another tenant, graph, view, filter or limit has a plan of its own", async () => {
  const { planOf } = createPlans();
  const others = [
    { ...question, tenantId: "tenant-b" },
    { ...question, graph: {} as ReadGraph },
    { ...question, view: {} as TenantView },
    { ...question, asked: ["chart", ...question.asked.slice(1)] },
    { ...question, asked: [question.asked[0], { filters: [], empty: [] }, 50] },
    { ...question, asked: [...question.asked.slice(0, 2), 51] },
  ];
  const plans = [];
  for (const other of [question, ...others]) {
    plans.push(await planOf(other, () => Promise.resolve(made()), () => true));
  }
  assert.equal(new Set(plans).size, others.length + 1);
});

Deno.test("what is not to be kept, and what fails, is made again", async () => {
  const { planOf } = createPlans();
  await assert.rejects(planOf(question, () => Promise.reject(new Error("no such column")), () => true));
  const first = await planOf(question, () => Promise.resolve(made()), () => false);
  const second = await planOf(question, () => Promise.resolve(made()), () => true);
  assert.notEqual(second, first);
  assert.equal(await planOf(question, () => Promise.resolve(made()), () => true), second);
});
