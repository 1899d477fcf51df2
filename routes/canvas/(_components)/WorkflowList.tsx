import type { WorkflowSummary } from "@/lib/services/types.ts";
import { EmptyMessage } from "@/components/Message.tsx";
import { dateAndTime } from "@/components/time.ts";
import { RowActions } from "../../(_shared)/RowActions.tsx";

export function WorkflowList({ workflows }: { readonly workflows: readonly WorkflowSummary[] }) {
  return (
    <div class="ui-panel ui-table-scroll">
      <table class="ui-table ui-table-comfortable">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" class="ui-number">Nodes</th>
            <th scope="col" class="wide-only">Last change</th>
            <th scope="col">
              <span class="ui-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {workflows.map((workflow) => <WorkflowRow key={workflow.id} workflow={workflow} />)}
        </tbody>
      </table>
    </div>
  );
}

function WorkflowRow({ workflow }: { readonly workflow: WorkflowSummary }) {
  const here = `/canvas/${encodeURIComponent(workflow.id)}`;
  return (
    <tr>
      <th scope="row">
        <a class="list-name" href={here}>{workflow.name}</a>
        {workflow.description ? <div class="ui-faint list-description">{workflow.description}</div> : null}
      </th>
      <td class="ui-number">{workflow.node_count}</td>
      <td class="wide-only ui-muted">
        <time dateTime={workflow.updated_at}>{dateAndTime(workflow.updated_at)}</time>
        <div class="ui-faint">{workflow.updated_by}</div>
      </td>
      <td>
        <RowActions here={here} name={workflow.name} />
      </td>
    </tr>
  );
}

export function NoWorkflows({ search }: { readonly search: string | undefined }) {
  if (search) {
    return (
      <div class="ui-panel list-empty">
        <EmptyMessage
          icon="search"
          title={`No workflow matches “${search}”`}
          actions={<a class="ui-button" href="/canvas">Show all</a>}
        />
      </div>
    );
  }
  return (
    <div class="ui-panel list-empty">
      <EmptyMessage
        icon="workflow"
        title="No workflows yet"
        actions={<a class="ui-button ui-button-primary" href="/canvas/new">Draw the first one</a>}
      >
        Pick a table, chain a filter and a sort behind it, and look at the rows after every step.
      </EmptyMessage>
    </div>
  );
}
