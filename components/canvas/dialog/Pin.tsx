import { useEffect, useState } from "preact/hooks";
import type { Dashboard, DashboardSummary, Page, Widget } from "@/lib/server/types.ts";
import { ApiError, request } from "@/lib/canvas/api.ts";
import { useCanvas } from "../context.ts";
import { nodeTitle } from "@/lib/canvas/state/actions.ts";
import type { Editor } from "@/lib/canvas/state/editor.ts";
import { Modal } from "./Modal.tsx";

const NEW = "new";

/** Puts an output on a dashboard. The widget points at the node, so the workflow is saved first. */
export function Pin({ id }: { readonly id: string }) {
  const { editor, saving } = useCanvas();
  const [dashboards, setDashboards] = useState<readonly DashboardSummary[] | null>(null);
  const [chosen, setChosen] = useState(NEW);
  const [name, setName] = useState(saving.name.peek());
  const [title, setTitle] = useState(() => firstTitle(editor, id, saving.name.peek()));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState("");
  const [pinned, setPinned] = useState<string | null>(null);
  const close = () => editor.dialog.value = null;

  useEffect(() => {
    request<Page<DashboardSummary>>("GET", "/dashboards?limit=100").then(
      (page) => {
        setDashboards(page.items);
        if (page.items[0]) setChosen(page.items[0].id);
      },
      (error) => {
        setDashboards([]);
        setFailure(error instanceof ApiError ? error.detail : String(error));
      },
    );
  }, []);

  async function pin(): Promise<void> {
    setBusy(true);
    setFailure("");
    try {
      await saving.save();
      const workflowId = saving.saved.peek().id;
      if (workflowId === null || saving.dirty.peek()) throw new ApiError(0, "unsaved", unsaved());
      const dashboardId = chosen === NEW
        ? (await request<Dashboard>("POST", "/dashboards", { name: name.trim() || "My dashboard" })).id
        : chosen;
      await request<Widget>("POST", "/widgets", {
        dashboard_id: dashboardId,
        workflow_id: workflowId,
        node_id: id,
        overrides: title.trim() ? { title: title.trim() } : {},
      });
      setPinned(dashboardId);
    } catch (error) {
      setFailure(error instanceof ApiError ? error.detail : String(error));
    } finally {
      setBusy(false);
    }
  }

  function unsaved(): string {
    return `Cannot pin: the workflow is not saved. ${saving.failure.peek()}`.trim();
  }

  return (
    <Modal label="Pin to a dashboard" testId="pin-dialog">
      <h2>Pin to a dashboard</h2>
      {pinned ? <Pinned dashboardId={pinned} onClose={close} /> : (
        <form
          class="ui-form"
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            void pin();
          }}
        >
          <div class="ui-field">
            <label for="pin-dashboard">Dashboard</label>
            <select
              id="pin-dashboard"
              class="ui-select"
              data-testid="pin-dashboard"
              value={chosen}
              disabled={dashboards === null}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {(dashboards ?? []).map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
              <option value={NEW}>New dashboard …</option>
            </select>
          </div>
          {chosen === NEW && (
            <div class="ui-field">
              <label for="pin-name">Name of the new dashboard</label>
              <input
                id="pin-name"
                class="ui-input"
                data-testid="pin-name"
                required
                maxLength={200}
                value={name}
                onInput={(event) => setName(event.currentTarget.value)}
              />
            </div>
          )}
          <div class="ui-field">
            <label for="pin-title">Title of the tile</label>
            <input
              id="pin-title"
              class="ui-input"
              data-testid="pin-title"
              maxLength={120}
              value={title}
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          </div>
          {failure && <p class="ui-field-error" role="alert">{failure}</p>}
          <div class="ui-actions">
            <button type="button" class="ui-button" onClick={close}>Cancel</button>
            <button
              type="submit"
              class="ui-button ui-button-primary"
              data-testid="pin-submit"
              disabled={busy}
            >
              {busy ? "Pinning…" : "Pin"}
            </button>
          </div>
        </form>
      )}
    </Modal>
  );
}

function Pinned({ dashboardId, onClose }: { readonly dashboardId: string; onClose(): void }) {
  return (
    <>
      <p role="status">Pinned. The tile follows this workflow: what you change here changes there.</p>
      <div class="ui-actions">
        <button type="button" class="ui-button" onClick={onClose}>Stay here</button>
        <a
          class="ui-button ui-button-primary"
          data-testid="pin-link"
          href={`/dashboards/${dashboardId}`}
          ref={(element) => element?.focus()}
        >
          Open the dashboard
        </a>
      </div>
    </>
  );
}

/** A node without a name of its own lends its tile the workflow's: "Table" says nothing on a dashboard. */
function firstTitle(editor: Editor, id: string, workflow: string): string {
  return editor.graph.peek().nodes.get(id)?.label || workflow || nodeTitle(editor, id);
}
