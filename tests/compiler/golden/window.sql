---- window: lag, running sum and rank
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol","quantity"]}
-- w1 (a): window {"function":"lag","column":"quantity","as":"before","partition_by":["symbol"],"order_by":[{"column":"trade_id","direction":"asc"}]}
-- w2 (w1): window {"function":"sum","column":"quantity","as":"running","partition_by":["symbol"],"order_by":[{"column":"trade_id","direction":"asc"}]}
-- w3 (w2): window {"function":"rank","as":"rank","partition_by":[],"order_by":[{"column":"quantity","direction":"desc"}]}
-- s (w3): sort {"keys":[{"column":"trade_id","direction":"asc"}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  s1."quantity" AS "quantity",
  CAST(lag(toNullable(s1."quantity"), 1) OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" ASC NULLS LAST) AS Nullable(Int64)) AS "before",
  CAST(sumOrNull(toDecimal128(s1."quantity", 0)) OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS Nullable(Decimal(38, 0))) AS "running",
  CAST(toInt64(rank() OVER (ORDER BY s1."quantity" DESC NULLS LAST)) AS Int64) AS "rank"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  s1."quantity" AS "quantity",
  lag(s1."quantity", 1) OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" ASC NULLS LAST) AS "before",
  sum(s1."quantity"::numeric) OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "running",
  rank() OVER (ORDER BY s1."quantity" DESC NULLS LAST) AS "rank"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;

-- materialize: the same


---- a filter on a window, and on its partition
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol"]}
-- w1 (a): window {"function":"row_number","as":"n","partition_by":["symbol"],"order_by":[{"column":"trade_id","direction":"desc"}]}
-- w (w1): filter {"logic":"and","conditions":[{"column":"n","operator":"=","value":1},{"column":"symbol","operator":"!=","value":"JPM"}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  CAST(toInt64(row_number() OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" DESC NULLS LAST)) AS Int64) AS "n"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" != {p1:String})
QUALIFY (toInt64(row_number() OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" DESC NULLS LAST)) = {p2:Int64});
-- p1 String = "JPM"
-- p2 Int64 = "1"

-- postgres
SELECT
  s1.c1 AS "trade_id",
  s1.c2 AS "symbol",
  s1.c3 AS "n"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."symbol" AS c2,
    row_number() OVER (PARTITION BY s2."symbol" ORDER BY s2."trade_id" DESC NULLS LAST) AS c3
  FROM "flowforge"."trades" AS s2
) AS s1
WHERE (s1.c3 = $1::bigint) AND (s1.c2 <> $2::text COLLATE "C");
-- $1 bigint = "1"
-- $2 text = "JPM"

-- materialize
SELECT
  s1.c1 AS "trade_id",
  s1.c2 AS "symbol",
  s1.c3 AS "n"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."symbol" AS c2,
    row_number() OVER (PARTITION BY s2."symbol" ORDER BY s2."trade_id" DESC NULLS LAST) AS c3
  FROM "flowforge"."trades" AS s2
) AS s1
WHERE (s1.c3 = $1::bigint) AND (s1.c2 <> $2::text);
-- $1 bigint = "1"
-- $2 text = "JPM"
