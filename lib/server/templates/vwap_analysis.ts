import { chain, type Template } from "./types.ts";

/** Prices of several names on one axis need a common scale, so each is shown as a difference to its VWAP. */
export const vwapAnalysis = (symbols: readonly string[]): Template => ({
  id: "vwap-analysis",
  name: "VWAP Analysis",
  description:
    "How far the five-minute close stands from the volume-weighted average price, in basis points.",
  graph: chain([
    {
      id: "bars",
      type: "data_source",
      label: "5-minute bars",
      config: { database: "metrics", table: "vwap_5min" },
    },
    {
      id: "recent",
      type: "filter",
      label: "Last 12 hours",
      config: {
        logic: "and",
        conditions: [
          { column: "symbol", operator: "in", value: symbols },
          { column: "bucket", operator: "last_n", value: { size: 12, unit: "hour" } },
        ],
      },
    },
    {
      id: "distance",
      type: "formula",
      label: "Distance in bps",
      config: { as: "bps_from_vwap", expression: "([close] - [vwap]) / [vwap] * 10000" },
    },
  ], [
    {
      id: "line",
      type: "line_chart",
      label: "Close against VWAP",
      config: { x: "bucket", y: ["bps_from_vwap"], color: "symbol" },
    },
    {
      id: "volume",
      type: "bar_chart",
      label: "Volume by symbol",
      config: { x: "symbol", y: ["volume"], function: "sum" },
    },
  ]),
  pins: [
    { nodeId: "line", title: "Close against 5-minute VWAP (bps)", layout: { x: 0, y: 0, w: 8, h: 6 } },
    { nodeId: "volume", title: "Volume by symbol, 12 h", layout: { x: 8, y: 0, w: 4, h: 6 } },
  ],
});
