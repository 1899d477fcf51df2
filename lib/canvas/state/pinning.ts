/** Pinning an output to a dashboard. The widget points at the node, so the workflow is saved first. */
import { signal } from "@preact/signals";
import type { DashboardSummary } from "@/lib/server/dashboards/schema.ts";
import type { Widget } from "@/lib/server/widgets/schema.ts";
import { createDashboard, createWidget, listDashboards } from "../api.ts";
import { ApiError, toApiError } from "../request.ts";
import type { Saving } from "./saving.ts";

/** Where an output goes and what its tile is called; an empty title leaves the naming to the dashboard. */
interface PinRequest {
  readonly nodeId: string;
  readonly dashboard: { readonly id: string } | { readonly newName: string };
  readonly title: string;
}

export function createPinning(saving: Saving) {
  /** null until they are known. */
  const dashboards = signal<readonly DashboardSummary[] | null>(null);
  const busy = signal(false);
  const failure = signal("");
  const pinned = signal<Widget | null>(null);

  /** Fills `dashboards`; after a failure only a new one can be chosen. */
  async function load(): Promise<void> {
    try {
      dashboards.value = (await listDashboards()).items;
    } catch (error) {
      dashboards.value = [];
      failure.value = toApiError(error).detail;
    }
  }

  async function pin(request: PinRequest): Promise<void> {
    busy.value = true;
    failure.value = "";
    try {
      pinned.value = await createPinned(request);
    } catch (error) {
      failure.value = toApiError(error).detail;
    } finally {
      busy.value = false;
    }
  }

  async function createPinned({ nodeId, dashboard, title }: PinRequest): Promise<Widget> {
    await saving.save();
    const workflowId = saving.saved.peek().id;
    if (workflowId === null || saving.dirty.peek()) throw notSaved(saving.failure.peek());
    return await createWidget({
      dashboard_id: "id" in dashboard ? dashboard.id : (await createDashboard(dashboard.newName)).id,
      workflow_id: workflowId,
      node_id: nodeId,
      overrides: title === "" ? {} : { title },
    });
  }

  return { dashboards, busy, failure, pinned, load, pin };
}

function notSaved(why: string): ApiError {
  return new ApiError(0, "unsaved", `Cannot pin: the workflow is not saved. ${why}`.trim());
}
