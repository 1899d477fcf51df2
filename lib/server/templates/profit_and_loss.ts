import { chain, type Template } from "./types.ts";

export const profitAndLoss: Template = {
  id: "pnl-dashboard",
  name: "P&L Dashboard",
  description: "The desk's live profit and loss in one number.",
  graph: chain([
    {
      id: "pnl",
      type: "data_source",
      label: "Live P&L",
      config: { database: "public", table: "live_pnl" },
    },
  ], [
    {
      id: "total",
      type: "kpi_card",
      label: "Total P&L",
      config: {
        metric: "total_pnl",
        function: "sum",
        thresholds: { amber: 0, red: -250000, direction: "below" },
        format: "$,.0f",
      },
    },
    {
      id: "by_symbol",
      type: "table_view",
      label: "P&L by symbol",
      config: { sort: [{ column: "total_pnl", direction: "desc" }] },
    },
  ]),
  pins: [{ nodeId: "total", title: "Total P&L (USD, live)", layout: { x: 8, y: 0, w: 4, h: 2 } }],
};
