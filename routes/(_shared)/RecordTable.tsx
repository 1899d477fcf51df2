import type { ComponentChildren } from "preact";
import { EmptyMessage } from "@/components/Message.tsx";
import { dateAndTime } from "@/components/time.ts";
import { RowActions } from "./RowActions.tsx";

interface NamedRecord {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly updated_at: string;
}

interface RecordTableProps<T extends NamedRecord> {
  readonly records: readonly T[];
  /** The address below which each record has its page. */
  readonly base: string;
  /** What is counted in each record, and how many there are. */
  readonly counted: string;
  readonly countOf: (record: T) => number;
  readonly changedBy?: (record: T) => string;
  /** What is asked before a record is copied. */
  readonly duplicateOf?: (record: T) => ComponentChildren;
  readonly mayEdit: boolean;
}

/** A list of records by name, last change first: what workflows and dashboards look like before one is opened. */
export function RecordTable<T extends NamedRecord>(
  { records, counted, mayEdit, ...row }: RecordTableProps<T>,
) {
  return (
    <div class="ui-panel ui-table-scroll">
      <table class="ui-table ui-table-comfortable">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" class="ui-number">{counted}</th>
            <th scope="col" class="wide-only">Last change</th>
            {mayEdit && (
              <th scope="col">
                <span class="ui-hidden">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => <RecordRow key={record.id} record={record} mayEdit={mayEdit} {...row} />)}
        </tbody>
      </table>
    </div>
  );
}

interface RecordRowProps<T extends NamedRecord> extends Omit<RecordTableProps<T>, "records" | "counted"> {
  readonly record: T;
}

function RecordRow<T extends NamedRecord>(
  { record, base, countOf, changedBy, duplicateOf, mayEdit }: RecordRowProps<T>,
) {
  const { id, name, description, updated_at } = record;
  const here = `${base}/${encodeURIComponent(id)}`;
  return (
    <tr>
      <th scope="row">
        <a class="list-name" href={here}>{name}</a>
        {description && <div class="ui-faint list-description">{description}</div>}
      </th>
      <td class="ui-number">{countOf(record)}</td>
      <td class="wide-only ui-muted">
        <time dateTime={updated_at}>{dateAndTime(updated_at)}</time>
        {changedBy && <div class="ui-faint">{changedBy(record)}</div>}
      </td>
      {mayEdit && (
        <td>
          <RowActions here={here} name={name} duplicate={duplicateOf?.(record)} />
        </td>
      )}
    </tr>
  );
}

interface NoRecordsProps {
  readonly kind: string;
  readonly base: string;
  readonly search: string | undefined;
  /** Shown when there are none at all. */
  readonly children: ComponentChildren;
}

/** In the list's place: nothing matches, or there is nothing yet. */
export function NoRecords({ kind, base, search, children }: NoRecordsProps) {
  return (
    <div class="ui-panel list-empty">
      {search
        ? (
          <EmptyMessage
            icon="search"
            title={`No ${kind} matches “${search}”`}
            actions={<a class="ui-button" href={base}>Show all</a>}
          />
        )
        : children}
    </div>
  );
}
