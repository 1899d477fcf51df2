---- select chooses and orders columns
-- a: data_source {"database":"flowforge","table":"trades"}
-- s (a): select {"columns":["side","trade_id"]}
-- l (s): filter {"logic":"and","conditions":[{"column":"trade_id","operator":"<","value":3}]}

-- clickhouse
SELECT
  s1."side" AS "side",
  s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" < {p1:Int64});
-- p1 Int64 = "3"

-- postgres
SELECT
  s1."side" AS "side",
  s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" < $1::bigint);
-- $1 bigint = "3"

-- materialize: the same
