---- a formula adds and replaces
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","quantity"]}
-- f (a): formula {"as":"twice","expression":"[quantity] * 2"}
-- g (f): formula {"as":"quantity","expression":"[twice] + 1"}
-- w (g): filter {"logic":"and","conditions":[{"column":"trade_id","operator":"in","value":[1,4]}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  CAST(accurateCastOrNull(toInt128(accurateCastOrNull(toInt128(s1."quantity") * toInt128({p2:Int64}), 'Int64')) + toInt128({p3:Int64}), 'Int64') AS Nullable(Int64)) AS "quantity",
  CAST(accurateCastOrNull(toInt128(s1."quantity") * toInt128({p2:Int64}), 'Int64') AS Nullable(Int64)) AS "twice"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" IN {p1:Array(Int64)});
-- p1 Array(Int64) = "[1,4]"
-- p2 Int64 = "2"
-- p3 Int64 = "1"

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  nullif(lower(numrange((nullif(lower(numrange((s1."quantity"::numeric * $2::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric + $3::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint AS "quantity",
  nullif(lower(numrange((s1."quantity"::numeric * $2::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint AS "twice"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" = ANY($1::bigint[]));
-- $1 bigint[] = ["1","4"]
-- $2 bigint = "2"
-- $3 bigint = "1"

-- materialize
SELECT
  s1."trade_id" AS "trade_id",
  (CASE WHEN abs(((CASE WHEN abs((s1."quantity"::numeric * $2::bigint::numeric) + 0.5) < 9223372036854775808 THEN (s1."quantity"::numeric * $2::bigint::numeric)::bigint END)::numeric + $3::bigint::numeric) + 0.5) < 9223372036854775808 THEN ((CASE WHEN abs((s1."quantity"::numeric * $2::bigint::numeric) + 0.5) < 9223372036854775808 THEN (s1."quantity"::numeric * $2::bigint::numeric)::bigint END)::numeric + $3::bigint::numeric)::bigint END) AS "quantity",
  (CASE WHEN abs((s1."quantity"::numeric * $2::bigint::numeric) + 0.5) < 9223372036854775808 THEN (s1."quantity"::numeric * $2::bigint::numeric)::bigint END) AS "twice"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" = ANY($1::bigint[]));
-- $1 bigint[] = ["1","4"]
-- $2 bigint = "2"
-- $3 bigint = "1"
