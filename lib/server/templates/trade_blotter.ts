import { chain, type Template } from "./types.ts";

export const tradeBlotter: Template = {
  id: "trade-blotter",
  name: "Trade Blotter",
  description: "The latest trades with their notional.",
  graph: chain([
    {
      id: "trades",
      type: "data_source",
      label: "Trades",
      config: { database: "flowforge", table: "raw_trades" },
    },
    {
      id: "notional",
      type: "formula",
      label: "Notional",
      config: { as: "notional", expression: "ROUND([price] * [quantity], 2)" },
    },
    {
      id: "latest",
      type: "sort",
      label: "Latest first",
      config: { keys: [{ column: "event_time", direction: "desc" }] },
    },
  ], [
    {
      id: "blotter",
      type: "table_view",
      label: "Blotter",
      config: { columns: ["event_time", "symbol", "side", "quantity", "price", "notional"], page_size: 50 },
    },
  ]),
  pins: [{ nodeId: "blotter", title: "Trade blotter", layout: { x: 0, y: 6, w: 12, h: 6 } }],
};
