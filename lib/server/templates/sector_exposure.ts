import { chain, type Template } from "./types.ts";

export const sectorExposure: Template = {
  id: "sector-exposure-breakdown",
  name: "Sector Exposure Breakdown",
  description: "Market value of the open positions by sector.",
  graph: chain([
    {
      id: "positions",
      type: "data_source",
      label: "Positions",
      config: { database: "flowforge", table: "positions" },
    },
    {
      id: "by_sector",
      type: "group_by",
      label: "By sector",
      config: {
        keys: [{ column: "sector" }],
        metrics: [
          { function: "sum", column: "market_value", as: "exposure" },
          { function: "count", as: "positions" },
        ],
      },
    },
    {
      id: "largest_first",
      type: "sort",
      label: "Largest first",
      config: { keys: [{ column: "exposure", direction: "desc" }] },
    },
  ], [
    {
      id: "exposure",
      type: "bar_chart",
      label: "Exposure",
      config: { x: "sector", y: ["exposure"], orientation: "horizontal" },
    },
  ]),
  pins: [{ nodeId: "exposure", title: "Exposure by sector (USD)", layout: { x: 8, y: 2, w: 4, h: 4 } }],
};
