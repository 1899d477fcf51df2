import type { WorkflowSummary } from "@/lib/server/workflows/schema.ts";
import { EmptyMessage } from "@/components/Message.tsx";
import { NoRecords, RecordTable } from "../../(_shared)/RecordTable.tsx";

export function WorkflowList({ workflows }: { readonly workflows: readonly WorkflowSummary[] }) {
  return (
    <RecordTable
      records={workflows}
      base="/canvas"
      counted="Nodes"
      countOf={({ node_count }) => node_count}
      changedBy={({ updated_by }) => updated_by}
      mayEdit
    />
  );
}

export function NoWorkflows({ search }: { readonly search: string | undefined }) {
  return (
    <NoRecords kind="workflow" base="/canvas" search={search}>
      <EmptyMessage
        icon="workflow"
        title="No workflows yet"
        actions={<a class="ui-button ui-button-primary" href="/canvas/new">Draw the first one</a>}
      >
        Pick a table, chain a filter and a sort behind it, and look at the rows after every step.
      </EmptyMessage>
    </NoRecords>
  );
}
