---- left join empties what has no partner
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol"]}
-- b: data_source {"database":"flowforge","table":"instruments"}
-- j (a, b): join {"kind":"left","keys":[{"left":"symbol","right":"symbol"}]}
-- w (j): filter {"logic":"and","conditions":[{"column":"lot","operator":"is_null"}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  CAST(s2.c2 AS Nullable(String)) AS "sector",
  CAST(s2.c3 AS Nullable(Decimal(18, 6))) AS "lot"
FROM "flowforge"."trades" AS s1
LEFT JOIN (
  SELECT
    s3."symbol" AS c1,
    s3."sector" AS c2,
    toNullable(s3."lot") AS c3
  FROM "flowforge"."instruments" AS s3
) AS s2 ON (s1."symbol" = s2.c1)
WHERE isNull(s2.c3);

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  s2."sector" AS "sector",
  s2."lot" AS "lot"
FROM "flowforge"."trades" AS s1
LEFT JOIN "flowforge"."instruments" AS s2 ON (s1."symbol" = s2."symbol" COLLATE "C")
WHERE (s2."lot" IS NULL);

-- materialize
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  s2."sector" AS "sector",
  s2."lot" AS "lot"
FROM "flowforge"."trades" AS s1
LEFT JOIN "flowforge"."instruments" AS s2 ON (s1."symbol" = s2."symbol")
WHERE (s2."lot" IS NULL);


---- full join empties either side
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol"]}
-- b: data_source {"database":"flowforge","table":"instruments"}
-- j (a, b): join {"kind":"full","keys":[{"left":"symbol","right":"symbol"}]}
-- w (j): filter {"logic":"or","conditions":[{"column":"trade_id","operator":"is_null"},{"column":"lot","operator":"is_null"}]}

-- clickhouse
SELECT
  CAST(s1.c1 AS Nullable(Int64)) AS "trade_id",
  CAST(s1.c2 AS Nullable(String)) AS "symbol",
  CAST(s3.c1 AS Nullable(String)) AS "symbol_right",
  CAST(s3.c2 AS Nullable(String)) AS "sector",
  CAST(s3.c3 AS Nullable(Decimal(18, 6))) AS "lot"
FROM (
  SELECT
    toNullable(s2."trade_id") AS c1,
    toNullable(s2."symbol") AS c2
  FROM "flowforge"."trades" AS s2
) AS s1
FULL JOIN (
  SELECT
    s4."symbol" AS c1,
    s4."sector" AS c2,
    toNullable(s4."lot") AS c3
  FROM "flowforge"."instruments" AS s4
) AS s3 ON (s1.c2 = s3.c1)
WHERE (isNull(s1.c1) OR isNull(s3.c3));

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  s2."symbol" AS "symbol_right",
  s2."sector" AS "sector",
  s2."lot" AS "lot"
FROM "flowforge"."trades" AS s1
FULL JOIN "flowforge"."instruments" AS s2 ON (s1."symbol" = s2."symbol" COLLATE "C")
WHERE ((s1."trade_id" IS NULL) OR (s2."lot" IS NULL));

-- materialize
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  s2."symbol" AS "symbol_right",
  s2."sector" AS "sector",
  s2."lot" AS "lot"
FROM "flowforge"."trades" AS s1
FULL JOIN "flowforge"."instruments" AS s2 ON (s1."symbol" = s2."symbol")
WHERE ((s1."trade_id" IS NULL) OR (s2."lot" IS NULL));


---- semi join keeps left rows once
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol"]}
-- b: data_source {"database":"flowforge","table":"instruments"}
-- j (a, b): join {"kind":"semi","keys":[{"left":"symbol","right":"symbol"}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol"
FROM "flowforge"."trades" AS s1
LEFT SEMI JOIN "flowforge"."instruments" AS s2 ON (s1."symbol" = s2."symbol");

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol"
FROM "flowforge"."trades" AS s1
WHERE EXISTS (SELECT 1 FROM "flowforge"."instruments" AS s2 WHERE (s1."symbol" = s2."symbol" COLLATE "C"));

-- materialize
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol"
FROM "flowforge"."trades" AS s1
WHERE EXISTS (SELECT 1 FROM "flowforge"."instruments" AS s2 WHERE (s1."symbol" = s2."symbol"));


---- asof join: forward, within a tolerance
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol","event_time"]}
-- b: data_source {"database":"flowforge","table":"quotes"}
-- j (a, b): join {"kind":"asof","keys":[{"left":"symbol","right":"symbol"}],"asof":{"left":"event_time","right":"event_time","direction":"forward","tolerance":{"size":5,"unit":"minute"}}}
-- s (j): select {"columns":["trade_id","bid"]}
-- f (s): filter {"logic":"and","conditions":[{"column":"trade_id","operator":"<","value":5}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  CAST((CASE WHEN (isNotNull(s1."event_time") AND (s2.c2 <= nullIf(nullIf(least(greatest(addMinutes(toDateTime64(s1."event_time", 3, 'UTC'), nullIf(nullIf(least(greatest({p2:Int64}, -210816001), 210816001), 210816001), -210816001)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC')))) THEN s2.c3 ELSE CAST(NULL AS Nullable(Decimal(18, 6))) END) AS Nullable(Decimal(18, 6))) AS "bid"
FROM "flowforge"."trades" AS s1
ASOF LEFT JOIN (
  SELECT
    toNullable(s3."symbol") AS c1,
    s3."event_time" AS c2,
    s3."bid" AS c3
  FROM "flowforge"."quotes" AS s3
  WHERE isNotNull(s3."event_time")
) AS s2 ON (s1."symbol" = s2.c1) AND (s1."event_time" <= coalesce(s2.c2, {p1:DateTime64(3, 'UTC')}))
WHERE (s1."trade_id" < {p2:Int64});
-- p1 DateTime64(3, 'UTC') = "1900-01-01 00:00:00.000"
-- p2 Int64 = "5"

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  (CASE WHEN ((s1."event_time" IS NOT NULL) AND (s4.c2 <= (nullif(lower(tsrange((s1."event_time" AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($2::bigint, -210816001), 210816001), 210816001), -210816001) * interval '1 minute', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC'))) THEN s4.c3 ELSE NULL::numeric END) AS "bid"
FROM "flowforge"."trades" AS s1
LEFT JOIN LATERAL (SELECT s2.c1 AS c1, s2.c2 AS c2, s2.c3 AS c3 FROM (
  SELECT
    s3."symbol" AS c1,
    s3."event_time" AS c2,
    s3."bid" AS c3
  FROM "flowforge"."quotes" AS s3
  WHERE (s3."event_time" IS NOT NULL)
) AS s2
WHERE (s1."symbol" = s2.c1 COLLATE "C") AND (s1."event_time" <= coalesce(s2.c2, ($1::timestamp AT TIME ZONE 'UTC'))) ORDER BY coalesce(s2.c2, ($1::timestamp AT TIME ZONE 'UTC')) ASC LIMIT 1) AS s4 ON TRUE
WHERE (s1."trade_id" < $2::bigint);
-- $1 timestamp = "1900-01-01 00:00:00.000"
-- $2 bigint = "5"

-- materialize
SELECT
  s1."trade_id" AS "trade_id",
  (CASE WHEN ((s1."event_time" IS NOT NULL) AND (s4.c2 <= ((CASE WHEN ((s1."event_time" AT TIME ZONE 'UTC'::text) + interval '1 minute' * (CASE WHEN $2::bigint > -210816001 AND $2::bigint < 210816001 THEN $2::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((s1."event_time" AT TIME ZONE 'UTC'::text) + interval '1 minute' * (CASE WHEN $2::bigint > -210816001 AND $2::bigint < 210816001 THEN $2::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((s1."event_time" AT TIME ZONE 'UTC'::text) + interval '1 minute' * (CASE WHEN $2::bigint > -210816001 AND $2::bigint < 210816001 THEN $2::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text))) THEN s4.c3 ELSE NULL::numeric END) AS "bid"
FROM "flowforge"."trades" AS s1
LEFT JOIN LATERAL (SELECT s2.c1 AS c1, s2.c2 AS c2, s2.c3 AS c3 FROM (
  SELECT
    s3."symbol" AS c1,
    s3."event_time" AS c2,
    s3."bid" AS c3
  FROM "flowforge"."quotes" AS s3
  WHERE (s3."event_time" IS NOT NULL)
) AS s2
WHERE (s1."symbol" = s2.c1) AND (s1."event_time" <= coalesce(s2.c2, ($1::timestamp AT TIME ZONE 'UTC'::text))) ORDER BY coalesce(s2.c2, ($1::timestamp AT TIME ZONE 'UTC'::text)) ASC LIMIT 1) AS s4 ON TRUE
WHERE (s1."trade_id" < $2::bigint);
-- $1 timestamp = "1900-01-01 00:00:00.000"
-- $2 bigint = "5"
