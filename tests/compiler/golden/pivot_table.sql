---- pivot_table with totals from the rows themselves
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"symbol","operator":"in","value":["AAPL","NVDA"]}]}
-- t (w): pivot_table {"rows":["symbol"],"columns":["side"],"value":"quantity","function":"avg","totals":true}

-- clickhouse
SELECT
  CAST(s1.c1 AS Nullable(String)) AS "symbol",
  CAST(s1.c2 AS Nullable(String)) AS "side",
  CAST(s1.c3 AS Nullable(Float64)) AS "value",
  CAST(s1.c4 AS String) AS "total"
FROM (
  SELECT
    s2."symbol" AS c1,
    s2."side" AS c2,
    arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 1))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [reinterpretAsInt256(toDecimal256(sumOrNull(toDecimal128(s2."quantity", 0)), 0))], [nullIf(toInt256(count(s2."quantity")), 0)])[1] AS c3,
    {p2:String} AS c4
  FROM "flowforge"."trades" AS s2
  WHERE (s2."symbol" IN {p1:Array(String)})
  GROUP BY s2."symbol", s2."side"
  UNION ALL
  SELECT
    s3."symbol" AS c1,
    CAST(NULL AS Nullable(String)) AS c2,
    arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 1))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [reinterpretAsInt256(toDecimal256(sumOrNull(toDecimal128(s3."quantity", 0)), 0))], [nullIf(toInt256(count(s3."quantity")), 0)])[1] AS c3,
    {p3:String} AS c4
  FROM "flowforge"."trades" AS s3
  WHERE (s3."symbol" IN {p1:Array(String)})
  GROUP BY s3."symbol"
  UNION ALL
  SELECT
    CAST(NULL AS Nullable(String)) AS c1,
    s4."side" AS c2,
    arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 1))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [reinterpretAsInt256(toDecimal256(sumOrNull(toDecimal128(s4."quantity", 0)), 0))], [nullIf(toInt256(count(s4."quantity")), 0)])[1] AS c3,
    {p4:String} AS c4
  FROM "flowforge"."trades" AS s4
  WHERE (s4."symbol" IN {p1:Array(String)})
  GROUP BY s4."side"
  UNION ALL
  SELECT
    CAST(NULL AS Nullable(String)) AS c1,
    CAST(NULL AS Nullable(String)) AS c2,
    arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 1))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [reinterpretAsInt256(toDecimal256(sumOrNull(toDecimal128(s5."quantity", 0)), 0))], [nullIf(toInt256(count(s5."quantity")), 0)])[1] AS c3,
    {p5:String} AS c4
  FROM "flowforge"."trades" AS s5
  WHERE (s5."symbol" IN {p1:Array(String)})
) AS s1
ORDER BY s1.c1 ASC NULLS LAST, s1.c2 ASC NULLS LAST, s1.c4 ASC NULLS LAST;
-- p1 Array(String) = ["AAPL","NVDA"]
-- p2 String = "cell"
-- p3 String = "row"
-- p4 String = "column"
-- p5 String = "grand"

-- postgres
SELECT
  s1.c1 AS "symbol",
  s1.c2 AS "side",
  s1.c3 AS "value",
  s1.c4 AS "total"
FROM (
  SELECT
    s2."symbol" AS c1,
    s2."side" AS c2,
    (round(sum(s2."quantity"::numeric), 60) / nullif(count(s2."quantity"), 0))::double precision AS c3,
    $2::text AS c4
  FROM "flowforge"."trades" AS s2
  WHERE (s2."symbol" = ANY($1::text[]))
  GROUP BY s2."symbol", s2."side"
  UNION ALL
  SELECT
    s3."symbol" AS c1,
    NULL::text AS c2,
    (round(sum(s3."quantity"::numeric), 60) / nullif(count(s3."quantity"), 0))::double precision AS c3,
    $3::text AS c4
  FROM "flowforge"."trades" AS s3
  WHERE (s3."symbol" = ANY($1::text[]))
  GROUP BY s3."symbol"
  UNION ALL
  SELECT
    NULL::text AS c1,
    s4."side" AS c2,
    (round(sum(s4."quantity"::numeric), 60) / nullif(count(s4."quantity"), 0))::double precision AS c3,
    $4::text AS c4
  FROM "flowforge"."trades" AS s4
  WHERE (s4."symbol" = ANY($1::text[]))
  GROUP BY s4."side"
  UNION ALL
  SELECT
    NULL::text AS c1,
    NULL::text AS c2,
    (round(sum(s5."quantity"::numeric), 60) / nullif(count(s5."quantity"), 0))::double precision AS c3,
    $5::text AS c4
  FROM "flowforge"."trades" AS s5
  WHERE (s5."symbol" = ANY($1::text[]))
) AS s1
ORDER BY (s1.c1 COLLATE "C") ASC NULLS LAST, (s1.c2 COLLATE "C") ASC NULLS LAST, (s1.c4 COLLATE "C") ASC NULLS LAST;
-- $1 text[] = ["AAPL","NVDA"]
-- $2 text = "cell"
-- $3 text = "row"
-- $4 text = "column"
-- $5 text = "grand"

-- materialize
SELECT
  s1.c1 AS "symbol",
  s1.c2 AS "side",
  s1.c3 AS "value",
  s1.c4 AS "total"
FROM (
  SELECT
    s2."symbol" AS c1,
    s2."side" AS c2,
    (sum(s2."quantity"::numeric) / count(s2."quantity")::numeric)::double precision AS c3,
    $2::text AS c4
  FROM "flowforge"."trades" AS s2
  WHERE (s2."symbol" = ANY($1::text[]))
  GROUP BY s2."symbol", s2."side"
  UNION ALL
  SELECT
    s3."symbol" AS c1,
    NULL::text AS c2,
    (sum(s3."quantity"::numeric) / count(s3."quantity")::numeric)::double precision AS c3,
    $3::text AS c4
  FROM "flowforge"."trades" AS s3
  WHERE (s3."symbol" = ANY($1::text[]))
  GROUP BY s3."symbol"
  UNION ALL
  SELECT
    NULL::text AS c1,
    s4."side" AS c2,
    (sum(s4."quantity"::numeric) / count(s4."quantity")::numeric)::double precision AS c3,
    $4::text AS c4
  FROM "flowforge"."trades" AS s4
  WHERE (s4."symbol" = ANY($1::text[]))
  GROUP BY s4."side"
  UNION ALL
  SELECT
    NULL::text AS c1,
    NULL::text AS c2,
    (sum(s5."quantity"::numeric) / count(s5."quantity")::numeric)::double precision AS c3,
    $5::text AS c4
  FROM "flowforge"."trades" AS s5
  WHERE (s5."symbol" = ANY($1::text[]))
) AS s1
ORDER BY s1.c1 ASC NULLS LAST, s1.c2 ASC NULLS LAST, s1.c4 ASC NULLS LAST;
-- $1 text[] = ["AAPL","NVDA"]
-- $2 text = "cell"
-- $3 text = "row"
-- $4 text = "column"
-- $5 text = "grand"
