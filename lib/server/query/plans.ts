/**
 * What was decided for a question: statement, store, and what became of the filters. Viewers of a widget ask the same
 * over and over. Everything that a plan depends on is part of its name, the tenant first: another graph, grant or table
 * is another object, and what is asked came as text or JSON, so that two questions that differ have different texts.
 */
import { LRUCache } from "lru-cache";
import type { ReadGraph } from "@/compiler/mod.ts";
import type { FilterReport } from "@/compiler/schema/types.ts";
import type { TenantView } from "@/lib/server/catalog/service.ts";
import { numbered } from "./numbered.ts";
import type { Routed } from "./router.ts";

const MOST = 2_000;
/** Characters of SQL and of what was asked. */
const MOST_CHARACTERS = 20_000_000;

export interface Plan {
  readonly routed: Routed;
  readonly filters: FilterReport;
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly omitted: Readonly<Record<string, number>>;
}

interface Question {
  readonly tenantId: string;
  readonly graph: ReadGraph;
  readonly view: TenantView;
  /** Everything else that is asked. */
  readonly asked: readonly unknown[];
}

export function createPlans() {
  const known = new LRUCache<string, Plan>({
    max: MOST,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: ({ routed }, name) => routed.statement.sql.length + name.length,
  });
  const graphs = numbered<ReadGraph>();
  const views = numbered<TenantView>();

  return {
    /** The plan that `make` returned for the same question, or returns now. */
    async planOf(
      { tenantId, graph, view, asked }: Question,
      make: () => Promise<Plan>,
      isKept: (plan: Plan) => boolean,
    ): Promise<Plan> {
      const name = JSON.stringify([tenantId, graphs.of(graph), views.of(view), ...asked]);
      const before = known.get(name);
      if (before !== undefined) return before;
      const plan = await make();
      if (isKept(plan)) known.set(name, plan);
      return plan;
    },
  };
}
