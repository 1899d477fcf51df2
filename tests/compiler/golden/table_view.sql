---- table_view sorts by a hidden column
-- a: data_source {"database":"flowforge","table":"trades"}
-- t (a): table_view {"columns":["trade_id"],"page_size":2,"sort":[{"column":"price","direction":"desc"}]}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
ORDER BY s1."price" DESC NULLS LAST;

-- postgres: the same

-- materialize: the same
