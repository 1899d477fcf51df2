import { EmptyMessage } from "@/components/Message.tsx";

export function EmptyDashboard({ mayEdit }: { readonly mayEdit: boolean }) {
  return (
    <div class="ui-panel desk-empty">
      <EmptyMessage
        title="Nothing pinned yet"
        actions={mayEdit
          ? <a class="ui-button ui-button-primary" href="/canvas">Open the canvas</a>
          : undefined}
      >
        {mayEdit
          ? "Open a workflow on the canvas, click a chart, table or KPI node, and choose “Pin”."
          : "An analyst of your desk pins charts and tables here."}
      </EmptyMessage>
    </div>
  );
}
