/** Inputs of the golden pictures and the gallery: made by formula, so every run draws the same. */
import type { Column, TypeName } from "@/compiler/schema/types.ts";
import type { ChartViewProps } from "@/components/charts/ChartView.tsx";
import type { ChartType, Row } from "@/lib/charts/types.ts";

export type Sample = Omit<ChartViewProps, "width" | "height">;

export function column(name: string, type: TypeName, nullable = true): Column {
  return { name, type, nullable };
}

/** Repeatable noise between -1 and 1. */
function noise(index: number): number {
  const value = Math.sin(index * 12.9898) * 43758.5453;
  return (value - Math.floor(value)) * 2 - 1;
}

const MINUTE = 60_000;
const OPEN = Date.UTC(2026, 10, 19, 14, 30);

/** Two trading sessions of five-minute candles with the night between them. */
function candleRows(count: number): Row[] {
  let price = 187.4;
  return Array.from({ length: count }, (_, index) => {
    const session = Math.floor(index / 78);
    const time = OPEN + session * 24 * 60 * MINUTE + (index % 78) * 5 * MINUTE;
    const open = price;
    const close = open + noise(index) * 0.9;
    const high = Math.max(open, close) + Math.abs(noise(index + 500)) * 0.5;
    const low = Math.min(open, close) - Math.abs(noise(index + 900)) * 0.5;
    price = close;
    const volume = Math.round(12_000 + Math.abs(noise(index + 77)) * 90_000);
    const fixed = (value: number) => value.toFixed(4);
    return [new Date(time).toISOString(), fixed(open), fixed(high), fixed(low), fixed(close), String(volume)];
  });
}

const CANDLE_COLUMNS = [
  column("time", "datetime"),
  ...["open", "high", "low", "close"].map((name) => column(name, "decimal")),
  column("volume", "int64"),
];

export const candles = (count: number): Sample => ({
  chart: "candlestick",
  config: { time: "time", open: "open", high: "high", low: "low", close: "close", volume: "volume" },
  columns: CANDLE_COLUMNS,
  rows: candleRows(count),
});

const SYMBOLS = ["AAPL", "MSFT", "NVDA", "AMZN", "GOOGL", "META", "JPM", "BAC", "GS", "XOM"];

export const bars: Sample = {
  chart: "bar_chart",
  config: { x: "symbol", y: ["notional"] },
  columns: [column("symbol", "string"), column("notional", "decimal")],
  rows: SYMBOLS.map((symbol, index) => [symbol, (1_250_000 + noise(index) * 900_000).toFixed(2)]),
};

export const signedBars: Sample = {
  chart: "bar_chart",
  config: { x: "desk", y: ["pnl"], orientation: "horizontal" },
  columns: [column("desk", "string"), column("pnl", "decimal")],
  rows: ["Equity derivatives", "Rates", "Credit", "FX spot", "Commodities", "Emerging markets local"].map((
    desk,
    index,
  ) => [desk, (noise(index + 3) * 482_000).toFixed(2)]),
};

export const stackedBars: Sample = {
  chart: "bar_chart",
  config: { x: "day", y: ["quantity"], color: "side", stacked: true },
  columns: [column("day", "date"), column("side", "string"), column("quantity", "int64")],
  rows: Array.from({ length: 20 }, (_, index) => {
    const day = new Date(Date.UTC(2026, 9, 26) + index * 86_400_000).toISOString().slice(0, 10);
    return ["buy", "sell", "short"].map((side, at): Row => [
      day,
      side,
      String(Math.round((at === 2 ? -1 : 1) * (20_000 + Math.abs(noise(index * 3 + at)) * 60_000))),
    ]);
  }).flat(),
};

export const groupedBars: Sample = {
  chart: "bar_chart",
  config: { x: "sector", y: ["bought", "sold"] },
  columns: [column("sector", "string"), column("bought", "int64"), column("sold", "int64")],
  rows: [
    "Technology",
    "Financials",
    "Energy",
    "Health care",
    "Consumer discretionary",
    "Industrials",
    "Utilities",
  ]
    .map((sector, index) => [
      sector,
      String(Math.round(40_000 + noise(index) * 30_000)),
      String(Math.round(35_000 + noise(index + 9) * 30_000)),
    ]),
};

export const lines: Sample = {
  chart: "line_chart",
  config: { x: "time", y: ["price"], color: "symbol" },
  columns: [column("time", "datetime"), column("symbol", "string"), column("price", "decimal")],
  rows: ["AAPL", "JPM", "MSFT"].flatMap((symbol, series) => {
    let price = [187, 203, 192][series]!;
    return Array.from({ length: 96 }, (_, index): Row => {
      price += noise(index + series * 200) * 0.9;
      const missing = series === 1 && index > 40 && index < 52;
      return [new Date(OPEN + index * 15 * MINUTE).toISOString(), symbol, missing ? null : price.toFixed(4)];
    });
  }),
};

export const areaLine: Sample = {
  chart: "line_chart",
  config: { x: "day", y: ["exposure"], area: true, style: "smooth" },
  columns: [column("day", "date"), column("exposure", "float64")],
  rows: Array.from({ length: 120 }, (_, index) => [
    new Date(Date.UTC(2026, 6, 1) + index * 86_400_000).toISOString().slice(0, 10),
    1.5e6 * Math.sin(index / 17) + 2e5 * noise(index),
  ]),
};

const stepLine: Sample = {
  chart: "line_chart",
  config: { x: "level", y: ["bid", "ask"], style: "step" },
  columns: [column("level", "int64"), column("bid", "float64"), column("ask", "float64")],
  rows: Array.from({ length: 21 }, (_, index) => [String(index), 100 + index ** 1.4, 90 + index * 2.5]),
};

export const scatter = (count: number): Sample => ({
  chart: "scatter_plot",
  config: { x: "volatility", y: "return", size: "notional", color: "sector", trend: true },
  columns: [
    column("volatility", "float64"),
    column("return", "float64"),
    column("notional", "decimal"),
    column("sector", "string"),
  ],
  rows: Array.from({ length: count }, (_, index) => {
    const volatility = 0.12 + Math.abs(noise(index)) * 0.4;
    return [
      volatility,
      volatility * 0.3 + noise(index + 50) * 0.08 - 0.05,
      (Math.abs(noise(index + 99)) ** 3 * 4e6 + 10_000).toFixed(2),
      ["Energy", "Financials", "Technology"][index % 3],
    ];
  }),
});

export const plainScatter = (count: number): Sample => ({
  chart: "scatter_plot",
  config: { x: "spread_bps", y: "fill_ms" },
  columns: [column("spread_bps", "float64"), column("fill_ms", "float64")],
  rows: Array.from({ length: count }, (_, index) => [
    3 + noise(index) + noise(index + 0.5) + noise(index + 0.25),
    40 + 12 * noise(index + 10) + 9 * noise(index + 0.7),
  ]),
});

export const kpi: Sample = {
  chart: "kpi_card",
  config: {
    metric: "notional",
    function: "sum",
    compare: { column: "time", period: { size: 1, unit: "day" } },
    thresholds: { amber: 10_000_000, red: 15_000_000, direction: "above" },
  },
  columns: [column("value", "decimal"), column("previous", "decimal")],
  rows: [["12482331.4200", "11920114.0075"]],
};

const plainKpi: Sample = {
  chart: "kpi_card",
  config: { metric: "trade_id", function: "count" },
  columns: [column("value", "int64")],
  rows: [["630214"]],
};

export const redKpi: Sample = {
  chart: "kpi_card",
  config: {
    metric: "pnl",
    function: "sum",
    format: "compact",
    compare: { column: "time", period: { size: 5, unit: "minute" } },
    thresholds: { amber: 0, red: "-250000", direction: "below" },
  },
  columns: [column("value", "decimal"), column("previous", "decimal")],
  rows: [["-1284331.42", "-982114.00"]],
};

export const blotter: Sample = {
  chart: "table_view",
  config: {},
  columns: [
    column("trade_id", "string"),
    column("time", "datetime"),
    column("symbol", "string"),
    column("side", "string"),
    column("quantity", "int64"),
    column("price", "decimal"),
    column("pnl", "float64"),
    column("settles", "date"),
  ],
  rows: Array.from({ length: 40 }, (_, index): Row => [
    `T-${100_400 + index}`,
    new Date(OPEN + index * 7_351).toISOString(),
    SYMBOLS[index % SYMBOLS.length]!,
    index % 3 === 0 ? "sell" : "buy",
    String(100 * (1 + (index * 7) % 40)),
    index % 9 === 4 ? null : (180 + noise(index) * 40).toFixed(index % 2 ? 4 : 2),
    index % 11 === 5 ? null : Math.round(noise(index + 4) * 1e6) / 100,
    "2026-11-23",
  ]),
  truncated: true,
};

export const pivot: Sample = {
  chart: "pivot_table",
  config: {
    rows: ["sector"],
    columns: ["exchange", "side"],
    value: "notional",
    function: "sum",
    totals: true,
  },
  columns: [
    column("sector", "string"),
    column("exchange", "string"),
    column("side", "string"),
    column("notional", "decimal"),
    column("total", "string"),
  ],
  rows: pivotRows(),
};

function pivotRows(): Row[] {
  const sectors = ["Energy", "Financials", "Technology"];
  const heads = [["NASDAQ", "buy"], ["NASDAQ", "sell"], ["NYSE", "buy"], ["NYSE", "sell"]] as const;
  const value = (row: number, head: number) => 125_000 * (row + 1) + 33_331 * head + 25;
  const sum = (list: readonly number[]) => list.reduce((total, item) => total + item, 0);
  const text = (amount: number) => `${amount}.50`;
  const rows: Row[] = [];
  sectors.forEach((sector, row) => {
    heads.forEach(([exchange, side], head) => {
      if (row !== 1 || head !== 2) rows.push([sector, exchange, side, text(value(row, head)), "cell"]);
    });
    rows.push([sector, null, null, text(sum(heads.map((_, head) => value(row, head)))), "row"]);
  });
  heads.forEach(([exchange, side], head) =>
    rows.push([null, exchange, side, text(sum(sectors.map((_, row) => value(row, head)))), "column"])
  );
  rows.push([null, null, null, "4650000.00", "grand"]);
  return rows;
}

export const hostile: Sample = {
  chart: "bar_chart",
  config: { x: "label", y: ["<img src=x onerror=alert(1)>"] },
  columns: [column("label", "string"), column("<img src=x onerror=alert(1)>", "float64")],
  rows: [
    ["<script>alert(1)</script>", 5],
    ["a very long label ".repeat(40), 4],
    ["שלום עולם", -3],
    ["👩‍👩‍👧‍👦 family & friends", 2],
    [null, 1],
    ["", 3],
    ["line\nbreak\u0000\u202E", 2.5],
  ],
};

const emptySample: Sample = { ...bars, rows: [] };
const nullSample: Sample = { ...bars, rows: bars.rows.map(([symbol]) => [symbol, null]) };

/** Every picture that is kept as a golden file, by the file's name; each chart has one of its own name. */
export const samples: Readonly<Record<ChartType, Sample> & Record<string, Sample>> = {
  bar_chart: bars,
  bar_chart_horizontal: signedBars,
  bar_chart_stacked: stackedBars,
  bar_chart_grouped: groupedBars,
  bar_chart_hostile: hostile,
  line_chart: lines,
  line_chart_area: areaLine,
  line_chart_step: stepLine,
  candlestick: candles(120),
  scatter_plot: scatter(60),
  scatter_plot_plain: plainScatter(300),
  kpi_card: kpi,
  kpi_card_plain: plainKpi,
  kpi_card_red: redKpi,
  table_view: blotter,
  pivot_table: pivot,
  empty: emptySample,
  all_null: nullSample,
};
