---- unpivot: a row for each listed column, in the order of the rows and then of the list
-- a: data_source {"database":"flowforge","table":"trades"}
-- by (a): sort {"keys":[{"column":"trade_id","direction":"desc"}]}
-- few (by): select {"columns":["symbol","event_time","side","quantity"]}
-- cut (few): limit {"count":2}
-- u (cut): unpivot {"columns":["side","symbol"],"name":"name","value":"value"}

-- clickhouse
SELECT
  CAST(s1.c2 AS DateTime64(3, 'UTC')) AS "event_time",
  CAST(s1.c5 AS Nullable(Int64)) AS "quantity",
  CAST((CASE WHEN (s3 = {p3:Int64}) THEN {p4:String} ELSE {p5:String} END) AS String) AS "name",
  CAST((CASE WHEN (s3 = {p3:Int64}) THEN s1.c4 ELSE s1.c3 END) AS Nullable(String)) AS "value"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."event_time" AS c2,
    s2."symbol" AS c3,
    s2."side" AS c4,
    s2."quantity" AS c5
  FROM "flowforge"."trades" AS s2
  ORDER BY s2."trade_id" DESC NULLS LAST
  LIMIT {p1:Int64}
) AS s1
ARRAY JOIN range(toInt64(0), {p1:Int64}, {p2:Int64}) AS s3
ORDER BY s1.c1 DESC NULLS LAST, s3 ASC NULLS LAST;
-- p1 Int64 = "2"
-- p2 Int64 = "1"
-- p3 Int64 = "0"
-- p4 String = "side"
-- p5 String = "symbol"

-- postgres
SELECT
  s1.c2 AS "event_time",
  s1.c5 AS "quantity",
  (CASE WHEN (s3.c1 = $3::bigint) THEN $4::text ELSE $5::text END) AS "name",
  (CASE WHEN (s3.c1 = $3::bigint) THEN s1.c4 ELSE s1.c3 END) AS "value"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."event_time" AS c2,
    s2."symbol" AS c3,
    s2."side" AS c4,
    s2."quantity" AS c5
  FROM "flowforge"."trades" AS s2
  ORDER BY s2."trade_id" DESC NULLS LAST
  LIMIT $1::bigint
) AS s1
CROSS JOIN LATERAL generate_series(0::bigint, $1::bigint - 1, $2::bigint) AS s3(c1)
ORDER BY s1.c1 DESC NULLS LAST, s3.c1 ASC NULLS LAST;
-- $1 bigint = "2"
-- $2 bigint = "1"
-- $3 bigint = "0"
-- $4 text = "side"
-- $5 text = "symbol"

-- materialize
SELECT
  s1.c2 AS "event_time",
  s1.c5 AS "quantity",
  (CASE WHEN (s3.c1 = $3::bigint) THEN $4::text ELSE $5::text END) AS "name",
  (CASE WHEN (s3.c1 = $3::bigint) THEN s1.c4 ELSE s1.c3 END) AS "value"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."event_time" AS c2,
    s2."symbol" AS c3,
    s2."side" AS c4,
    s2."quantity" AS c5
  FROM "flowforge"."trades" AS s2
  ORDER BY s2."trade_id" DESC NULLS LAST
  LIMIT 2
) AS s1
CROSS JOIN LATERAL generate_series(0::bigint, $1::bigint - 1, $2::bigint) AS s3(c1)
ORDER BY s1.c1 DESC NULLS LAST, s3.c1 ASC NULLS LAST;
-- $1 bigint = "2"
-- $2 bigint = "1"
-- $3 bigint = "0"
-- $4 text = "side"
-- $5 text = "symbol"


---- unpivot: whole numbers beside decimals, and a name that is free again
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"trade_id","operator":"<","value":4},{"column":"side","operator":"=","value":"buy"}]}
-- few (w): select {"columns":["trade_id","quantity","price"]}
-- u (few): unpivot {"columns":["quantity","price"],"name":"price","value":"quantity"}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  CAST((CASE WHEN (s2 = {p5:Int64}) THEN {p6:String} ELSE {p7:String} END) AS String) AS "price",
  CAST((CASE WHEN (s2 = {p5:Int64}) THEN toDecimal128(s1."quantity", 6) ELSE toDecimal128(s1."price", 6) END) AS Nullable(Decimal(25, 6))) AS "quantity"
FROM "flowforge"."trades" AS s1
ARRAY JOIN range(toInt64(0), {p1:Int64}, {p2:Int64}) AS s2
WHERE (s1."trade_id" < {p3:Int64}) AND (s1."side" = {p4:String});
-- p1 Int64 = "2"
-- p2 Int64 = "1"
-- p3 Int64 = "4"
-- p4 String = "buy"
-- p5 Int64 = "0"
-- p6 String = "quantity"
-- p7 String = "price"

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  (CASE WHEN (s2.c1 = $5::bigint) THEN $6::text ELSE $7::text END) AS "price",
  (CASE WHEN (s2.c1 = $5::bigint) THEN s1."quantity"::numeric ELSE s1."price"::numeric END) AS "quantity"
FROM "flowforge"."trades" AS s1
CROSS JOIN LATERAL generate_series(0::bigint, $1::bigint - 1, $2::bigint) AS s2(c1)
WHERE (s1."trade_id" < $3::bigint) AND (s1."side" = $4::text COLLATE "C");
-- $1 bigint = "2"
-- $2 bigint = "1"
-- $3 bigint = "4"
-- $4 text = "buy"
-- $5 bigint = "0"
-- $6 text = "quantity"
-- $7 text = "price"

-- materialize
SELECT
  s1."trade_id" AS "trade_id",
  (CASE WHEN (s2.c1 = $5::bigint) THEN $6::text ELSE $7::text END) AS "price",
  (CASE WHEN (s2.c1 = $5::bigint) THEN s1."quantity"::numeric ELSE s1."price"::numeric END) AS "quantity"
FROM "flowforge"."trades" AS s1
CROSS JOIN LATERAL generate_series(0::bigint, $1::bigint - 1, $2::bigint) AS s2(c1)
WHERE (s1."trade_id" < $3::bigint) AND (s1."side" = $4::text);
-- $1 bigint = "2"
-- $2 bigint = "1"
-- $3 bigint = "4"
-- $4 text = "buy"
-- $5 bigint = "0"
-- $6 text = "quantity"
-- $7 text = "price"
