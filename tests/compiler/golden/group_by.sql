---- group_by: every aggregate
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"symbol","operator":"in","value":["AAPL","MSFT"]}]}
-- g (w): group_by {"keys":[{"column":"symbol"}],"metrics":[{"function":"sum","column":"quantity","as":"sum"},{"function":"sum","column":"price","as":"total"},{"function":"avg","column":"quantity","as":"avg"},{"function":"count","as":"rows"},{"function":"count","column":"price","as":"prices"},{"function":"count_distinct","column":"side","as":"sides"},{"function":"min","column":"side","as":"min"},{"function":"max","column":"event_time","as":"max"},{"function":"median","column":"quantity","as":"median"},{"function":"stddev","column":"quantity","as":"stddev"},{"function":"first","column":"price","order_by":[{"column":"event_time","direction":"asc"}],"as":"open"},{"function":"last","column":"price","order_by":[{"column":"event_time","direction":"asc"}],"as":"close"}]}

-- clickhouse
SELECT
  s1."symbol" AS "symbol",
  CAST(sumOrNull(toDecimal128(s1."quantity", 0)) AS Nullable(Decimal(38, 0))) AS "sum",
  CAST(sumOrNull(toDecimal128(s1."price", 6)) AS Nullable(Decimal(38, 6))) AS "total",
  CAST(avgOrNull(toFloat64(s1."quantity")) AS Nullable(Float64)) AS "avg",
  CAST(toInt64(count()) AS Int64) AS "rows",
  CAST(toInt64(count(s1."price")) AS Int64) AS "prices",
  CAST(toInt64(uniqExact(s1."side")) AS Int64) AS "sides",
  CAST(minOrNull(s1."side") AS Nullable(String)) AS "min",
  CAST(maxOrNull(s1."event_time") AS Nullable(DateTime64(3, 'UTC'))) AS "max",
  CAST(quantileExactInclusiveOrNull(0.5)(toFloat64(s1."quantity")) AS Nullable(Float64)) AS "median",
  CAST(nullIf(ifNotFinite(stddevSampStableOrNull(toFloat64(s1."quantity")), -1), -1) AS Nullable(Float64)) AS "stddev",
  CAST(tupleElement(argMinIf(tuple(toNullable(s1."price")), tuple(s1."event_time", isNull(s1."price"), s1."price"), isNotNull(s1."event_time")), 1) AS Nullable(Decimal(18, 6))) AS "open",
  CAST(tupleElement(argMaxIf(tuple(toNullable(s1."price")), tuple(s1."event_time", isNotNull(s1."price"), s1."price"), isNotNull(s1."event_time")), 1) AS Nullable(Decimal(18, 6))) AS "close"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" IN {p1:Array(String)})
GROUP BY s1."symbol";
-- p1 Array(String) = ["AAPL","MSFT"]

-- postgres
SELECT
  s1."symbol" AS "symbol",
  sum(s1."quantity"::numeric) AS "sum",
  sum(s1."price"::numeric) AS "total",
  avg(s1."quantity"::double precision) AS "avg",
  count(*) AS "rows",
  count(s1."price") AS "prices",
  count(DISTINCT s1."side") AS "sides",
  min((s1."side" COLLATE "C") COLLATE "C") AS "min",
  max(s1."event_time") AS "max",
  percentile_cont(0.5) WITHIN GROUP (ORDER BY s1."quantity"::double precision) AS "median",
  stddev_samp(s1."quantity"::double precision) AS "stddev",
  (array_agg(s1."price" ORDER BY s1."event_time" ASC, s1."price" ASC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "open",
  (array_agg(s1."price" ORDER BY s1."event_time" DESC, s1."price" DESC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "close"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = ANY($1::text[]))
GROUP BY s1."symbol";
-- $1 text[] = ["AAPL","MSFT"]

-- materialize
SELECT
  s1."symbol" AS "symbol",
  sum(s1."quantity"::numeric) AS "sum",
  sum(s1."price"::numeric) AS "total",
  avg(s1."quantity"::double precision) AS "avg",
  count(*) AS "rows",
  count(s1."price") AS "prices",
  count(DISTINCT s1."side") AS "sides",
  min(s1."side") AS "min",
  max(s1."event_time") AS "max",
  ((array_agg(s1."quantity"::double precision ORDER BY s1."quantity"::double precision) FILTER (WHERE s1."quantity" IS NOT NULL))[(count(s1."quantity") + 1) / 2] / 2 + (array_agg(s1."quantity"::double precision ORDER BY s1."quantity"::double precision) FILTER (WHERE s1."quantity" IS NOT NULL))[(count(s1."quantity") + 2) / 2] / 2) AS "median",
  stddev_samp(s1."quantity"::double precision) AS "stddev",
  (array_agg(s1."price" ORDER BY s1."event_time" ASC, s1."price" ASC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "open",
  (array_agg(s1."price" ORDER BY s1."event_time" DESC, s1."price" DESC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "close"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = ANY($1::text[]))
GROUP BY s1."symbol";
-- $1 text[] = ["AAPL","MSFT"]


---- group_by: buckets keep the type; weeks start on Monday
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"trade_id","operator":"in","value":[1,6,7]}]}
-- g (w): group_by {"keys":[{"column":"event_time","bucket":{"size":1,"unit":"hour"},"as":"hour"},{"column":"event_time","bucket":{"size":1,"unit":"week"},"as":"week"},{"column":"event_time","bucket":{"size":7,"unit":"minute"},"as":"seven"},{"column":"event_time","bucket":{"size":5,"unit":"month"},"as":"months"},{"column":"day","bucket":{"size":1,"unit":"quarter"},"as":"quarter"},{"column":"day","bucket":{"size":2,"unit":"day"}}]}

-- clickhouse
SELECT
  CAST(fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(s1."event_time", 3, 'UTC')) + 0) / 3600000) * 3600000 - 0), 'UTC') AS DateTime64(3, 'UTC')) AS "hour",
  CAST(fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(s1."event_time", 3, 'UTC')) + 259200000) / 604800000) * 604800000 - 259200000), 'UTC') AS DateTime64(3, 'UTC')) AS "week",
  CAST(fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(s1."event_time", 3, 'UTC')) + 0) / 420000) * 420000 - 0), 'UTC') AS DateTime64(3, 'UTC')) AS "seven",
  CAST(toDateTime64(addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(s1."event_time", 'UTC')) / 5) * 5)), 3, 'UTC') AS DateTime64(3, 'UTC')) AS "months",
  CAST(addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(s1."day")) / 3) * 3)) AS Nullable(Date32)) AS "quarter",
  CAST(addDays(toDate32('1970-01-01'), toInt64(floor((toInt32(toDate32(s1."day")) + 0) / 2) * 2 - 0)) AS Nullable(Date32)) AS "day"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" IN {p1:Array(Int64)})
GROUP BY fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(s1."event_time", 3, 'UTC')) + 0) / 3600000) * 3600000 - 0), 'UTC'), fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(s1."event_time", 3, 'UTC')) + 259200000) / 604800000) * 604800000 - 259200000), 'UTC'), fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(s1."event_time", 3, 'UTC')) + 0) / 420000) * 420000 - 0), 'UTC'), toDateTime64(addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(s1."event_time", 'UTC')) / 5) * 5)), 3, 'UTC'), addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(s1."day")) / 3) * 3)), addDays(toDate32('1970-01-01'), toInt64(floor((toInt32(toDate32(s1."day")) + 0) / 2) * 2 - 0));
-- p1 Array(Int64) = "[1,6,7]"

-- postgres
SELECT
  ((timestamp '1970-01-01' + (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC')) + 0) / 3600) * 3600 - 0) * interval '1 second') AT TIME ZONE 'UTC') AS "hour",
  ((timestamp '1970-01-01' + (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC')) + 259200) / 604800) * 604800 - 259200) * interval '1 second') AT TIME ZONE 'UTC') AS "week",
  ((timestamp '1970-01-01' + (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC')) + 0) / 420) * 420 - 0) * interval '1 second') AT TIME ZONE 'UTC') AS "seven",
  ((timestamp '1970-01-01' + floor(((extract(year FROM (s1."event_time" AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (s1."event_time" AT TIME ZONE 'UTC')) - 1) / 5) * interval '5 months') AT TIME ZONE 'UTC') AS "months",
  date_trunc('quarter', s1."day"::timestamp)::date AS "quarter",
  (timestamp '1970-01-01' + (floor((extract(epoch FROM s1."day"::timestamp) + 0) / 172800) * 172800 - 0) * interval '1 second')::date AS "day"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" = ANY($1::bigint[]))
GROUP BY ((timestamp '1970-01-01' + (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC')) + 0) / 3600) * 3600 - 0) * interval '1 second') AT TIME ZONE 'UTC'), ((timestamp '1970-01-01' + (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC')) + 259200) / 604800) * 604800 - 259200) * interval '1 second') AT TIME ZONE 'UTC'), ((timestamp '1970-01-01' + (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC')) + 0) / 420) * 420 - 0) * interval '1 second') AT TIME ZONE 'UTC'), ((timestamp '1970-01-01' + floor(((extract(year FROM (s1."event_time" AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (s1."event_time" AT TIME ZONE 'UTC')) - 1) / 5) * interval '5 months') AT TIME ZONE 'UTC'), date_trunc('quarter', s1."day"::timestamp)::date, (timestamp '1970-01-01' + (floor((extract(epoch FROM s1."day"::timestamp) + 0) / 172800) * 172800 - 0) * interval '1 second')::date;
-- $1 bigint[] = ["1","6","7"]

-- materialize
SELECT
  (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) + 0) / 3600) * 3600 - 0)::double precision) AT TIME ZONE 'UTC'::text) AS "hour",
  (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) + 259200) / 604800) * 604800 - 259200)::double precision) AT TIME ZONE 'UTC'::text) AS "week",
  (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) + 0) / 420) * 420 - 0)::double precision) AT TIME ZONE 'UTC'::text) AS "seven",
  (('1970-01-01'::timestamp + interval '5 months' * (floor(((extract(year FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) - 1) / 5))::double precision) AT TIME ZONE 'UTC'::text) AS "months",
  ('1970-01-01'::timestamp + interval '3 months' * (floor(((extract(year FROM s1."day"::timestamp) - 1970) * 12 + extract(month FROM s1."day"::timestamp) - 1) / 3))::double precision)::date AS "quarter",
  ('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM s1."day"::timestamp) + 0) / 172800) * 172800 - 0)::double precision)::date AS "day"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" = ANY($1::bigint[]))
GROUP BY (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) + 0) / 3600) * 3600 - 0)::double precision) AT TIME ZONE 'UTC'::text), (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) + 259200) / 604800) * 604800 - 259200)::double precision) AT TIME ZONE 'UTC'::text), (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) + 0) / 420) * 420 - 0)::double precision) AT TIME ZONE 'UTC'::text), (('1970-01-01'::timestamp + interval '5 months' * (floor(((extract(year FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) - 1) / 5))::double precision) AT TIME ZONE 'UTC'::text), ('1970-01-01'::timestamp + interval '3 months' * (floor(((extract(year FROM s1."day"::timestamp) - 1970) * 12 + extract(month FROM s1."day"::timestamp) - 1) / 3))::double precision)::date, ('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM s1."day"::timestamp) + 0) / 172800) * 172800 - 0)::double precision)::date;
-- $1 bigint[] = ["1","6","7"]


---- group_by of group_by
-- a: data_source {"database":"flowforge","table":"trades"}
-- g (a): group_by {"keys":[{"column":"symbol"}],"metrics":[{"function":"count","as":"n"}]}
-- h (g): group_by {"keys":[{"column":"n"}],"metrics":[{"function":"count","as":"symbols"}]}

-- clickhouse
SELECT
  CAST(s1.c1 AS Int64) AS "n",
  CAST(toInt64(count()) AS Int64) AS "symbols"
FROM (
  SELECT toInt64(count()) AS c1
  FROM "flowforge"."trades" AS s2
  GROUP BY s2."symbol"
) AS s1
GROUP BY s1.c1;

-- postgres
SELECT
  s1.c1 AS "n",
  count(*) AS "symbols"
FROM (
  SELECT count(*) AS c1
  FROM "flowforge"."trades" AS s2
  GROUP BY s2."symbol"
) AS s1
GROUP BY s1.c1;

-- materialize: the same


---- group_by: formulas over aggregates and keys stand where they were listed
-- a: data_source {"database":"flowforge","table":"trades"}
-- g (a): group_by {"keys":[{"column":"symbol"}],"metrics":[{"function":"formula","as":"spread","expression":"MAX([price]) - MIN([price])"},{"function":"count","as":"rows"},{"function":"formula","as":"label","expression":"[symbol] & \": \" & COUNT()"},{"function":"formula","as":"mean","expression":"SUM([price] * [quantity]) / COUNT([price])"},{"function":"formula","as":"buys","expression":"COUNT() * 10","where":{"logic":"and","conditions":[{"column":"side","operator":"=","value":"buy"}]}},{"function":"formula","as":"turnover","expression":"SUM([price] * [quantity])"}]}

-- clickhouse
SELECT
  s1."symbol" AS "symbol",
  CAST((toDecimal128(maxOrNull(s1."price"), 6) - toDecimal128(minOrNull(s1."price"), 6)) AS Nullable(Decimal(19, 6))) AS "spread",
  CAST(toInt64(count()) AS Int64) AS "rows",
  CAST(concat(ifNull(s1."symbol", ''), ifNull({p1:String}, ''), ifNull(ifNull(toString(toInt64(count())), ''), '')) AS String) AS "label",
  CAST((toFloat64(toDecimal128(nullIf(nullIf(least(greatest(sumOrNull(toDecimal256((toDecimal128(s1."price", 6) * toDecimal128(s1."quantity", 0)), 6)), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6)) / nullIf(toFloat64(toInt64(count(s1."price"))), 0)) AS Nullable(Float64)) AS "mean",
  CAST(accurateCastOrNull(toInt128(toInt64(countIf((s1."side" = {p2:String})))) * toInt128({p3:Int64}), 'Int64') AS Nullable(Int64)) AS "buys",
  CAST(toDecimal128(nullIf(nullIf(least(greatest(sumOrNull(toDecimal256((toDecimal128(s1."price", 6) * toDecimal128(s1."quantity", 0)), 6)), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6) AS Nullable(Decimal(38, 6))) AS "turnover"
FROM "flowforge"."trades" AS s1
GROUP BY s1."symbol";
-- p1 String = ": "
-- p2 String = "buy"
-- p3 Int64 = "10"

-- postgres
SELECT
  s1."symbol" AS "symbol",
  (max(s1."price")::numeric - min(s1."price")::numeric) AS "spread",
  count(*) AS "rows",
  concat(s1."symbol", $1::text, coalesce(count(*)::text, '')) AS "label",
  (nullif(lower(numrange(sum((s1."price"::numeric * s1."quantity"::numeric)::numeric), NULL) * numrange(-1e32, 1e32, '()')), -1e32)::double precision / nullif(count(s1."price")::double precision, 0)) AS "mean",
  nullif(lower(numrange((count(*) FILTER (WHERE (s1."side" = $2::text COLLATE "C"))::numeric * $3::bigint::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint AS "buys",
  nullif(lower(numrange(sum((s1."price"::numeric * s1."quantity"::numeric)::numeric), NULL) * numrange(-1e32, 1e32, '()')), -1e32) AS "turnover"
FROM "flowforge"."trades" AS s1
GROUP BY s1."symbol";
-- $1 text = ": "
-- $2 text = "buy"
-- $3 bigint = "10"

-- materialize
SELECT
  s1."symbol" AS "symbol",
  (max(s1."price")::numeric - min(s1."price")::numeric) AS "spread",
  count(*) AS "rows",
  concat(s1."symbol", $1::text, coalesce(count(*)::text, '')) AS "label",
  (sum((s1."price"::numeric * s1."quantity"::numeric)::numeric)::double precision / nullif(count(s1."price")::double precision, 0)) AS "mean",
  (CASE WHEN abs((count(*) FILTER (WHERE (s1."side" = $2::text))::numeric * $3::bigint::numeric) + 0.5) < 9223372036854775808 THEN (count(*) FILTER (WHERE (s1."side" = $2::text))::numeric * $3::bigint::numeric)::bigint END) AS "buys",
  sum((s1."price"::numeric * s1."quantity"::numeric)::numeric) AS "turnover"
FROM "flowforge"."trades" AS s1
GROUP BY s1."symbol";
-- $1 text = ": "
-- $2 text = "buy"
-- $3 bigint = "10"
