---- union by name: a missing side is null, int64 meets decimal
-- a: data_source {"database":"flowforge","table":"trades","columns":["symbol","quantity"]}
-- w (a): filter {"logic":"and","conditions":[{"column":"symbol","operator":"=","value":"MSFT"}]}
-- b: data_source {"database":"flowforge","table":"instruments"}
-- r (b): rename {"renames":[{"from":"lot","to":"quantity"}]}
-- u (w, r): union {}

-- clickhouse
SELECT
  CAST(s1.c1 AS Nullable(String)) AS "symbol",
  CAST(s1.c2 AS Nullable(Decimal(25, 6))) AS "quantity",
  CAST(s1.c3 AS Nullable(String)) AS "sector"
FROM (
  SELECT
    s2."symbol" AS c1,
    toDecimal128(s2."quantity", 6) AS c2,
    CAST(NULL AS Nullable(String)) AS c3
  FROM "flowforge"."trades" AS s2
  WHERE (s2."symbol" = {p1:String})
  UNION ALL
  SELECT
    s3."symbol" AS c1,
    toDecimal128(s3."lot", 6) AS c2,
    s3."sector" AS c3
  FROM "flowforge"."instruments" AS s3
) AS s1;
-- p1 String = "MSFT"

-- postgres
SELECT
  s1.c1 AS "symbol",
  s1.c2 AS "quantity",
  s1.c3 AS "sector"
FROM (
  SELECT
    s2."symbol" AS c1,
    s2."quantity"::numeric AS c2,
    NULL::text AS c3
  FROM "flowforge"."trades" AS s2
  WHERE (s2."symbol" = $1::text COLLATE "C")
  UNION ALL
  SELECT
    s3."symbol" AS c1,
    s3."lot"::numeric AS c2,
    s3."sector" AS c3
  FROM "flowforge"."instruments" AS s3
) AS s1;
-- $1 text = "MSFT"

-- materialize
SELECT
  s1.c1 AS "symbol",
  s1.c2 AS "quantity",
  s1.c3 AS "sector"
FROM (
  SELECT
    s2."symbol" AS c1,
    s2."quantity"::numeric AS c2,
    NULL::text AS c3
  FROM "flowforge"."trades" AS s2
  WHERE (s2."symbol" = $1::text)
  UNION ALL
  SELECT
    s3."symbol" AS c1,
    s3."lot"::numeric AS c2,
    s3."sector" AS c3
  FROM "flowforge"."instruments" AS s3
) AS s1;
-- $1 text = "MSFT"


---- union of unions
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id"]}
-- u (a, a): union {}
-- v (u, a): union {}
-- g (v): group_by {"metrics":[{"function":"count","as":"n"},{"function":"sum","column":"trade_id","as":"s"}]}

-- clickhouse
SELECT
  CAST(toInt64(count()) AS Int64) AS "n",
  CAST(sumOrNull(toDecimal128(s1.c1, 0)) AS Nullable(Decimal(38, 0))) AS "s"
FROM (
  SELECT s2."trade_id" AS c1
  FROM "flowforge"."trades" AS s2
  UNION ALL
  SELECT s3."trade_id" AS c1
  FROM "flowforge"."trades" AS s3
  UNION ALL
  SELECT s4."trade_id" AS c1
  FROM "flowforge"."trades" AS s4
) AS s1;

-- postgres
SELECT
  count(*) AS "n",
  sum(s1.c1::numeric) AS "s"
FROM (
  SELECT s2."trade_id" AS c1
  FROM "flowforge"."trades" AS s2
  UNION ALL
  SELECT s3."trade_id" AS c1
  FROM "flowforge"."trades" AS s3
  UNION ALL
  SELECT s4."trade_id" AS c1
  FROM "flowforge"."trades" AS s4
) AS s1;

-- materialize: the same
