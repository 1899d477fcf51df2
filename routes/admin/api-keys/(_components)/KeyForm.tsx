import { TextField } from "@/components/Field.tsx";
import { Notice } from "@/components/Message.tsx";
import type { Invalid } from "../../../(_shared)/form.ts";
import type { KeyDraft } from "../(_form)/key_draft.ts";
import type { ScopeGroup } from "../(_form)/scope.ts";
import { FilterChoices } from "./FilterChoices.tsx";
import { ScopeChoices } from "./ScopeChoices.tsx";

interface KeyFormProps {
  readonly scope: readonly ScopeGroup[];
  readonly draft: KeyDraft;
  readonly invalid: Invalid | null;
}

export function KeyForm({ scope, draft, invalid }: KeyFormProps) {
  const problem = problemFinder(invalid);
  return (
    <section class="ui-panel">
      <div class="ui-panel-head">
        <h2>New key</h2>
      </div>
      <form class="ui-panel-body ui-form" method="post" action="/admin/api-keys">
        {invalid ? <Notice kind="danger">{invalid.message}</Notice> : null}
        <TextField
          name="name"
          label="Name"
          value={draft.name}
          placeholder="Client portal, production"
          required
          maxLength={200}
          error={problem("name") && "Give it a name of 1 to 200 characters."}
        />
        <ScopeChoices scope={scope} draft={draft} error={problem("widget_ids") ?? problem("dashboard_ids")} />
        <TextField
          name="origins"
          label="Sites that may frame it"
          value={draft.allowed_origins}
          placeholder="https://portal.example"
          help="One origin a line. Without any, no other site can show the widget in a frame."
          multiline
          error={problem("allowed_origins") &&
            "Write origins such as https://portal.example, one a line, without a path."}
        />
        <TextField
          name="locked"
          label="Locked filters"
          value={draft.locked_filters}
          placeholder="symbol=AAPL"
          help="Optional. One column=value a line, as in an address: name.in=Amazon.com%2C Inc.,Apple has two values. The embedding page cannot change them."
          multiline
          error={problem("locked_filters")}
        />
        <FilterChoices draft={draft} error={problem("filter_columns")} />
        <TextField
          name="expires"
          type="date"
          label="Last day"
          value={draft.expires_at}
          help="Optional. The key stops working at the end of that day, UTC."
          error={problem("expires_at") && "Choose a day from the calendar."}
        />
        <div class="ui-actions">
          <button type="submit" class="ui-button ui-button-primary">Create key</button>
        </div>
      </form>
    </section>
  );
}

/** Looks a problem up by field, items of a list included: `allowed_origins[0]` is about `allowed_origins`. */
function problemFinder(invalid: Invalid | null): (field: string) => string | undefined {
  const problems = Object.entries(invalid?.fields ?? {});
  return (field) => problems.find(([path]) => path === field || path.startsWith(`${field}[`))?.[1];
}
