import type { ApiKey } from "@/lib/server/api_keys/schema.ts";
import { EmptyMessage } from "@/components/Message.tsx";
import { dateAndTime, dateOnly } from "@/components/time.ts";
import { type ScopeGroup, widgetNames } from "../(_form)/scope.ts";

interface KeyTableProps {
  readonly keys: readonly ApiKey[];
  readonly scope: readonly ScopeGroup[];
}

export function KeyTable({ keys, scope }: KeyTableProps) {
  if (keys.length === 0) {
    return (
      <div class="ui-panel list-empty">
        <EmptyMessage icon="key" title="No keys yet">
          Create one below to embed a widget in another site.
        </EmptyMessage>
      </div>
    );
  }
  const names = widgetNames(scope);
  const dashboards = new Map(scope.map(({ id, name }) => [id, name]));
  return (
    <div class="ui-panel ui-table-scroll">
      <table class="ui-table ui-table-comfortable">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Can show</th>
            <th scope="col">Framed by</th>
            <th scope="col">May filter</th>
            <th scope="col">Expires</th>
            <th scope="col">Last used</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">
                {key.name}
                <div class="ui-faint ui-mono">{key.prefix}…</div>
              </th>
              <td>
                <NameList
                  names={[
                    ...key.dashboard_ids.map((id) => `${dashboards.get(id) ?? "a deleted dashboard"}: all`),
                    ...key.widget_ids.map((id) => names.get(id) ?? "a deleted widget"),
                  ]}
                />
                {key.locked_filters.length > 0 ? <span class="ui-chip">locked filters</span> : null}
              </td>
              <td>
                {key.allowed_origins.length > 0
                  ? <NameList names={key.allowed_origins} />
                  : <span class="ui-faint">this site only</span>}
              </td>
              <td>
                <FilterNames columns={key.filter_columns} />
              </td>
              <td>{key.expires_at ? dateOnly(key.expires_at) : <span class="ui-faint">never</span>}</td>
              <td>
                {key.last_used_at ? dateAndTime(key.last_used_at) : <span class="ui-faint">never</span>}
              </td>
              <td>
                <KeyState apiKey={key} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function NameList({ names }: { readonly names: readonly string[] }) {
  return <ul class="plain-list">{names.map((name) => <li key={name}>{name}</li>)}</ul>;
}

function FilterNames({ columns }: { readonly columns: ApiKey["filter_columns"] }) {
  if (columns === null) return <span class="ui-faint">the dashboard's filters, range</span>;
  return columns.length > 0 ? <NameList names={columns} /> : <span class="ui-faint">nothing</span>;
}

function KeyState({ apiKey }: { readonly apiKey: ApiKey }) {
  if (apiKey.revoked_at) {
    return <span class="ui-chip ui-chip-danger">revoked {dateOnly(apiKey.revoked_at)}</span>;
  }
  const dialog = `revoke-${apiKey.id}`;
  return (
    <>
      <button type="button" class="ui-button ui-button-small" popovertarget={dialog}>Revoke…</button>
      <div class="ui-dialog" id={dialog} popover role="dialog" aria-labelledby={`${dialog}-title`}>
        <h2 id={`${dialog}-title`}>Revoke “{apiKey.name}”?</h2>
        <p>Every embed that uses it stops within seconds. This cannot be undone.</p>
        <form
          class="ui-actions"
          method="post"
          action={`/admin/api-keys/${encodeURIComponent(apiKey.id)}/revoke`}
        >
          <button type="button" class="ui-button" popovertarget={dialog} popovertargetaction="hide">
            Keep it
          </button>
          <button type="submit" class="ui-button ui-button-danger">Revoke key</button>
        </form>
      </div>
    </>
  );
}
