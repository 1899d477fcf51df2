/**
 * The analytical schema. Raw ticks land in `flowforge`; materialised views keep aggregate states in `internal`; the
 * views that analysts see (`metrics`, `marts`, `flowforge.positions`) finalise those states, so a roll-up is always
 * the exact aggregate of the ticks, whatever has been merged so far.
 */
const TIME = "DateTime64(3, 'UTC')";
const PRICE = "Decimal(18, 6)";
const QUANTITY = "Decimal(18, 4)";
const SIDE = "Enum8('buy' = 1, 'sell' = 2)";

interface RollUp {
  readonly name: string;
  /** Bucket of `event_time`, as a time of its own. */
  readonly bucket: string;
}

const ROLL_UPS: readonly RollUp[] = [
  { name: "vwap_5min", bucket: "toStartOfFiveMinutes(event_time)" },
  { name: "hourly_rollup", bucket: "toStartOfHour(event_time)" },
  { name: "daily_rollup", bucket: "toStartOfDay(event_time)" },
];

function rollUp({ name, bucket }: RollUp): string[] {
  return [
    `CREATE TABLE IF NOT EXISTS internal.${name}_state (
       bucket ${TIME}, symbol String,
       open AggregateFunction(argMin, ${PRICE}, Tuple(${TIME}, String)),
       high SimpleAggregateFunction(max, ${PRICE}), low SimpleAggregateFunction(min, ${PRICE}),
       close AggregateFunction(argMax, ${PRICE}, Tuple(${TIME}, String)),
       volume SimpleAggregateFunction(sum, Decimal(38, 4)), notional SimpleAggregateFunction(sum, Decimal(38, 10)),
       trade_count SimpleAggregateFunction(sum, UInt64)
     ) ENGINE = AggregatingMergeTree ORDER BY (symbol, bucket)`,
    `CREATE MATERIALIZED VIEW IF NOT EXISTS internal.${name}_feed TO internal.${name}_state AS
     SELECT CAST(${bucket} AS ${TIME}) AS bucket, symbol,
       argMinState(price, (event_time, trade_id)) AS open, max(price) AS high, min(price) AS low,
       argMaxState(price, (event_time, trade_id)) AS close,
       sum(toDecimal128(quantity, 4)) AS volume, sum(toDecimal128(quantity, 4) * price) AS notional,
       count() AS trade_count
     FROM flowforge.raw_trades GROUP BY bucket, symbol`,
    `CREATE VIEW IF NOT EXISTS metrics.${name} AS
     SELECT s.bucket AS bucket, s.symbol AS symbol, argMinMerge(s.open) AS open, CAST(max(s.high) AS ${PRICE}) AS high,
       CAST(min(s.low) AS ${PRICE}) AS low, argMaxMerge(s.close) AS close, CAST(sum(s.volume) AS ${QUANTITY}) AS volume,
       CAST(sum(s.notional) / sum(s.volume) AS ${PRICE}) AS vwap, CAST(sum(s.trade_count) AS Int64) AS trade_count
     FROM internal.${name}_state AS s GROUP BY s.bucket, s.symbol`,
  ];
}

export const DATABASES = ["flowforge", "metrics", "marts", "internal"] as const;

export const CLICKHOUSE_SCHEMA: readonly string[] = [
  ...DATABASES.map((database) => `CREATE DATABASE IF NOT EXISTS ${database}`),
  `CREATE TABLE IF NOT EXISTS flowforge.raw_trades (
     trade_id String, event_time ${TIME}, symbol String, side ${SIDE}, quantity ${QUANTITY}, price ${PRICE}
   ) ENGINE = MergeTree PARTITION BY toYYYYMM(event_time) ORDER BY (symbol, event_time, trade_id)`,
  `CREATE TABLE IF NOT EXISTS flowforge.raw_quotes (
     symbol String, event_time ${TIME}, bid ${PRICE}, ask ${PRICE}, bid_size ${QUANTITY}, ask_size ${QUANTITY}
   ) ENGINE = MergeTree PARTITION BY toYYYYMM(event_time) ORDER BY (symbol, event_time)`,
  `CREATE TABLE IF NOT EXISTS internal.finished_seeds (name String, finished_at ${TIME}) ENGINE = MergeTree ORDER BY name`,
  `CREATE TABLE IF NOT EXISTS marts.dim_instruments (
     symbol String, name String, sector String, exchange String, currency String
   ) ENGINE = ReplacingMergeTree ORDER BY symbol`,
  ...ROLL_UPS.flatMap(rollUp),
  `CREATE TABLE IF NOT EXISTS internal.position_state (
     symbol String, bought SimpleAggregateFunction(sum, Decimal(38, 4)), sold SimpleAggregateFunction(sum, Decimal(38, 4)),
     paid SimpleAggregateFunction(sum, Decimal(38, 10)), received SimpleAggregateFunction(sum, Decimal(38, 10)),
     mark AggregateFunction(argMax, ${PRICE}, Tuple(${TIME}, String)), updated_at SimpleAggregateFunction(max, ${TIME})
   ) ENGINE = AggregatingMergeTree ORDER BY symbol`,
  `CREATE MATERIALIZED VIEW IF NOT EXISTS internal.position_feed TO internal.position_state AS
   SELECT symbol, sum(if(side = 'buy', toDecimal128(quantity, 4), toDecimal128(0, 4))) AS bought,
     sum(if(side = 'sell', toDecimal128(quantity, 4), toDecimal128(0, 4))) AS sold,
     sum(if(side = 'buy', toDecimal128(quantity, 4) * price, toDecimal128(0, 10))) AS paid,
     sum(if(side = 'sell', toDecimal128(quantity, 4) * price, toDecimal128(0, 10))) AS received,
     argMaxState(price, (event_time, trade_id)) AS mark, max(event_time) AS updated_at
   FROM flowforge.raw_trades GROUP BY symbol`,
  `CREATE VIEW IF NOT EXISTS flowforge.positions AS
   SELECT p.symbol AS symbol, i.sector AS sector, CAST(p.quantity AS ${QUANTITY}) AS quantity, p.mark_price AS mark_price,
     CAST(p.quantity * p.mark_price AS Decimal(18, 2)) AS market_value,
     CAST(p.cash + p.quantity * p.mark_price AS Decimal(18, 2)) AS total_pnl, p.updated_at AS updated_at
   FROM (SELECT s.symbol AS symbol, sum(s.bought) - sum(s.sold) AS quantity, sum(s.received) - sum(s.paid) AS cash,
           argMaxMerge(s.mark) AS mark_price, CAST(max(s.updated_at) AS ${TIME}) AS updated_at
         FROM internal.position_state AS s GROUP BY s.symbol) AS p
   INNER JOIN marts.dim_instruments AS i ON i.symbol = p.symbol`,
  // Realised volatility: the sample deviation of 5-minute log returns over a trailing window, scaled to a year.
  `CREATE VIEW IF NOT EXISTS metrics.rolling_volatility AS
   SELECT r.bucket AS bucket, r.symbol AS symbol,
     stddevSamp(r.log_return) OVER (PARTITION BY r.symbol ORDER BY r.bucket ROWS BETWEEN 11 PRECEDING AND CURRENT ROW)
       * sqrt(105120) AS volatility_1h,
     stddevSamp(r.log_return) OVER (PARTITION BY r.symbol ORDER BY r.bucket ROWS BETWEEN 287 PRECEDING AND CURRENT ROW)
       * sqrt(105120) AS volatility_24h
   FROM (SELECT v.bucket AS bucket, v.symbol AS symbol,
           log(toFloat64(v.close) / lagInFrame(toFloat64(v.close), 1, toFloat64(v.close)) OVER (
             PARTITION BY v.symbol ORDER BY v.bucket ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) AS log_return
         FROM metrics.vwap_5min AS v) AS r`,
  `CREATE VIEW IF NOT EXISTS marts.fct_trades AS
   SELECT t.trade_id AS trade_id, t.event_time AS event_time, t.symbol AS symbol, i.sector AS sector,
     i.exchange AS exchange, t.side AS side, t.quantity AS quantity, t.price AS price,
     CAST(toDecimal128(t.quantity, 4) * t.price AS Decimal(18, 4)) AS notional
   FROM flowforge.raw_trades AS t INNER JOIN marts.dim_instruments AS i ON i.symbol = t.symbol`,
  // A day's P&L of each symbol: cash taken less cash paid, with what is left over marked at the day's close.
  `CREATE VIEW IF NOT EXISTS marts.rpt_daily_pnl AS
   SELECT d.day AS day, d.symbol AS symbol, i.sector AS sector, d.trade_count AS trade_count,
     CAST(d.bought - d.sold AS ${QUANTITY}) AS net_quantity, CAST(d.paid + d.received AS Decimal(18, 2)) AS turnover,
     CAST(d.received - d.paid + (d.bought - d.sold) * d.close AS Decimal(18, 2)) AS pnl
   FROM (SELECT toDate(t.event_time) AS day, t.symbol AS symbol, CAST(count() AS Int64) AS trade_count,
           sum(if(t.side = 'buy', toDecimal128(t.quantity, 4), toDecimal128(0, 4))) AS bought,
           sum(if(t.side = 'sell', toDecimal128(t.quantity, 4), toDecimal128(0, 4))) AS sold,
           sum(if(t.side = 'buy', toDecimal128(t.quantity, 4) * t.price, toDecimal128(0, 10))) AS paid,
           sum(if(t.side = 'sell', toDecimal128(t.quantity, 4) * t.price, toDecimal128(0, 10))) AS received,
           argMax(t.price, (t.event_time, t.trade_id)) AS close
         FROM flowforge.raw_trades AS t GROUP BY day, symbol) AS d
   INNER JOIN marts.dim_instruments AS i ON i.symbol = d.symbol`,
];
