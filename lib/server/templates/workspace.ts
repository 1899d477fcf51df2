import { checked } from "@/lib/server/checked.ts";
import { dashboardInput } from "@/lib/server/dashboards/schema.ts";
import type { Identity } from "@/lib/server/identity.ts";
import { listQuery } from "@/lib/server/paging.ts";
import type { Services } from "@/lib/server/services.ts";
import { widgetInput } from "@/lib/server/widgets/schema.ts";
import { workflowInput } from "@/lib/server/workflows/schema.ts";
import { positionMonitor } from "./position_monitor.ts";
import { priceAction } from "./price_action.ts";
import { profitAndLoss } from "./profit_and_loss.ts";
import { sectorExposure } from "./sector_exposure.ts";
import { tradeBlotter } from "./trade_blotter.ts";
import type { Template } from "./types.ts";
import { vwapAnalysis } from "./vwap_analysis.ts";

interface SampleDashboard {
  readonly name: string;
  readonly description: string;
  readonly templates: readonly Template[];
}

/** What a tenant of the sample data starts with; its first symbol leads the price charts. */
function sampleDashboards(symbols: readonly string[]): readonly SampleDashboard[] {
  return [
    {
      name: "Trading Desk",
      description: "Price action, exposure, profit and loss, and the blotter.",
      templates: [priceAction(symbols[0]!), profitAndLoss, sectorExposure, tradeBlotter],
    },
    {
      name: "Positions and VWAP",
      description: "Live positions, and where prices stand against VWAP.",
      templates: [vwapAnalysis(symbols), positionMonitor],
    },
  ];
}

/** Creates the sample workflows and dashboards for a tenant that has none; `symbols` are ones it is entitled to. */
export async function seedWorkspace(
  services: Pick<Services, "workflows" | "dashboards" | "widgets">,
  who: Identity,
  symbols: readonly string[],
): Promise<void> {
  const existing = await services.dashboards.list(who, checked(listQuery, { limit: 1 }));
  if (existing.items.length > 0) return;
  const context = { requestId: "sample-workspace" };
  for (const { name, description, templates } of sampleDashboards(symbols)) {
    const dashboard = await services.dashboards.create(
      who,
      checked(dashboardInput, { name, description }),
      context,
    );
    for (const template of templates) {
      const workflow = await services.workflows.create(who, checked(workflowInput, template), context);
      for (const { nodeId, title, layout } of template.pins) {
        const pin = {
          dashboard_id: dashboard.id,
          workflow_id: workflow.id,
          node_id: nodeId,
          layout,
          overrides: { title },
        };
        await services.widgets.create(who, checked(widgetInput, pin), context);
      }
    }
  }
}
