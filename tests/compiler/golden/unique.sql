---- unique rows
-- a: data_source {"database":"flowforge","table":"trades","columns":["symbol"]}
-- u (a): unique {}

-- clickhouse
SELECT s1."symbol" AS "symbol"
FROM "flowforge"."trades" AS s1
GROUP BY s1."symbol";

-- postgres: the same

-- materialize: the same


---- unique keeps the largest, ties by the remaining columns
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol","quantity"]}
-- u (a): unique {"columns":["symbol"],"keep":{"column":"quantity","direction":"desc"}}
-- s (u): sort {"keys":[{"column":"symbol","direction":"asc"}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  s1."quantity" AS "quantity"
FROM "flowforge"."trades" AS s1
QUALIFY (toInt64(row_number() OVER (PARTITION BY s1."symbol" ORDER BY s1."quantity" DESC NULLS LAST, s1."trade_id" ASC NULLS LAST)) = {p1:Int64})
ORDER BY s1."symbol" ASC NULLS LAST;
-- p1 Int64 = "1"

-- postgres
SELECT
  s1.c1 AS "trade_id",
  s1.c2 AS "symbol",
  s1.c3 AS "quantity"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."symbol" AS c2,
    s2."quantity" AS c3,
    row_number() OVER (PARTITION BY s2."symbol" ORDER BY s2."quantity" DESC NULLS LAST, s2."trade_id" ASC NULLS LAST) AS c4
  FROM "flowforge"."trades" AS s2
) AS s1
WHERE (s1.c4 = $1::bigint)
ORDER BY (s1.c2 COLLATE "C") ASC NULLS LAST;
-- $1 bigint = "1"

-- materialize
SELECT
  s1.c1 AS "trade_id",
  s1.c2 AS "symbol",
  s1.c3 AS "quantity"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."symbol" AS c2,
    s2."quantity" AS c3,
    row_number() OVER (PARTITION BY s2."symbol" ORDER BY s2."quantity" DESC NULLS LAST, s2."trade_id" ASC NULLS LAST) AS c4
  FROM "flowforge"."trades" AS s2
) AS s1
WHERE (s1.c4 = $1::bigint)
ORDER BY s1.c2 ASC NULLS LAST;
-- $1 bigint = "1"
