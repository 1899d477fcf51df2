---- limits compose
-- a: data_source {"database":"flowforge","table":"trades"}
-- s (a): sort {"keys":[{"column":"trade_id","direction":"asc"}]}
-- l1 (s): limit {"count":5,"offset":1}
-- l2 (l1): limit {"count":9,"offset":2}
-- ids (l2): select {"columns":["trade_id"]}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST
LIMIT {p1:Int64}
OFFSET {p1:Int64};
-- p1 Int64 = "3"

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST
LIMIT $1::bigint
OFFSET $1::bigint;
-- $1 bigint = "3"

-- materialize
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST
LIMIT 3
OFFSET 3;


---- a filter after a limit sees only its rows, and the order stays
-- a: data_source {"database":"flowforge","table":"trades"}
-- s (a): sort {"keys":[{"column":"trade_id","direction":"desc"}]}
-- l (s): limit {"count":4}
-- w (l): filter {"logic":"and","conditions":[{"column":"symbol","operator":"=","value":"AAPL"}]}
-- ids (w): select {"columns":["trade_id"]}

-- clickhouse
SELECT CAST(s1.c1 AS Int64) AS "trade_id"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."symbol" AS c2
  FROM "flowforge"."trades" AS s2
  ORDER BY s2."trade_id" DESC NULLS LAST
  LIMIT {p1:Int64}
) AS s1
WHERE (s1.c2 = {p2:String})
ORDER BY s1.c1 DESC NULLS LAST;
-- p1 Int64 = "4"
-- p2 String = "AAPL"

-- postgres
SELECT s1.c1 AS "trade_id"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."symbol" AS c2
  FROM "flowforge"."trades" AS s2
  ORDER BY s2."trade_id" DESC NULLS LAST
  LIMIT $1::bigint
) AS s1
WHERE (s1.c2 = $2::text COLLATE "C")
ORDER BY s1.c1 DESC NULLS LAST;
-- $1 bigint = "4"
-- $2 text = "AAPL"

-- materialize
SELECT s1.c1 AS "trade_id"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."symbol" AS c2
  FROM "flowforge"."trades" AS s2
  ORDER BY s2."trade_id" DESC NULLS LAST
  LIMIT 4
) AS s1
WHERE (s1.c2 = $1::text)
ORDER BY s1.c1 DESC NULLS LAST;
-- $1 text = "AAPL"
