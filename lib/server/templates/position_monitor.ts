import { chain, type Template } from "./types.ts";

export const positionMonitor: Template = {
  id: "real-time-position-monitor",
  name: "Real-Time Position Monitor",
  description: "Every open position with its mark, from the live store.",
  graph: chain([
    {
      id: "positions",
      type: "data_source",
      label: "Live positions",
      config: { database: "public", table: "live_positions" },
    },
    {
      id: "largest",
      type: "sort",
      label: "Largest first",
      config: { keys: [{ column: "market_value", direction: "desc" }] },
    },
  ], [
    {
      id: "table",
      type: "table_view",
      label: "Positions",
      config: {
        columns: ["symbol", "quantity", "average_price", "mark_price", "market_value", "updated_at"],
      },
    },
    {
      id: "bars",
      type: "bar_chart",
      label: "Market value",
      config: { x: "symbol", y: ["market_value"] },
    },
  ]),
  pins: [
    { nodeId: "table", title: "Open positions (live)", layout: { x: 0, y: 6, w: 7, h: 6 } },
    { nodeId: "bars", title: "Market value by symbol (USD)", layout: { x: 7, y: 6, w: 5, h: 6 } },
  ],
};
