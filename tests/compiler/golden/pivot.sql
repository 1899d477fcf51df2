---- pivot: count of a missing cell is 0; without rows one row
-- a: data_source {"database":"flowforge","table":"trades"}
-- p (a): pivot {"rows":[],"column":"trade_id","value":"quantity","function":"count","values":[1,4,99]}

-- clickhouse
SELECT
  CAST(toInt64(countIf(s1."quantity", (s1."trade_id" = {p1:Int64}))) AS Int64) AS "1",
  CAST(toInt64(countIf(s1."quantity", (s1."trade_id" = {p2:Int64}))) AS Int64) AS "4",
  CAST(toInt64(countIf(s1."quantity", (s1."trade_id" = {p3:Int64}))) AS Int64) AS "99"
FROM "flowforge"."trades" AS s1;
-- p1 Int64 = "1"
-- p2 Int64 = "4"
-- p3 Int64 = "99"

-- postgres
SELECT
  count(s1."quantity") FILTER (WHERE (s1."trade_id" = $1::bigint)) AS "1",
  count(s1."quantity") FILTER (WHERE (s1."trade_id" = $2::bigint)) AS "4",
  count(s1."quantity") FILTER (WHERE (s1."trade_id" = $3::bigint)) AS "99"
FROM "flowforge"."trades" AS s1;
-- $1 bigint = "1"
-- $2 bigint = "4"
-- $3 bigint = "99"

-- materialize: the same
