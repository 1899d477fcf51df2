---- sort puts nulls last in both directions and is stable over an earlier sort
-- a: data_source {"database":"flowforge","table":"trades"}
-- s1 (a): sort {"keys":[{"column":"trade_id","direction":"desc"}]}
-- s2 (s1): sort {"keys":[{"column":"quantity","direction":"desc"}]}
-- ids (s2): select {"columns":["trade_id"]}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
ORDER BY s1."quantity" DESC NULLS LAST, s1."trade_id" DESC NULLS LAST;

-- postgres: the same

-- materialize: the same


---- sort nulls first
-- a: data_source {"database":"flowforge","table":"trades"}
-- s (a): sort {"keys":[{"column":"side","direction":"asc","nulls":"first"},{"column":"trade_id","direction":"asc"}]}
-- ids (s): select {"columns":["trade_id"]}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
ORDER BY s1."side" ASC NULLS FIRST, s1."trade_id" ASC NULLS LAST;

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
ORDER BY (s1."side" COLLATE "C") ASC NULLS FIRST, s1."trade_id" ASC NULLS LAST;

-- materialize
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
ORDER BY s1."side" ASC NULLS FIRST, s1."trade_id" ASC NULLS LAST;
