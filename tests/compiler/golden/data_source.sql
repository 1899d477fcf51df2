---- entitlements restrict every scan
-- a: data_source {"database":"flowforge","table":"trades"}
-- ids (a): select {"columns":["trade_id"]}
-- options {"entitlements":{"symbols":["MSFT","JPM"]}}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" IN {p1:Array(String)});
-- p1 Array(String) = ["MSFT","JPM"]

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = ANY($1::text[]));
-- $1 text[] = ["MSFT","JPM"]

-- materialize: the same


---- dashboard filters reach a scan that leaves the column out, before its limit
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id"],"limit":1}
-- options {"filters":[{"column":"symbol","operator":"=","value":"NVDA"},{"column":"nowhere","operator":"=","value":1}]}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = {p1:String})
LIMIT {p2:Int64};
-- p1 String = "NVDA"
-- p2 Int64 = "1"

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = $1::text COLLATE "C")
LIMIT $2::bigint;
-- $1 text = "NVDA"
-- $2 bigint = "1"

-- materialize
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = $1::text)
LIMIT 1;
-- $1 text = "NVDA"
