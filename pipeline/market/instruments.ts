export interface Instrument {
  readonly symbol: string;
  readonly name: string;
  readonly sector: string;
  readonly exchange: string;
  /** Long-run price in USD that the simulated price reverts to. */
  readonly anchorPrice: number;
  /** Annualised volatility of the simulated log price. */
  readonly volatility: number;
  /** Share of the market's events. */
  readonly activity: number;
}

export const INSTRUMENTS: readonly Instrument[] = [
  {
    symbol: "AAPL",
    name: "Apple Inc.",
    sector: "Technology",
    exchange: "NASDAQ",
    anchorPrice: 228,
    volatility: 0.28,
    activity: 1.5,
  },
  {
    symbol: "MSFT",
    name: "Microsoft Corporation",
    sector: "Technology",
    exchange: "NASDAQ",
    anchorPrice: 432,
    volatility: 0.25,
    activity: 1.3,
  },
  {
    symbol: "GOOGL",
    name: "Alphabet Inc. Class A",
    sector: "Communication Services",
    exchange: "NASDAQ",
    anchorPrice: 178,
    volatility: 0.3,
    activity: 1,
  },
  {
    symbol: "AMZN",
    name: "Amazon.com, Inc.",
    sector: "Consumer Discretionary",
    exchange: "NASDAQ",
    anchorPrice: 203,
    volatility: 0.33,
    activity: 1.1,
  },
  {
    symbol: "NVDA",
    name: "NVIDIA Corporation",
    sector: "Technology",
    exchange: "NASDAQ",
    anchorPrice: 141,
    volatility: 0.48,
    activity: 1.8,
  },
  {
    symbol: "TSLA",
    name: "Tesla, Inc.",
    sector: "Consumer Discretionary",
    exchange: "NASDAQ",
    anchorPrice: 334,
    volatility: 0.55,
    activity: 1.6,
  },
  {
    symbol: "META",
    name: "Meta Platforms, Inc.",
    sector: "Communication Services",
    exchange: "NASDAQ",
    anchorPrice: 566,
    volatility: 0.35,
    activity: 0.9,
  },
  {
    symbol: "JPM",
    name: "JPMorgan Chase & Co.",
    sector: "Financials",
    exchange: "NYSE",
    anchorPrice: 241,
    volatility: 0.24,
    activity: 0.8,
  },
  {
    symbol: "BAC",
    name: "Bank of America Corporation",
    sector: "Financials",
    exchange: "NYSE",
    anchorPrice: 46,
    volatility: 0.27,
    activity: 0.7,
  },
  {
    symbol: "GS",
    name: "The Goldman Sachs Group, Inc.",
    sector: "Financials",
    exchange: "NYSE",
    anchorPrice: 589,
    volatility: 0.29,
    activity: 0.5,
  },
];
