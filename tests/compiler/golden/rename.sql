---- rename exchanges two names
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","quantity"]}
-- r (a): rename {"renames":[{"from":"trade_id","to":"quantity"},{"from":"quantity","to":"trade_id"}]}
-- w (r): filter {"logic":"and","conditions":[{"column":"quantity","operator":"<=","value":2}]}

-- clickhouse
SELECT
  s1."trade_id" AS "quantity",
  s1."quantity" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" <= {p1:Int64});
-- p1 Int64 = "2"

-- postgres
SELECT
  s1."trade_id" AS "quantity",
  s1."quantity" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" <= $1::bigint);
-- $1 bigint = "2"

-- materialize: the same
