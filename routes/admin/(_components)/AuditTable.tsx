import type { AuditEntry } from "@/lib/server/audit/schema.ts";
import { dateAndSeconds } from "@/components/time.ts";

export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    <div class="ui-panel ui-table-scroll">
      <table class="ui-table">
        <thead>
          <tr>
            <th scope="col">Time (UTC)</th>
            <th scope="col">Who</th>
            <th scope="col">Action</th>
            <th scope="col">Resource</th>
            <th scope="col">Detail</th>
            <th scope="col">Request</th>
          </tr>
        </thead>
        <tbody>{entries.map((entry) => <AuditRow key={entry.id} entry={entry} />)}</tbody>
      </table>
    </div>
  );
}

function AuditRow({ entry }: { readonly entry: AuditEntry }) {
  const { at, actor, action, resource, resource_id, request_id, detail } = entry;
  const name = nameIn(detail);
  const text = Object.entries(detail)
    .filter(([key, value]) => !isReference(key) && value !== name)
    .map(([key, value]) => `${key.replaceAll("_", " ")}: ${asText(value)}`).join(", ");
  return (
    <tr>
      <td class="audit-time">
        <time dateTime={at}>{dateAndSeconds(at)}</time>
      </td>
      <td>{actor}</td>
      <td>
        <span class="ui-chip">{action.replaceAll("_", " ")}</span>
      </td>
      <td class="audit-detail ui-clip" title={resource_id}>
        {resource.replaceAll("_", " ")}{" "}
        {name ?? <span class="ui-faint ui-mono">{resource_id.slice(0, 8)}</span>}
      </td>
      <td class="audit-detail ui-clip ui-muted" title={text}>{text}</td>
      <td class="ui-faint ui-mono" title={request_id}>{request_id.slice(0, 8)}</td>
    </tr>
  );
}

/** What the thing was called when it happened; old entries may not say. */
function nameIn(detail: AuditEntry["detail"]): string | null {
  const name = detail.name ?? detail.title ?? detail.email;
  return typeof name === "string" && name !== "" ? name : null;
}

/** Ids tell a reader nothing beside the names; the API has them. */
function isReference(key: string): boolean {
  return key.endsWith("_id") || key === "from";
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value) ?? "";
}
