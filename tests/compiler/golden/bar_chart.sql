---- bar_chart aggregates per x and colour
-- a: data_source {"database":"flowforge","table":"trades"}
-- t (a): bar_chart {"x":"symbol","y":["quantity"],"color":"side","function":"sum"}

-- clickhouse
SELECT
  s1."symbol" AS "symbol",
  s1."side" AS "side",
  CAST(sumOrNull(toDecimal128(s1."quantity", 0)) AS Nullable(Decimal(38, 0))) AS "quantity"
FROM "flowforge"."trades" AS s1
GROUP BY s1."symbol", s1."side"
ORDER BY s1."symbol" ASC NULLS LAST, s1."side" ASC NULLS LAST;

-- postgres
SELECT
  s1."symbol" AS "symbol",
  s1."side" AS "side",
  sum(s1."quantity"::numeric) AS "quantity"
FROM "flowforge"."trades" AS s1
GROUP BY s1."symbol", s1."side"
ORDER BY (s1."symbol" COLLATE "C") ASC NULLS LAST, (s1."side" COLLATE "C") ASC NULLS LAST;

-- materialize
SELECT
  s1."symbol" AS "symbol",
  s1."side" AS "side",
  sum(s1."quantity"::numeric) AS "quantity"
FROM "flowforge"."trades" AS s1
GROUP BY s1."symbol", s1."side"
ORDER BY s1."symbol" ASC NULLS LAST, s1."side" ASC NULLS LAST;
