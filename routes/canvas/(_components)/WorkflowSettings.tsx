import type { Workflow } from "@/lib/server/workflows/schema.ts";
import type { Invalid } from "../../(_shared)/form.ts";
import { RecordSettings } from "../../(_shared)/RecordSettings.tsx";

interface WorkflowSettingsProps {
  readonly workflow: Workflow;
  readonly name: string;
  readonly description: string;
  readonly invalid: Invalid | null;
}

export function WorkflowSettings({ workflow, ...form }: WorkflowSettingsProps) {
  const here = `/canvas/${encodeURIComponent(workflow.id)}`;
  return (
    <RecordSettings kind="workflow" here={here} back="/canvas" title={workflow.name} {...form}>
      Tiles that show one of its outputs will say that their workflow was deleted.
    </RecordSettings>
  );
}
