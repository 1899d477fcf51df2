import { Icon } from "@/components/Icon.tsx";
import type { DashboardSummary } from "@/lib/server/dashboards/schema.ts";

/** A copy of a dashboard, with a choice: do both show the same workflows, or does the copy have its own? */
export function DuplicateDialog({ dashboard: { id, name } }: { readonly dashboard: DashboardSummary }) {
  const dialog = `duplicate-${id}`;
  return (
    <>
      <button
        type="button"
        class="ui-button ui-button-quiet ui-button-icon"
        title="Duplicate"
        aria-label={`Duplicate ${name}`}
        popovertarget={dialog}
      >
        <Icon name="copy" />
      </button>
      <div class="ui-dialog" id={dialog} popover role="dialog" aria-labelledby={`${dialog}-title`}>
        <h2 id={`${dialog}-title`} class="ui-clip">Duplicate “{name}”</h2>
        <form class="ui-stack" method="post" action={`/dashboards/${encodeURIComponent(id)}/duplicate`}>
          <fieldset class="ui-field">
            <legend>What its tiles show</legend>
            <label class="ui-choice">
              <input type="radio" name="workflows" value="same" defaultChecked />
              <span>
                The same workflows
                <span class="ui-field-help">
                  Whoever changes a workflow changes the tiles of both dashboards.
                </span>
              </span>
            </label>
            <label class="ui-choice">
              <input type="radio" name="workflows" value="copies" />
              <span>
                Copies of its workflows
                <span class="ui-field-help">
                  Each workflow is copied once; from then on the two dashboards are independent.
                </span>
              </span>
            </label>
          </fieldset>
          <div class="ui-actions">
            <button type="button" class="ui-button" popovertarget={dialog} popovertargetaction="hide">
              Cancel
            </button>
            <button type="submit" class="ui-button ui-button-primary">Duplicate dashboard</button>
          </div>
        </form>
      </div>
    </>
  );
}
