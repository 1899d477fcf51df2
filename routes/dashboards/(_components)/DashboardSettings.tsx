import type { Dashboard } from "@/lib/server/dashboards/schema.ts";
import type { Invalid } from "../../(_shared)/form.ts";
import { RecordSettings } from "../../(_shared)/RecordSettings.tsx";

interface DashboardSettingsProps {
  readonly dashboard: Dashboard;
  readonly name: string;
  readonly description: string;
  readonly invalid: Invalid | null;
}

export function DashboardSettings({ dashboard, ...form }: DashboardSettingsProps) {
  const here = `/dashboards/${encodeURIComponent(dashboard.id)}`;
  const count = dashboard.widgets.length;
  return (
    <RecordSettings kind="dashboard" here={here} back={here} title={dashboard.name} {...form}>
      Its {count === 1 ? "widget goes" : `${count} widgets go`}{" "}
      with it, and embeds of them stop. Workflows stay.
    </RecordSettings>
  );
}
