import { type Selectable, sql } from "kysely";
import type { Graph } from "@/compiler/schema/types.ts";
import { contains, isBehind, planPage, toPage } from "@/lib/server/metadata/paging.ts";
import type { TenantScope } from "@/lib/server/metadata/scope.ts";
import type { Tables } from "@/lib/server/metadata/tables.ts";
import type {
  SaveResult,
  WorkflowRecord,
  WorkflowRepository,
  WorkflowSummaryRecord,
} from "@/lib/server/metadata/types.ts";
import { workflowVersions } from "./versions.ts";

type WorkflowRow = Selectable<Tables["workflows"]>;

const SUMMARY = [
  "id",
  "name",
  "description",
  "version",
  "node_count",
  "created_at",
  "updated_at",
  "updated_by",
] as const satisfies readonly (keyof WorkflowRow)[];

const VERSION_COLUMNS = [
  "tenant_id",
  "workflow_id",
  "version",
  "name",
  "description",
  "graph",
  "node_count",
  "created_at",
  "created_by",
] as const satisfies readonly (keyof Tables["workflow_versions"])[];

export function workflowRepository(scope: TenantScope): WorkflowRepository {
  const { database, tenantId, now, newId } = scope;
  const existing = () =>
    database.selectFrom("workflows").where("tenant_id", "=", tenantId).where("deleted_at", "is", null);

  return {
    ...workflowVersions(scope),

    async list(query) {
      const plan = planPage(query);
      let rows = existing().select(SUMMARY);
      if (query.search) rows = rows.where(contains(["name"], query.search));
      if (plan.after) rows = rows.where(isBehind("updated_at", "id", plan.after));
      const found = await rows.orderBy("updated_at", "desc").orderBy("id", "desc").limit(plan.limit + 1)
        .execute();
      return toPage(
        found,
        plan,
        (row) => ({ at: row.updated_at, id: row.id }),
        (row): WorkflowSummaryRecord => row,
      );
    },

    async get(id) {
      const row = await existing().select([...SUMMARY, "graph"]).where("id", "=", id).executeTakeFirst();
      return row ? toWorkflow(row) : null;
    },

    // One statement writes the workflow and its version row: either both are there or neither.
    async create({ name, description, graph, actor }) {
      const at = now();
      const row = await database
        .with("saved", (query) =>
          query.insertInto("workflows").values({
            tenant_id: tenantId,
            id: newId(),
            name,
            description,
            version: 1,
            ...graphColumns(graph),
            created_at: at,
            updated_at: at,
            updated_by: actor,
          }).returningAll())
        .with(
          "logged",
          (query) =>
            query.insertInto("workflow_versions").columns(VERSION_COLUMNS).expression((from) =>
              from.selectFrom("saved").select(AS_VERSION)
            ),
        )
        .selectFrom("saved").select([...SUMMARY, "graph"]).executeTakeFirstOrThrow();
      return toWorkflow(row);
    },

    async update(id, { version, name, description, graph, actor }): Promise<SaveResult> {
      const changes = {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description }),
        ...(graph === undefined ? {} : graphColumns(graph)),
      };
      const row = await database
        .with("saved", (query) =>
          query.updateTable("workflows")
            .set({ ...changes, version: sql`version + 1`, updated_at: now(), updated_by: actor })
            .where("tenant_id", "=", tenantId).where("id", "=", id)
            .where("version", "=", version).where("deleted_at", "is", null)
            .returningAll())
        .with(
          "logged",
          (query) =>
            query.insertInto("workflow_versions").columns(VERSION_COLUMNS).expression((from) =>
              from.selectFrom("saved").select(AS_VERSION)
            ),
        )
        .selectFrom("saved").select([...SUMMARY, "graph"]).executeTakeFirst();
      if (row) return { outcome: "saved", workflow: toWorkflow(row) };
      const current = await existing().select("version").where("id", "=", id).executeTakeFirst();
      return current ? { outcome: "conflict", current: current.version } : { outcome: "not_found" };
    },

    async remove(id) {
      const result = await database.updateTable("workflows").set({ deleted_at: now() })
        .where("tenant_id", "=", tenantId).where("id", "=", id).where("deleted_at", "is", null)
        .executeTakeFirst();
      return result.numUpdatedRows > 0n;
    },
  };
}

/** In the order of VERSION_COLUMNS. */
const AS_VERSION = [
  "tenant_id",
  "id as workflow_id",
  "version",
  "name",
  "description",
  "graph",
  "node_count",
  "updated_at as created_at",
  "updated_by as created_by",
] as const;

function graphColumns(graph: Graph): { graph: string; node_count: number } {
  return { graph: JSON.stringify(graph), node_count: graph.nodes.length };
}

function toWorkflow(
  { graph, ...summary }: WorkflowSummaryRecord & { readonly graph: string },
): WorkflowRecord {
  return { ...summary, graph: JSON.parse(graph) as Graph };
}
