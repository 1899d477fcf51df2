---- scatter_plot
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"trade_id","operator":"<","value":3}]}
-- t (w): scatter_plot {"x":"quantity","y":"price","size":"rate","color":"symbol"}

-- clickhouse
SELECT
  s1."quantity" AS "quantity",
  s1."price" AS "price",
  s1."rate" AS "rate",
  s1."symbol" AS "symbol"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" < {p1:Int64});
-- p1 Int64 = "3"

-- postgres
SELECT
  s1."quantity" AS "quantity",
  s1."price" AS "price",
  s1."rate" AS "rate",
  s1."symbol" AS "symbol"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" < $1::bigint);
-- $1 bigint = "3"

-- materialize: the same
