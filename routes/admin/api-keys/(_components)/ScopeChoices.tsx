import type { KeyDraft } from "../(_form)/key_draft.ts";
import type { ScopeGroup } from "../(_form)/scope.ts";

interface ScopeChoicesProps {
  readonly scope: readonly ScopeGroup[];
  readonly draft: KeyDraft;
  readonly error: string | undefined;
}

/** Check list of what the key may show: single widgets, or a dashboard with whatever is on it. */
export function ScopeChoices({ scope, draft, error }: ScopeChoicesProps) {
  return (
    <fieldset class="ui-field" aria-describedby={error ? "scope-error" : undefined}>
      <legend>Widgets it may show</legend>
      {scope.length === 0
        ? <p class="ui-muted">There is no dashboard yet. Pin a widget first.</p>
        : (
          <div class="choice-list" tabIndex={0} role="group" aria-label="Dashboards and widgets">
            {scope.map((group) => (
              <div key={group.id}>
                <div class="choice-group">{group.name}</div>
                <label class="ui-choice">
                  <input
                    type="checkbox"
                    name="dashboard"
                    value={group.id}
                    checked={draft.dashboard_ids.includes(group.id)}
                  />
                  <span class="ui-muted">Everything on this dashboard, now and later</span>
                </label>
                {group.widgets.map((widget) => (
                  <label key={widget.id} class="ui-choice">
                    <input
                      type="checkbox"
                      name="widget"
                      value={widget.id}
                      checked={draft.widget_ids.includes(widget.id)}
                    />
                    {widget.name}
                  </label>
                ))}
              </div>
            ))}
          </div>
        )}
      {error ? <p class="ui-field-error" id="scope-error">{error}</p> : null}
    </fieldset>
  );
}
