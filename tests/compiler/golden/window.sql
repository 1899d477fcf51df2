---- a range shows a part of a running total
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): window {"function":"sum","column":"quantity","as":"total","order_by":[{"column":"trade_id","direction":"asc"}]}
-- s (w): select {"columns":["trade_id","total"]}
-- options {"filters":[{"column":"event_time","operator":">=","value":"2024-02-01T00:00:00Z"}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  CAST(sumOrNull(toDecimal128(s1."quantity", 0)) OVER (ORDER BY s1."trade_id" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS Nullable(Decimal(38, 0))) AS "total"
FROM "flowforge"."trades" AS s1
QUALIFY (s1."event_time" >= {p1:DateTime64(3, 'UTC')});
-- p1 DateTime64(3, 'UTC') = "2024-02-01 00:00:00.000"

-- postgres
SELECT
  s1.c1 AS "trade_id",
  s1.c3 AS "total"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."event_time" AS c2,
    sum(s2."quantity"::numeric) OVER (ORDER BY s2."trade_id" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS c3
  FROM "flowforge"."trades" AS s2
) AS s1
WHERE (s1.c2 >= ($1::timestamp AT TIME ZONE 'UTC'));
-- $1 timestamp = "2024-02-01 00:00:00.000"

-- materialize
SELECT
  s1.c1 AS "trade_id",
  s1.c3 AS "total"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."event_time" AS c2,
    sum(s2."quantity"::numeric) OVER (ORDER BY s2."trade_id" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS c3
  FROM "flowforge"."trades" AS s2
) AS s1
WHERE (s1.c2 >= ($1::timestamp AT TIME ZONE 'UTC'::text));
-- $1 timestamp = "2024-02-01 00:00:00.000"


---- window: lag, running sum and rank
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol","quantity"]}
-- w1 (a): window {"function":"lag","column":"quantity","as":"before","partition_by":["symbol"],"order_by":[{"column":"trade_id","direction":"asc"}]}
-- w2 (w1): window {"function":"sum","column":"quantity","as":"running","partition_by":["symbol"],"order_by":[{"column":"trade_id","direction":"asc"}]}
-- w3 (w2): window {"function":"rank","as":"rank","partition_by":[],"order_by":[{"column":"quantity","direction":"desc"}]}
-- s (w3): sort {"keys":[{"column":"trade_id","direction":"asc"}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  s1."quantity" AS "quantity",
  CAST(lag(toNullable(s1."quantity"), 1) OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" ASC NULLS LAST) AS Nullable(Int64)) AS "before",
  CAST(sumOrNull(toDecimal128(s1."quantity", 0)) OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS Nullable(Decimal(38, 0))) AS "running",
  CAST(toInt64(rank() OVER (ORDER BY s1."quantity" DESC NULLS LAST)) AS Int64) AS "rank"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  s1."quantity" AS "quantity",
  lag(s1."quantity", 1) OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" ASC NULLS LAST) AS "before",
  sum(s1."quantity"::numeric) OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "running",
  rank() OVER (ORDER BY s1."quantity" DESC NULLS LAST) AS "rank"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;

-- materialize: the same


---- a filter on a window, and on its partition
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol"]}
-- w1 (a): window {"function":"row_number","as":"n","partition_by":["symbol"],"order_by":[{"column":"trade_id","direction":"desc"}]}
-- w (w1): filter {"logic":"and","conditions":[{"column":"n","operator":"=","value":1},{"column":"symbol","operator":"!=","value":"JPM"}]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  s1."symbol" AS "symbol",
  CAST(toInt64(row_number() OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" DESC NULLS LAST)) AS Int64) AS "n"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" != {p1:String})
QUALIFY (toInt64(row_number() OVER (PARTITION BY s1."symbol" ORDER BY s1."trade_id" DESC NULLS LAST)) = {p2:Int64});
-- p1 String = "JPM"
-- p2 Int64 = "1"

-- postgres
SELECT
  s1.c1 AS "trade_id",
  s1.c2 AS "symbol",
  s1.c3 AS "n"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."symbol" AS c2,
    row_number() OVER (PARTITION BY s2."symbol" ORDER BY s2."trade_id" DESC NULLS LAST) AS c3
  FROM "flowforge"."trades" AS s2
) AS s1
WHERE (s1.c3 = $1::bigint) AND (s1.c2 <> $2::text COLLATE "C");
-- $1 bigint = "1"
-- $2 text = "JPM"

-- materialize
SELECT
  s1.c1 AS "trade_id",
  s1.c2 AS "symbol",
  s1.c3 AS "n"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."symbol" AS c2,
    row_number() OVER (PARTITION BY s2."symbol" ORDER BY s2."trade_id" DESC NULLS LAST) AS c3
  FROM "flowforge"."trades" AS s2
) AS s1
WHERE (s1.c3 = $1::bigint) AND (s1.c2 <> $2::text);
-- $1 bigint = "1"
-- $2 text = "JPM"


---- window: ranks from 0 to 1, buckets and shares
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol","side","quantity","rate"]}
-- w_rank (a): window {"as":"rank","partition_by":[],"order_by":[{"column":"quantity","direction":"desc","nulls":"last"}],"function":"percent_rank"}
-- w_nulls_first (w_rank): window {"as":"nulls_first","partition_by":[],"order_by":[{"column":"quantity","direction":"desc","nulls":"first"}],"function":"percent_rank"}
-- w_alone (w_nulls_first): window {"as":"alone","partition_by":["trade_id"],"order_by":[{"column":"trade_id","direction":"asc"}],"function":"percent_rank"}
-- w_three (w_alone): window {"as":"three","partition_by":[],"order_by":[{"column":"trade_id","direction":"asc"}],"function":"ntile","buckets":3}
-- w_ten (w_three): window {"as":"ten","partition_by":[],"order_by":[{"column":"trade_id","direction":"asc"}],"function":"ntile","buckets":10}
-- w_share (w_ten): window {"as":"share","partition_by":["symbol"],"order_by":[{"column":"trade_id","direction":"asc"}],"function":"share","column":"quantity"}
-- w_of_rate (w_share): window {"as":"of_rate","partition_by":["symbol"],"order_by":[],"function":"share","column":"rate"}
-- s (w_of_rate): sort {"keys":[{"column":"trade_id","direction":"asc"}]}
-- only (s): select {"columns":["trade_id","rank","nulls_first","alone","three","ten","share","of_rate"]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  CAST(coalesce(arrayMap((x, y) -> if(abs(x) <= 9007199254740992 AND abs(y) <= 9007199254740992, toFloat64(x) / (toFloat64(y)), arrayMap((k) -> arrayMap((s, b) -> if((x < 0) = (y < 0), 1, -1) * toFloat64(bitOr(toInt64(intDiv(s, b)), s % b != 0)) * exp2(-k), [bitShiftLeft(toInt256(abs(x)), greatest(k, 0))], [bitShiftLeft(toInt256(abs(y)), greatest(-k, 0))])[1], [56 - toInt32(floor(log2((greatest(abs(toFloat64(x)), 1) * 1e0) / (greatest(abs(toFloat64(y)), 1) * 1e0))))])[1]), [accurateCastOrNull(toInt128(toInt64(rank() OVER (ORDER BY s1."quantity" DESC NULLS LAST))) - toInt128({p1:Int64}), 'Int64')], [nullIf(accurateCastOrNull(toInt128(toInt64(count() OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))) - toInt128({p1:Int64}), 'Int64'), 0)])[1], {p2:Float64}) AS Float64) AS "rank",
  CAST(coalesce(arrayMap((x, y) -> if(abs(x) <= 9007199254740992 AND abs(y) <= 9007199254740992, toFloat64(x) / (toFloat64(y)), arrayMap((k) -> arrayMap((s, b) -> if((x < 0) = (y < 0), 1, -1) * toFloat64(bitOr(toInt64(intDiv(s, b)), s % b != 0)) * exp2(-k), [bitShiftLeft(toInt256(abs(x)), greatest(k, 0))], [bitShiftLeft(toInt256(abs(y)), greatest(-k, 0))])[1], [56 - toInt32(floor(log2((greatest(abs(toFloat64(x)), 1) * 1e0) / (greatest(abs(toFloat64(y)), 1) * 1e0))))])[1]), [accurateCastOrNull(toInt128(toInt64(rank() OVER (ORDER BY s1."quantity" DESC NULLS FIRST))) - toInt128({p1:Int64}), 'Int64')], [nullIf(accurateCastOrNull(toInt128(toInt64(count() OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))) - toInt128({p1:Int64}), 'Int64'), 0)])[1], {p2:Float64}) AS Float64) AS "nulls_first",
  CAST(coalesce(arrayMap((x, y) -> if(abs(x) <= 9007199254740992 AND abs(y) <= 9007199254740992, toFloat64(x) / (toFloat64(y)), arrayMap((k) -> arrayMap((s, b) -> if((x < 0) = (y < 0), 1, -1) * toFloat64(bitOr(toInt64(intDiv(s, b)), s % b != 0)) * exp2(-k), [bitShiftLeft(toInt256(abs(x)), greatest(k, 0))], [bitShiftLeft(toInt256(abs(y)), greatest(-k, 0))])[1], [56 - toInt32(floor(log2((greatest(abs(toFloat64(x)), 1) * 1e0) / (greatest(abs(toFloat64(y)), 1) * 1e0))))])[1]), [accurateCastOrNull(toInt128(toInt64(rank() OVER (PARTITION BY s1."trade_id" ORDER BY s1."trade_id" ASC NULLS LAST))) - toInt128({p1:Int64}), 'Int64')], [nullIf(accurateCastOrNull(toInt128(toInt64(count() OVER (PARTITION BY s1."trade_id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))) - toInt128({p1:Int64}), 'Int64'), 0)])[1], {p2:Float64}) AS Float64) AS "alone",
  CAST(toInt64(ntile(3) OVER (ORDER BY s1."trade_id" ASC NULLS LAST)) AS Int64) AS "three",
  CAST(toInt64(ntile(10) OVER (ORDER BY s1."trade_id" ASC NULLS LAST)) AS Int64) AS "ten",
  CAST(arrayMap((x, y) -> if(abs(x) <= 9007199254740992 AND abs(y) <= 9007199254740992, toFloat64(x) / (toFloat64(y)), arrayMap((k) -> arrayMap((s, b) -> if((x < 0) = (y < 0), 1, -1) * toFloat64(bitOr(toInt64(intDiv(s, b)), s % b != 0)) * exp2(-k), [bitShiftLeft(toInt256(abs(x)), greatest(k, 0))], [bitShiftLeft(toInt256(abs(y)), greatest(-k, 0))])[1], [56 - toInt32(floor(log2((greatest(abs(toFloat64(x)), 1) * 1e0) / (greatest(abs(toFloat64(y)), 1) * 1e0))))])[1]), [s1."quantity"], [nullIf(reinterpretAsInt128(toDecimal128(sumOrNull(toDecimal128(s1."quantity", 0)) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), 0)), 0)])[1] AS Nullable(Float64)) AS "share",
  CAST((toFloat64(s1."rate") / nullIf(toFloat64(sumOrNull(s1."rate") OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)), 0)) AS Nullable(Float64)) AS "of_rate"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;
-- p1 Int64 = "1"
-- p2 Float64 = 0

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  coalesce((round(nullif(lower(numrange((rank() OVER (ORDER BY s1."quantity" DESC NULLS LAST)::numeric - $1::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric, 59) / nullif(nullif(lower(numrange((count(*) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)::numeric - $1::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric, 0))::double precision, $2::double precision) AS "rank",
  coalesce((round(nullif(lower(numrange((rank() OVER (ORDER BY s1."quantity" DESC NULLS FIRST)::numeric - $1::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric, 59) / nullif(nullif(lower(numrange((count(*) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)::numeric - $1::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric, 0))::double precision, $2::double precision) AS "nulls_first",
  coalesce((round(nullif(lower(numrange((rank() OVER (PARTITION BY s1."trade_id" ORDER BY s1."trade_id" ASC NULLS LAST)::numeric - $1::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric, 59) / nullif(nullif(lower(numrange((count(*) OVER (PARTITION BY s1."trade_id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)::numeric - $1::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric, 0))::double precision, $2::double precision) AS "alone",
  ntile(3) OVER (ORDER BY s1."trade_id" ASC NULLS LAST)::bigint AS "three",
  ntile(10) OVER (ORDER BY s1."trade_id" ASC NULLS LAST)::bigint AS "ten",
  (round(s1."quantity"::numeric, 78) / nullif(sum(s1."quantity"::numeric) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)::numeric, 0))::double precision AS "share",
  (CASE WHEN abs(nullif((CASE WHEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) IS NULL THEN sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) WHEN abs(sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) <= '1.844674407370955e19'::double precision THEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) * '9.745314011399999e288'::double precision + coalesce(sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), 0) ELSE 'Infinity'::double precision * sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END), 0)) < 1 THEN CASE WHEN abs(s1."rate") > '1.797693134862315e308'::double precision * abs(nullif((CASE WHEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) IS NULL THEN sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) WHEN abs(sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) <= '1.844674407370955e19'::double precision THEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) * '9.745314011399999e288'::double precision + coalesce(sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), 0) ELSE 'Infinity'::double precision * sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END), 0)) AND abs(s1."rate") <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."rate" * nullif((CASE WHEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) IS NULL THEN sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) WHEN abs(sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) <= '1.844674407370955e19'::double precision THEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) * '9.745314011399999e288'::double precision + coalesce(sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), 0) ELSE 'Infinity'::double precision * sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END), 0) ELSE s1."rate" / nullif((CASE WHEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) IS NULL THEN sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) WHEN abs(sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) <= '1.844674407370955e19'::double precision THEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) * '9.745314011399999e288'::double precision + coalesce(sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), 0) ELSE 'Infinity'::double precision * sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END), 0) END WHEN abs(s1."rate") < '5e-324'::double precision * abs(nullif((CASE WHEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) IS NULL THEN sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) WHEN abs(sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) <= '1.844674407370955e19'::double precision THEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) * '9.745314011399999e288'::double precision + coalesce(sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), 0) ELSE 'Infinity'::double precision * sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END), 0)) AND abs(nullif((CASE WHEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) IS NULL THEN sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) WHEN abs(sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) <= '1.844674407370955e19'::double precision THEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) * '9.745314011399999e288'::double precision + coalesce(sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), 0) ELSE 'Infinity'::double precision * sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END), 0)) <= '1.7976931348623157e308'::double precision THEN 0 * s1."rate" * nullif((CASE WHEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) IS NULL THEN sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) WHEN abs(sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) <= '1.844674407370955e19'::double precision THEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) * '9.745314011399999e288'::double precision + coalesce(sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), 0) ELSE 'Infinity'::double precision * sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END), 0) ELSE s1."rate" / nullif((CASE WHEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) IS NULL THEN sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) WHEN abs(sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) <= '1.844674407370955e19'::double precision THEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) * '9.745314011399999e288'::double precision + coalesce(sum(s1."rate") FILTER (WHERE abs(s1."rate") < 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), 0) ELSE 'Infinity'::double precision * sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE abs(s1."rate") >= 1e270) OVER (PARTITION BY s1."symbol" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) END), 0) END) AS "of_rate"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;
-- $1 bigint = "1"
-- $2 double precision = 0

-- materialize
-- refused: unsupported_on_store, unsupported_on_store


---- window: empty values are skipped within each partition, in either order
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","symbol","side","quantity","rate"]}
-- w_back (a): window {"as":"back","partition_by":["symbol"],"order_by":[{"column":"trade_id","direction":"desc"}],"function":"lag","column":"quantity","ignore_nulls":true}
-- w_first (w_back): window {"as":"first","partition_by":["symbol"],"order_by":[{"column":"trade_id","direction":"asc"}],"function":"first_value","column":"side","ignore_nulls":true}
-- s (w_first): sort {"keys":[{"column":"trade_id","direction":"asc"}]}
-- only (s): select {"columns":["trade_id","back","first"]}

-- clickhouse
SELECT
  CAST(s1.c1 AS Int64) AS "trade_id",
  CAST(s1.c6 AS Nullable(Int64)) AS "back",
  CAST(if(s1.c7 >= 1, nth_value(toNullable(s1.c3), toInt64(greatest(ifNull(s1.c7, 1), 1))) OVER (PARTITION BY s1.c2 ORDER BY isNull(s1.c3) ASC NULLS LAST, s1.c1 ASC NULLS LAST, s1.c2 ASC NULLS LAST, s1.c3 ASC NULLS LAST, s1.c4 ASC NULLS LAST, s1.c5 ASC NULLS LAST, s1.c6 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NULL) AS Nullable(String)) AS "first"
FROM (
  SELECT
    s2.c1 AS c1,
    s2.c2 AS c2,
    s2.c3 AS c3,
    s2.c4 AS c4,
    s2.c5 AS c5,
    s2.c6 AS c6,
    (CASE WHEN (toInt64(countIf(isNotNull(s2.c3)) OVER (PARTITION BY s2.c2 ORDER BY s2.c1 ASC NULLS LAST, s2.c2 ASC NULLS LAST, s2.c3 ASC NULLS LAST, s2.c4 ASC NULLS LAST, s2.c5 ASC NULLS LAST, s2.c6 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) > {p2:Int64}) THEN accurateCastOrNull(toInt128(accurateCastOrNull(toInt128(toInt64(countIf(isNotNull(s2.c3)) OVER (PARTITION BY s2.c2 ORDER BY s2.c1 ASC NULLS LAST, s2.c2 ASC NULLS LAST, s2.c3 ASC NULLS LAST, s2.c4 ASC NULLS LAST, s2.c5 ASC NULLS LAST, s2.c6 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))) - toInt128(toInt64(countIf(isNotNull(s2.c3)) OVER (PARTITION BY s2.c2 ORDER BY s2.c1 ASC NULLS LAST, s2.c2 ASC NULLS LAST, s2.c3 ASC NULLS LAST, s2.c4 ASC NULLS LAST, s2.c5 ASC NULLS LAST, s2.c6 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))), 'Int64')) + toInt128({p1:Int64}), 'Int64') ELSE CAST(NULL AS Nullable(Int64)) END) AS c7
  FROM (
    SELECT
      s3.c1 AS c1,
      s3.c2 AS c2,
      s3.c3 AS c3,
      s3.c4 AS c4,
      s3.c5 AS c5,
      if(s3.c6 >= 1, nth_value(toNullable(s3.c4), toInt64(greatest(ifNull(s3.c6, 1), 1))) OVER (PARTITION BY s3.c2 ORDER BY isNull(s3.c4) ASC NULLS LAST, s3.c1 DESC NULLS LAST, s3.c2 ASC NULLS LAST, s3.c3 ASC NULLS LAST, s3.c4 ASC NULLS LAST, s3.c5 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NULL) AS c6
    FROM (
      SELECT
        s4."trade_id" AS c1,
        s4."symbol" AS c2,
        s4."side" AS c3,
        s4."quantity" AS c4,
        s4."rate" AS c5,
        accurateCastOrNull(toInt128((CASE WHEN isNull(s4."quantity") THEN toInt64(countIf(isNotNull(s4."quantity")) OVER (PARTITION BY s4."symbol" ORDER BY s4."trade_id" DESC NULLS LAST, s4."symbol" ASC NULLS LAST, s4."side" ASC NULLS LAST, s4."quantity" ASC NULLS LAST, s4."rate" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) ELSE accurateCastOrNull(toInt128(toInt64(countIf(isNotNull(s4."quantity")) OVER (PARTITION BY s4."symbol" ORDER BY s4."trade_id" DESC NULLS LAST, s4."symbol" ASC NULLS LAST, s4."side" ASC NULLS LAST, s4."quantity" ASC NULLS LAST, s4."rate" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW))) - toInt128({p1:Int64}), 'Int64') END)) - toInt128({p2:Int64}), 'Int64') AS c6
      FROM "flowforge"."trades" AS s4
    ) AS s3
  ) AS s2
) AS s1
ORDER BY s1.c1 ASC NULLS LAST;
-- p1 Int64 = "1"
-- p2 Int64 = "0"

-- postgres
SELECT
  s1.c1 AS "trade_id",
  s1.c6 AS "back",
  nth_value(s1.c3, (CASE WHEN s1.c7 >= 1 THEN least(s1.c7, 2147483647) END)::int) OVER (PARTITION BY s1.c2 ORDER BY (s1.c3 IS NULL) ASC NULLS LAST, s1.c1 ASC NULLS LAST, (s1.c2 COLLATE "C") ASC NULLS LAST, (s1.c3 COLLATE "C") ASC NULLS LAST, s1.c4 ASC NULLS LAST, s1.c5 ASC NULLS LAST, s1.c6 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "first"
FROM (
  SELECT
    s2.c1 AS c1,
    s2.c2 AS c2,
    s2.c3 AS c3,
    s2.c4 AS c4,
    s2.c5 AS c5,
    s2.c6 AS c6,
    (CASE WHEN (count(s2.c3) OVER (PARTITION BY s2.c2 ORDER BY s2.c1 ASC NULLS LAST, (s2.c2 COLLATE "C") ASC NULLS LAST, (s2.c3 COLLATE "C") ASC NULLS LAST, s2.c4 ASC NULLS LAST, s2.c5 ASC NULLS LAST, s2.c6 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) > $2::bigint) THEN nullif(lower(numrange((nullif(lower(numrange((count(s2.c3) OVER (PARTITION BY s2.c2 ORDER BY s2.c1 ASC NULLS LAST, (s2.c2 COLLATE "C") ASC NULLS LAST, (s2.c3 COLLATE "C") ASC NULLS LAST, s2.c4 ASC NULLS LAST, s2.c5 ASC NULLS LAST, s2.c6 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)::numeric - count(s2.c3) OVER (PARTITION BY s2.c2 ORDER BY s2.c1 ASC NULLS LAST, (s2.c2 COLLATE "C") ASC NULLS LAST, (s2.c3 COLLATE "C") ASC NULLS LAST, s2.c4 ASC NULLS LAST, s2.c5 ASC NULLS LAST, s2.c6 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric + $1::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint ELSE NULL::bigint END) AS c7
  FROM (
    SELECT
      s3.c1 AS c1,
      s3.c2 AS c2,
      s3.c3 AS c3,
      s3.c4 AS c4,
      s3.c5 AS c5,
      nth_value(s3.c4, (CASE WHEN s3.c6 >= 1 THEN least(s3.c6, 2147483647) END)::int) OVER (PARTITION BY s3.c2 ORDER BY (s3.c4 IS NULL) ASC NULLS LAST, s3.c1 DESC NULLS LAST, (s3.c2 COLLATE "C") ASC NULLS LAST, (s3.c3 COLLATE "C") ASC NULLS LAST, s3.c4 ASC NULLS LAST, s3.c5 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS c6
    FROM (
      SELECT
        s4."trade_id" AS c1,
        s4."symbol" AS c2,
        s4."side" AS c3,
        s4."quantity" AS c4,
        s4."rate" AS c5,
        nullif(lower(numrange(((CASE WHEN (s4."quantity" IS NULL) THEN count(s4."quantity") OVER (PARTITION BY s4."symbol" ORDER BY s4."trade_id" DESC NULLS LAST, (s4."symbol" COLLATE "C") ASC NULLS LAST, (s4."side" COLLATE "C") ASC NULLS LAST, s4."quantity" ASC NULLS LAST, s4."rate" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) ELSE nullif(lower(numrange((count(s4."quantity") OVER (PARTITION BY s4."symbol" ORDER BY s4."trade_id" DESC NULLS LAST, (s4."symbol" COLLATE "C") ASC NULLS LAST, (s4."side" COLLATE "C") ASC NULLS LAST, s4."quantity" ASC NULLS LAST, s4."rate" ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)::numeric - $1::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint END)::numeric - $2::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint AS c6
      FROM "flowforge"."trades" AS s4
    ) AS s3
  ) AS s2
) AS s1
ORDER BY s1.c1 ASC NULLS LAST;
-- $1 bigint = "1"
-- $2 bigint = "0"

-- materialize
-- refused: unsupported_on_store, unsupported_on_store


---- time frames: over dates, and rows without a date see each other alone
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","event_time","day","symbol","quantity","price"]}
-- w_month (a): window {"as":"month","partition_by":[],"order_by":[{"column":"day","direction":"asc"}],"function":"count","frame":{"preceding":{"size":1,"unit":"month"},"following":"current"}}
-- w_ahead (w_month): window {"as":"ahead","partition_by":[],"order_by":[{"column":"day","direction":"asc"}],"function":"count","frame":{"preceding":{"size":0,"unit":"day"},"following":{"size":1,"unit":"month"}}}
-- w_week (w_ahead): window {"as":"week","partition_by":[],"order_by":[{"column":"day","direction":"desc"}],"function":"count","frame":{"preceding":{"size":2,"unit":"week"},"following":{"size":4,"unit":"week"}}}
-- w_median (w_week): window {"as":"median","partition_by":[],"order_by":[{"column":"day","direction":"asc"}],"function":"median","column":"quantity","frame":{"preceding":{"size":1,"unit":"year"},"following":"current"}}
-- w_all (w_median): window {"as":"all","partition_by":[],"order_by":[{"column":"day","direction":"asc"}],"function":"sum","column":"trade_id","frame":{"preceding":"unbounded","following":{"size":60,"unit":"year"}}}
-- s (w_all): sort {"keys":[{"column":"trade_id","direction":"asc"}]}
-- only (s): select {"columns":["trade_id","month","ahead","week","median","all"]}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  CAST(toInt64(multiIf(abs(toInt32(addMonths(toDate32(s1."day"), -1)) - toInt32(toDate32(s1."day"))) = 28, count() OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN 28 PRECEDING AND CURRENT ROW), abs(toInt32(addMonths(toDate32(s1."day"), -1)) - toInt32(toDate32(s1."day"))) = 29, count() OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN 29 PRECEDING AND CURRENT ROW), abs(toInt32(addMonths(toDate32(s1."day"), -1)) - toInt32(toDate32(s1."day"))) = 30, count() OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN 30 PRECEDING AND CURRENT ROW), count() OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN 31 PRECEDING AND CURRENT ROW))) AS Int64) AS "month",
  CAST(toInt64(multiIf(abs(toInt32(addMonths(toDate32(s1."day"), 1)) - toInt32(toDate32(s1."day"))) = 28, count() OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN CURRENT ROW AND 28 FOLLOWING), abs(toInt32(addMonths(toDate32(s1."day"), 1)) - toInt32(toDate32(s1."day"))) = 29, count() OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN CURRENT ROW AND 29 FOLLOWING), abs(toInt32(addMonths(toDate32(s1."day"), 1)) - toInt32(toDate32(s1."day"))) = 30, count() OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN CURRENT ROW AND 30 FOLLOWING), count() OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN CURRENT ROW AND 31 FOLLOWING))) AS Int64) AS "ahead",
  CAST(toInt64(count() OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) DESC NULLS LAST RANGE BETWEEN 14 PRECEDING AND 28 FOLLOWING)) AS Int64) AS "week",
  CAST(toFloat64(toString((toDecimal256(multiIf(abs(toInt32(addMonths(toDate32(s1."day"), -12)) - toInt32(toDate32(s1."day"))) = 365, quantileExactLowOrNull(0.5)(s1."quantity") OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN 365 PRECEDING AND CURRENT ROW), quantileExactLowOrNull(0.5)(s1."quantity") OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN 366 PRECEDING AND CURRENT ROW)), 0) + toDecimal256(multiIf(abs(toInt32(addMonths(toDate32(s1."day"), -12)) - toInt32(toDate32(s1."day"))) = 365, quantileExactHighOrNull(0.5)(s1."quantity") OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN 365 PRECEDING AND CURRENT ROW), quantileExactHighOrNull(0.5)(s1."quantity") OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN 366 PRECEDING AND CURRENT ROW)), 0)) * toDecimal256('0.5', 1))) AS Nullable(Float64)) AS "median",
  CAST(multiIf(abs(toInt32(addMonths(toDate32(s1."day"), 720)) - toInt32(toDate32(s1."day"))) = 21914, sumOrNull(toDecimal128(s1."trade_id", 0)) OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND 21914 FOLLOWING), sumOrNull(toDecimal128(s1."trade_id", 0)) OVER (PARTITION BY isNull(s1."day") ORDER BY toInt32(toDate32(s1."day")) ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND 21915 FOLLOWING)) AS Nullable(Decimal(38, 0))) AS "all"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;

-- postgres
SELECT
  s1.c1 AS "trade_id",
  s1.c3 AS "month",
  s1.c4 AS "ahead",
  s1.c5 AS "week",
  (SELECT (((percentile_disc(0.5) WITHIN GROUP (ORDER BY v ASC))::numeric + (percentile_disc(0.5) WITHIN GROUP (ORDER BY v DESC))::numeric) * 0.5)::double precision FROM unnest(s1.c6) AS v) AS "median",
  sum(s1.c1::numeric) OVER (PARTITION BY (s1.c2 IS NULL) ORDER BY s1.c2::timestamp ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND (60 * interval '1 year') FOLLOWING) AS "all"
FROM (
  SELECT
    s2."trade_id" AS c1,
    s2."day" AS c2,
    count(*) OVER (PARTITION BY (s2."day" IS NULL) ORDER BY s2."day"::timestamp ASC NULLS LAST RANGE BETWEEN (1 * interval '1 month') PRECEDING AND CURRENT ROW) AS c3,
    count(*) OVER (PARTITION BY (s2."day" IS NULL) ORDER BY s2."day"::timestamp ASC NULLS LAST RANGE BETWEEN CURRENT ROW AND (1 * interval '1 month') FOLLOWING) AS c4,
    count(*) OVER (PARTITION BY (s2."day" IS NULL) ORDER BY s2."day"::timestamp DESC NULLS LAST RANGE BETWEEN (2 * interval '7 days') PRECEDING AND (4 * interval '7 days') FOLLOWING) AS c5,
    array_agg(s2."quantity") OVER (PARTITION BY (s2."day" IS NULL) ORDER BY s2."day"::timestamp ASC NULLS LAST RANGE BETWEEN (1 * interval '1 year') PRECEDING AND CURRENT ROW) AS c6
  FROM "flowforge"."trades" AS s2
) AS s1
ORDER BY s1.c1 ASC NULLS LAST;

-- materialize
-- refused: unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store


---- time frames: first and last value, empty ones skipped, and in each partition
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","event_time","day","symbol","quantity","price"]}
-- w_first_value_false (a): window {"as":"first_value_false","partition_by":["symbol"],"order_by":[{"column":"event_time","direction":"asc"}],"function":"first_value","column":"quantity","ignore_nulls":false,"frame":{"preceding":{"size":15,"unit":"minute"},"following":{"size":10,"unit":"minute"}}}
-- w_first_value_true (w_first_value_false): window {"as":"first_value_true","partition_by":["symbol"],"order_by":[{"column":"event_time","direction":"asc"}],"function":"first_value","column":"quantity","ignore_nulls":true,"frame":{"preceding":{"size":15,"unit":"minute"},"following":{"size":10,"unit":"minute"}}}
-- w_last_value_false (w_first_value_true): window {"as":"last_value_false","partition_by":["symbol"],"order_by":[{"column":"event_time","direction":"asc"}],"function":"last_value","column":"price","ignore_nulls":false,"frame":{"preceding":{"size":15,"unit":"minute"},"following":{"size":10,"unit":"minute"}}}
-- w_last_value_true (w_last_value_false): window {"as":"last_value_true","partition_by":["symbol"],"order_by":[{"column":"event_time","direction":"asc"}],"function":"last_value","column":"price","ignore_nulls":true,"frame":{"preceding":{"size":15,"unit":"minute"},"following":{"size":10,"unit":"minute"}}}
-- w_within_a_day (w_last_value_true): window {"as":"within_a_day","partition_by":[],"order_by":[{"column":"event_time","direction":"asc"}],"function":"last_value","column":"price","ignore_nulls":true,"frame":{"preceding":{"size":1,"unit":"day"},"following":"current"}}
-- s (w_within_a_day): sort {"keys":[{"column":"trade_id","direction":"asc"}]}
-- only (s): select {"columns":["trade_id","first_value_false","first_value_true","last_value_false","last_value_true","within_a_day"]}

-- clickhouse
SELECT
  CAST(s1.c1 AS Int64) AS "trade_id",
  CAST(s1.c7 AS Nullable(Int64)) AS "first_value_false",
  CAST(s1.c8 AS Nullable(Int64)) AS "first_value_true",
  CAST(s1.c9 AS Nullable(Decimal(18, 6))) AS "last_value_false",
  CAST(s1.c10 AS Nullable(Decimal(18, 6))) AS "last_value_true",
  CAST(if(s1.c11 >= 1, nth_value(toNullable(s1.c5), toInt64(greatest(ifNull(s1.c11, 1), 1))) OVER (ORDER BY isNull(s1.c5) ASC NULLS LAST, s1.c2 ASC NULLS LAST, s1.c1 ASC NULLS LAST, s1.c6 ASC NULLS LAST, s1.c3 ASC NULLS LAST, s1.c4 ASC NULLS LAST, s1.c5 ASC NULLS LAST, s1.c7 ASC NULLS LAST, s1.c8 ASC NULLS LAST, s1.c9 ASC NULLS LAST, s1.c10 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NULL) AS Nullable(Decimal(18, 6))) AS "within_a_day"
FROM (
  SELECT
    s2.c1 AS c1,
    s2.c2 AS c2,
    s2.c3 AS c3,
    s2.c4 AS c4,
    s2.c5 AS c5,
    s2.c6 AS c6,
    s2.c7 AS c7,
    s2.c8 AS c8,
    s2.c9 AS c9,
    if(s2.c10 >= 1, nth_value(toNullable(s2.c5), toInt64(greatest(ifNull(s2.c10, 1), 1))) OVER (PARTITION BY s2.c3 ORDER BY isNull(s2.c5) ASC NULLS LAST, s2.c2 ASC NULLS LAST, s2.c1 ASC NULLS LAST, s2.c6 ASC NULLS LAST, s2.c3 ASC NULLS LAST, s2.c4 ASC NULLS LAST, s2.c5 ASC NULLS LAST, s2.c7 ASC NULLS LAST, s2.c8 ASC NULLS LAST, s2.c9 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NULL) AS c10,
    (CASE WHEN (toInt64(countIf(isNotNull(s2.c5)) OVER (ORDER BY toUnixTimestamp64Milli(toDateTime64(s2.c2, 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN 86400000 PRECEDING AND CURRENT ROW)) > {p1:Int64}) THEN toInt64(countIf(isNotNull(s2.c5)) OVER (ORDER BY toUnixTimestamp64Milli(toDateTime64(s2.c2, 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)) ELSE CAST(NULL AS Nullable(Int64)) END) AS c11
  FROM (
    SELECT
      s3.c1 AS c1,
      s3.c2 AS c2,
      s3.c3 AS c3,
      s3.c4 AS c4,
      s3.c5 AS c5,
      s3.c6 AS c6,
      s3.c7 AS c7,
      s3.c8 AS c8,
      if(s3.c9 >= 1, nth_value(toNullable(s3.c5), toInt64(greatest(ifNull(s3.c9, 1), 1))) OVER (PARTITION BY s3.c3 ORDER BY s3.c2 ASC NULLS LAST, s3.c1 ASC NULLS LAST, s3.c6 ASC NULLS LAST, s3.c3 ASC NULLS LAST, s3.c4 ASC NULLS LAST, s3.c5 ASC NULLS LAST, s3.c7 ASC NULLS LAST, s3.c8 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NULL) AS c9,
      (CASE WHEN (toInt64(countIf(isNotNull(s3.c5)) OVER (PARTITION BY s3.c3 ORDER BY toUnixTimestamp64Milli(toDateTime64(s3.c2, 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN 900000 PRECEDING AND 600000 FOLLOWING)) > {p1:Int64}) THEN toInt64(countIf(isNotNull(s3.c5)) OVER (PARTITION BY s3.c3 ORDER BY toUnixTimestamp64Milli(toDateTime64(s3.c2, 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND 600000 FOLLOWING)) ELSE CAST(NULL AS Nullable(Int64)) END) AS c10
    FROM (
      SELECT
        s4.c1 AS c1,
        s4.c2 AS c2,
        s4.c3 AS c3,
        s4.c4 AS c4,
        s4.c5 AS c5,
        s4.c6 AS c6,
        s4.c7 AS c7,
        if(s4.c8 >= 1, nth_value(toNullable(s4.c4), toInt64(greatest(ifNull(s4.c8, 1), 1))) OVER (PARTITION BY s4.c3 ORDER BY isNull(s4.c4) ASC NULLS LAST, s4.c2 ASC NULLS LAST, s4.c1 ASC NULLS LAST, s4.c6 ASC NULLS LAST, s4.c3 ASC NULLS LAST, s4.c4 ASC NULLS LAST, s4.c5 ASC NULLS LAST, s4.c7 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NULL) AS c8,
        (CASE WHEN (toInt64(count() OVER (PARTITION BY s4.c3 ORDER BY toUnixTimestamp64Milli(toDateTime64(s4.c2, 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN 900000 PRECEDING AND 600000 FOLLOWING)) > {p1:Int64}) THEN toInt64(count() OVER (PARTITION BY s4.c3 ORDER BY toUnixTimestamp64Milli(toDateTime64(s4.c2, 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND 600000 FOLLOWING)) ELSE CAST(NULL AS Nullable(Int64)) END) AS c9
      FROM (
        SELECT
          s5.c1 AS c1,
          s5.c2 AS c2,
          s5.c3 AS c3,
          s5.c4 AS c4,
          s5.c5 AS c5,
          s5.c6 AS c6,
          if(s5.c7 >= 1, nth_value(toNullable(s5.c4), toInt64(greatest(ifNull(s5.c7, 1), 1))) OVER (PARTITION BY s5.c3 ORDER BY s5.c2 ASC NULLS LAST, s5.c1 ASC NULLS LAST, s5.c6 ASC NULLS LAST, s5.c3 ASC NULLS LAST, s5.c4 ASC NULLS LAST, s5.c5 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING), NULL) AS c7,
          (CASE WHEN (toInt64(countIf(isNotNull(s5.c4)) OVER (PARTITION BY s5.c3 ORDER BY toUnixTimestamp64Milli(toDateTime64(s5.c2, 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN 900000 PRECEDING AND 600000 FOLLOWING)) > {p1:Int64}) THEN accurateCastOrNull(toInt128(accurateCastOrNull(toInt128(toInt64(countIf(isNotNull(s5.c4)) OVER (PARTITION BY s5.c3 ORDER BY toUnixTimestamp64Milli(toDateTime64(s5.c2, 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND 600000 FOLLOWING))) - toInt128(toInt64(countIf(isNotNull(s5.c4)) OVER (PARTITION BY s5.c3 ORDER BY toUnixTimestamp64Milli(toDateTime64(s5.c2, 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN 900000 PRECEDING AND 600000 FOLLOWING))), 'Int64')) + toInt128({p2:Int64}), 'Int64') ELSE CAST(NULL AS Nullable(Int64)) END) AS c8
        FROM (
          SELECT
            s6."trade_id" AS c1,
            s6."event_time" AS c2,
            s6."symbol" AS c3,
            s6."quantity" AS c4,
            s6."price" AS c5,
            s6."day" AS c6,
            (CASE WHEN (toInt64(count() OVER (PARTITION BY s6."symbol" ORDER BY toUnixTimestamp64Milli(toDateTime64(s6."event_time", 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN 900000 PRECEDING AND 600000 FOLLOWING)) > {p1:Int64}) THEN accurateCastOrNull(toInt128(accurateCastOrNull(toInt128(toInt64(count() OVER (PARTITION BY s6."symbol" ORDER BY toUnixTimestamp64Milli(toDateTime64(s6."event_time", 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND 600000 FOLLOWING))) - toInt128(toInt64(count() OVER (PARTITION BY s6."symbol" ORDER BY toUnixTimestamp64Milli(toDateTime64(s6."event_time", 3, 'UTC')) ASC NULLS LAST RANGE BETWEEN 900000 PRECEDING AND 600000 FOLLOWING))), 'Int64')) + toInt128({p2:Int64}), 'Int64') ELSE CAST(NULL AS Nullable(Int64)) END) AS c7
          FROM "flowforge"."trades" AS s6
        ) AS s5
      ) AS s4
    ) AS s3
  ) AS s2
) AS s1
ORDER BY s1.c1 ASC NULLS LAST;
-- p1 Int64 = "0"
-- p2 Int64 = "1"

-- postgres
SELECT
  s1.c1 AS "trade_id",
  s1.c7 AS "first_value_false",
  s1.c8 AS "first_value_true",
  s1.c9 AS "last_value_false",
  s1.c10 AS "last_value_true",
  nth_value(s1.c5, (CASE WHEN s1.c11 >= 1 THEN least(s1.c11, 2147483647) END)::int) OVER (ORDER BY (s1.c5 IS NULL) ASC NULLS LAST, s1.c2 ASC NULLS LAST, s1.c1 ASC NULLS LAST, s1.c6 ASC NULLS LAST, (s1.c3 COLLATE "C") ASC NULLS LAST, s1.c4 ASC NULLS LAST, s1.c5 ASC NULLS LAST, s1.c7 ASC NULLS LAST, s1.c8 ASC NULLS LAST, s1.c9 ASC NULLS LAST, s1.c10 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "within_a_day"
FROM (
  SELECT
    s2.c1 AS c1,
    s2.c2 AS c2,
    s2.c3 AS c3,
    s2.c4 AS c4,
    s2.c5 AS c5,
    s2.c6 AS c6,
    s2.c7 AS c7,
    s2.c8 AS c8,
    s2.c9 AS c9,
    nth_value(s2.c5, (CASE WHEN s2.c10 >= 1 THEN least(s2.c10, 2147483647) END)::int) OVER (PARTITION BY s2.c3 ORDER BY (s2.c5 IS NULL) ASC NULLS LAST, s2.c2 ASC NULLS LAST, s2.c1 ASC NULLS LAST, s2.c6 ASC NULLS LAST, (s2.c3 COLLATE "C") ASC NULLS LAST, s2.c4 ASC NULLS LAST, s2.c5 ASC NULLS LAST, s2.c7 ASC NULLS LAST, s2.c8 ASC NULLS LAST, s2.c9 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS c10,
    (CASE WHEN (count(s2.c5) OVER (ORDER BY (s2.c2 AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN (1 * interval '1 day') PRECEDING AND CURRENT ROW) > $1::bigint) THEN count(s2.c5) OVER (ORDER BY (s2.c2 AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) ELSE NULL::bigint END) AS c11
  FROM (
    SELECT
      s3.c1 AS c1,
      s3.c2 AS c2,
      s3.c3 AS c3,
      s3.c4 AS c4,
      s3.c5 AS c5,
      s3.c6 AS c6,
      s3.c7 AS c7,
      s3.c8 AS c8,
      nth_value(s3.c5, (CASE WHEN s3.c9 >= 1 THEN least(s3.c9, 2147483647) END)::int) OVER (PARTITION BY s3.c3 ORDER BY s3.c2 ASC NULLS LAST, s3.c1 ASC NULLS LAST, s3.c6 ASC NULLS LAST, (s3.c3 COLLATE "C") ASC NULLS LAST, s3.c4 ASC NULLS LAST, s3.c5 ASC NULLS LAST, s3.c7 ASC NULLS LAST, s3.c8 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS c9,
      (CASE WHEN (count(s3.c5) OVER (PARTITION BY s3.c3 ORDER BY (s3.c2 AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN (15 * interval '1 minute') PRECEDING AND (10 * interval '1 minute') FOLLOWING) > $1::bigint) THEN count(s3.c5) OVER (PARTITION BY s3.c3 ORDER BY (s3.c2 AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND (10 * interval '1 minute') FOLLOWING) ELSE NULL::bigint END) AS c10
    FROM (
      SELECT
        s4.c1 AS c1,
        s4.c2 AS c2,
        s4.c3 AS c3,
        s4.c4 AS c4,
        s4.c5 AS c5,
        s4.c6 AS c6,
        s4.c7 AS c7,
        nth_value(s4.c4, (CASE WHEN s4.c8 >= 1 THEN least(s4.c8, 2147483647) END)::int) OVER (PARTITION BY s4.c3 ORDER BY (s4.c4 IS NULL) ASC NULLS LAST, s4.c2 ASC NULLS LAST, s4.c1 ASC NULLS LAST, s4.c6 ASC NULLS LAST, (s4.c3 COLLATE "C") ASC NULLS LAST, s4.c4 ASC NULLS LAST, s4.c5 ASC NULLS LAST, s4.c7 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS c8,
        (CASE WHEN (count(*) OVER (PARTITION BY s4.c3 ORDER BY (s4.c2 AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN (15 * interval '1 minute') PRECEDING AND (10 * interval '1 minute') FOLLOWING) > $1::bigint) THEN count(*) OVER (PARTITION BY s4.c3 ORDER BY (s4.c2 AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND (10 * interval '1 minute') FOLLOWING) ELSE NULL::bigint END) AS c9
      FROM (
        SELECT
          s5.c1 AS c1,
          s5.c2 AS c2,
          s5.c3 AS c3,
          s5.c4 AS c4,
          s5.c5 AS c5,
          s5.c6 AS c6,
          nth_value(s5.c4, (CASE WHEN s5.c7 >= 1 THEN least(s5.c7, 2147483647) END)::int) OVER (PARTITION BY s5.c3 ORDER BY s5.c2 ASC NULLS LAST, s5.c1 ASC NULLS LAST, s5.c6 ASC NULLS LAST, (s5.c3 COLLATE "C") ASC NULLS LAST, s5.c4 ASC NULLS LAST, s5.c5 ASC NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS c7,
          (CASE WHEN (count(s5.c4) OVER (PARTITION BY s5.c3 ORDER BY (s5.c2 AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN (15 * interval '1 minute') PRECEDING AND (10 * interval '1 minute') FOLLOWING) > $1::bigint) THEN nullif(lower(numrange((nullif(lower(numrange((count(s5.c4) OVER (PARTITION BY s5.c3 ORDER BY (s5.c2 AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND (10 * interval '1 minute') FOLLOWING)::numeric - count(s5.c4) OVER (PARTITION BY s5.c3 ORDER BY (s5.c2 AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN (15 * interval '1 minute') PRECEDING AND (10 * interval '1 minute') FOLLOWING)::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric + $2::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint ELSE NULL::bigint END) AS c8
        FROM (
          SELECT
            s6."trade_id" AS c1,
            s6."event_time" AS c2,
            s6."symbol" AS c3,
            s6."quantity" AS c4,
            s6."price" AS c5,
            s6."day" AS c6,
            (CASE WHEN (count(*) OVER (PARTITION BY s6."symbol" ORDER BY (s6."event_time" AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN (15 * interval '1 minute') PRECEDING AND (10 * interval '1 minute') FOLLOWING) > $1::bigint) THEN nullif(lower(numrange((nullif(lower(numrange((count(*) OVER (PARTITION BY s6."symbol" ORDER BY (s6."event_time" AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN UNBOUNDED PRECEDING AND (10 * interval '1 minute') FOLLOWING)::numeric - count(*) OVER (PARTITION BY s6."symbol" ORDER BY (s6."event_time" AT TIME ZONE 'UTC') ASC NULLS LAST RANGE BETWEEN (15 * interval '1 minute') PRECEDING AND (10 * interval '1 minute') FOLLOWING)::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::numeric + $2::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint ELSE NULL::bigint END) AS c7
          FROM "flowforge"."trades" AS s6
        ) AS s5
      ) AS s4
    ) AS s3
  ) AS s2
) AS s1
ORDER BY s1.c1 ASC NULLS LAST;
-- $1 bigint = "0"
-- $2 bigint = "1"

-- materialize
-- refused: unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store, unsupported_on_store
