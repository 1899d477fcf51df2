import { useEffect, useMemo, useState } from "preact/hooks";
import { titleIn } from "@/lib/canvas/model/title.ts";
import { createPinning } from "@/lib/canvas/state/pinning.ts";
import { useCanvas } from "../context.ts";
import { Modal } from "./Modal.tsx";

/** The choice of a dashboard that does not exist yet; no id is empty. */
const NEW = "";

/** Puts an output on a dashboard. */
export function Pin({ id }: { readonly id: string }) {
  const { editor, saving } = useCanvas();
  const pinning = useMemo(() => createPinning(saving), []);
  const [chosen, setChosen] = useState<string | undefined>();
  const [name, setName] = useState(saving.name.peek());
  // "Table" says nothing on a dashboard: a node without a name of its own lends its tile the workflow's.
  const [title, setTitle] = useState(() => {
    const graph = editor.graph.peek();
    return graph.nodes.get(id)?.label || saving.name.peek() || titleIn(graph, id);
  });
  useEffect(() => void pinning.load(), []);

  const close = () => editor.dialog.value = null;
  const dashboards = pinning.dashboards.value ?? [];
  const dashboard = chosen ?? dashboards[0]?.id ?? NEW;
  const pinned = pinning.pinned.value;
  const busy = pinning.busy.value;

  function submit(): void {
    void pinning.pin({
      nodeId: id,
      dashboard: dashboard === NEW ? { newName: name.trim() || "My dashboard" } : { id: dashboard },
      title: title.trim(),
    });
  }

  return (
    <Modal label="Pin to a dashboard" testId="pin-dialog">
      <h2>Pin to a dashboard</h2>
      {pinned ? <Pinned dashboardId={pinned.dashboard_id} onClose={close} /> : (
        <form
          class="ui-form"
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <div class="ui-field">
            <label for="pin-dashboard">Dashboard</label>
            <select
              id="pin-dashboard"
              class="ui-select"
              data-testid="pin-dashboard"
              value={dashboard}
              disabled={pinning.dashboards.value === null}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {dashboards.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
              <option value={NEW}>New dashboard …</option>
            </select>
          </div>
          {dashboard === NEW && (
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
          {pinning.failure.value && <p class="ui-field-error" role="alert">{pinning.failure.value}</p>}
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

interface PinnedProps {
  readonly dashboardId: string;
  onClose(): void;
}

function Pinned({ dashboardId, onClose }: PinnedProps) {
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
