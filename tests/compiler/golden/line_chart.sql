---- line_chart orders by x and leaves null x out
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"trade_id","operator":"in","value":[1,3,4,5]}]}
-- t (w): line_chart {"x":"day","y":["trade_id"]}

-- clickhouse
SELECT
  CAST(s1."day" AS Nullable(Date32)) AS "day",
  s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" IN {p1:Array(Int64)}) AND isNotNull(s1."day")
ORDER BY s1."day" ASC NULLS LAST;
-- p1 Array(Int64) = "[1,3,4,5]"

-- postgres
SELECT
  s1."day" AS "day",
  s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" = ANY($1::bigint[])) AND (s1."day" IS NOT NULL)
ORDER BY s1."day" ASC NULLS LAST;
-- $1 bigint[] = ["1","3","4","5"]

-- materialize: the same
