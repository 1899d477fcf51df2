---- group_by: every aggregate
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"symbol","operator":"in","value":["AAPL","MSFT"]}]}
-- g (w): group_by {"keys":[{"column":"symbol"}],"metrics":[{"function":"sum","column":"quantity","as":"sum"},{"function":"sum","column":"price","as":"total"},{"function":"avg","column":"quantity","as":"avg"},{"function":"count","as":"rows"},{"function":"count","column":"price","as":"prices"},{"function":"count_distinct","column":"side","as":"sides"},{"function":"min","column":"side","as":"min"},{"function":"max","column":"event_time","as":"max"},{"function":"median","column":"quantity","as":"median"},{"function":"stddev","column":"quantity","as":"stddev"},{"function":"first","column":"price","order_by":[{"column":"event_time","direction":"asc"}],"as":"open"},{"function":"last","column":"price","order_by":[{"column":"event_time","direction":"asc"}],"as":"close"}]}

-- clickhouse
SELECT
  s1."symbol" AS "symbol",
  CAST(sumOrNull(toDecimal128(s1."quantity", 0)) AS Nullable(Decimal(38, 0))) AS "sum",
  CAST(sumOrNull(toDecimal128(s1."price", 6)) AS Nullable(Decimal(38, 6))) AS "total",
  CAST(arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 1))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [reinterpretAsInt256(toDecimal256(sumOrNull(toDecimal128(s1."quantity", 0)), 0))], [nullIf(toInt256(count(s1."quantity")), 0)])[1] AS Nullable(Float64)) AS "avg",
  CAST(toInt64(count()) AS Int64) AS "rows",
  CAST(toInt64(count(s1."price")) AS Int64) AS "prices",
  CAST(toInt64(uniqExact(s1."side")) AS Int64) AS "sides",
  CAST(minOrNull(s1."side") AS Nullable(String)) AS "min",
  CAST(maxOrNull(s1."event_time") AS Nullable(DateTime64(3, 'UTC'))) AS "max",
  CAST(toFloat64(toString((toDecimal256(quantileExactLowOrNull(0.5)(s1."quantity"), 0) + toDecimal256(quantileExactHighOrNull(0.5)(s1."quantity"), 0)) * toDecimal256('0.5', 1))) AS Nullable(Float64)) AS "median",
  CAST(sqrt(arrayMap((n, x, y) -> arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 1))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [n * y - x * x], [nullIf(n * (n - 1), 0)])[1], [toInt256(count(s1."quantity"))], [reinterpretAsInt256(sumOrNull(toDecimal256(s1."quantity", 0)))], [reinterpretAsInt256(sumOrNull(toDecimal256(s1."quantity", 0) * toDecimal256(s1."quantity", 0)))])[1]) AS Nullable(Float64)) AS "stddev",
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
  (round(sum(s1."quantity"::numeric), 60) / nullif(count(s1."quantity"), 0))::double precision AS "avg",
  count(*) AS "rows",
  count(s1."price") AS "prices",
  count(DISTINCT s1."side") AS "sides",
  min((s1."side" COLLATE "C") COLLATE "C") AS "min",
  max(s1."event_time") AS "max",
  (((percentile_disc(0.5) WITHIN GROUP (ORDER BY s1."quantity" ASC))::numeric + (percentile_disc(0.5) WITHIN GROUP (ORDER BY s1."quantity" DESC))::numeric) * 0.5)::double precision AS "median",
  sqrt((round((count(s1."quantity")::numeric * sum(s1."quantity"::numeric * s1."quantity"::numeric) - sum(s1."quantity"::numeric) * sum(s1."quantity"::numeric)), 60) / nullif((count(s1."quantity")::numeric * (count(s1."quantity")::numeric - 1)), 0))::double precision) AS "stddev",
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
  (sum(s1."quantity"::numeric) / count(s1."quantity")::numeric)::double precision AS "avg",
  count(*) AS "rows",
  count(s1."price") AS "prices",
  count(DISTINCT s1."side") AS "sides",
  min(s1."side") AS "min",
  max(s1."event_time") AS "max",
  (((array_agg(s1."quantity"::numeric ORDER BY s1."quantity"::numeric) FILTER (WHERE s1."quantity" IS NOT NULL))[(count(s1."quantity") + 1) / 2] + (array_agg(s1."quantity"::numeric ORDER BY s1."quantity"::numeric) FILTER (WHERE s1."quantity" IS NOT NULL))[(count(s1."quantity") + 2) / 2]) * 0.5)::double precision AS "median",
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
  CAST(arrayMap((x, y) -> if(abs(x) <= 9007199254740992 AND abs(y) <= 9007199254, toFloat64(x) / (toFloat64(y) * 1e6), arrayMap((k) -> arrayMap((s, b) -> if((x < 0) = (y < 0), 1, -1) * toFloat64(bitOr(toInt64(intDiv(s, b)), s % b != 0)) * exp2(-k), [bitShiftLeft(toInt256(abs(x)), greatest(k, 0))], [bitShiftLeft(toInt256(abs(y)) * toInt256('1000000'), greatest(-k, 0))])[1], [56 - toInt32(floor(log2((greatest(abs(toFloat64(x)), 1) * 1e0) / (greatest(abs(toFloat64(y)), 1) * 1e6))))])[1]), [reinterpretAsInt128(toDecimal128(toDecimal128(nullIf(nullIf(least(greatest(sumOrNull(toDecimal256((toDecimal128(s1."price", 6) * toDecimal128(s1."quantity", 0)), 6)), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6), 6))], [nullIf(toInt64(count(s1."price")), 0)])[1] AS Nullable(Float64)) AS "mean",
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
  (round(nullif(lower(numrange(sum((s1."price"::numeric * s1."quantity"::numeric)::numeric), NULL) * numrange(-1e32, 1e32, '()')), -1e32)::numeric, 65) / nullif(count(s1."price")::numeric, 0))::double precision AS "mean",
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
  (sum((s1."price"::numeric * s1."quantity"::numeric)::numeric)::numeric / nullif(count(s1."price")::numeric, 0))::double precision AS "mean",
  (CASE WHEN abs((count(*) FILTER (WHERE (s1."side" = $2::text))::numeric * $3::bigint::numeric) + 0.5) < 9223372036854775808 THEN (count(*) FILTER (WHERE (s1."side" = $2::text))::numeric * $3::bigint::numeric)::bigint END) AS "buys",
  sum((s1."price"::numeric * s1."quantity"::numeric)::numeric) AS "turnover"
FROM "flowforge"."trades" AS s1
GROUP BY s1."symbol";
-- $1 text = ": "
-- $2 text = "buy"
-- $3 bigint = "10"


---- group_by: percentiles, weighted averages, variances
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"symbol","operator":"in","value":["AAPL","MSFT","NVDA"]}]}
-- g (w): group_by {"keys":[{"column":"symbol"}],"metrics":[{"function":"variance","column":"quantity","as":"variance"},{"function":"percentile","column":"quantity","p":0,"as":"p0"},{"function":"percentile","column":"quantity","p":25,"as":"p25"},{"function":"percentile","column":"quantity","p":97.5,"as":"p97.5"},{"function":"percentile","column":"quantity","p":100,"as":"p100"},{"function":"weighted_avg","column":"price","weight":"quantity","as":"vwap"},{"function":"weighted_avg","column":"quantity","weight":"rate","as":"by_rate"},{"function":"weighted_avg","column":"price","weight":"quantity","as":"bought","where":{"logic":"and","conditions":[{"column":"side","operator":"=","value":"buy"}]}}]}

-- clickhouse
SELECT
  s1."symbol" AS "symbol",
  CAST(arrayMap((n, x, y) -> arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 1))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [n * y - x * x], [nullIf(n * (n - 1), 0)])[1], [toInt256(count(s1."quantity"))], [reinterpretAsInt256(sumOrNull(toDecimal256(s1."quantity", 0)))], [reinterpretAsInt256(sumOrNull(toDecimal256(s1."quantity", 0) * toDecimal256(s1."quantity", 0)))])[1] AS Nullable(Float64)) AS "variance",
  CAST(arrayMap(v -> if(empty(v), NULL, arrayMap(place -> toFloat64(toString(toDecimal256(v[toInt64(floor(place)) + 1], 0) + (place - floor(place)) * (toDecimal256(v[toInt64(ceil(place)) + 1], 0) - toDecimal256(v[toInt64(floor(place)) + 1], 0)))), [toDecimal128({p2:Decimal(1, 0)}, 0) * (length(v) - 1)])[1]), [arraySort(groupArray(s1."quantity"))])[1] AS Nullable(Float64)) AS "p0",
  CAST(arrayMap(v -> if(empty(v), NULL, arrayMap(place -> toFloat64(toString(toDecimal256(v[toInt64(floor(place)) + 1], 0) + (place - floor(place)) * (toDecimal256(v[toInt64(ceil(place)) + 1], 0) - toDecimal256(v[toInt64(floor(place)) + 1], 0)))), [toDecimal128({p3:Decimal(3, 2)}, 2) * (length(v) - 1)])[1]), [arraySort(groupArray(s1."quantity"))])[1] AS Nullable(Float64)) AS "p25",
  CAST(arrayMap(v -> if(empty(v), NULL, arrayMap(place -> toFloat64(toString(toDecimal256(v[toInt64(floor(place)) + 1], 0) + (place - floor(place)) * (toDecimal256(v[toInt64(ceil(place)) + 1], 0) - toDecimal256(v[toInt64(floor(place)) + 1], 0)))), [toDecimal128({p4:Decimal(4, 3)}, 3) * (length(v) - 1)])[1]), [arraySort(groupArray(s1."quantity"))])[1] AS Nullable(Float64)) AS "p97.5",
  CAST(arrayMap(v -> if(empty(v), NULL, arrayMap(place -> toFloat64(toString(toDecimal256(v[toInt64(floor(place)) + 1], 0) + (place - floor(place)) * (toDecimal256(v[toInt64(ceil(place)) + 1], 0) - toDecimal256(v[toInt64(floor(place)) + 1], 0)))), [toDecimal128({p5:Decimal(1, 0)}, 0) * (length(v) - 1)])[1]), [arraySort(groupArray(s1."quantity"))])[1] AS Nullable(Float64)) AS "p100",
  CAST(arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 7))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [reinterpretAsInt256(toDecimal256(toDecimal256(nullIf(nullIf(least(greatest(sumOrNull(toDecimal256((toDecimal128(s1."price", 6) * toDecimal128(toDecimal128(s1."quantity", 0), 0)), 6)), -toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), -toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), 6), 6))], [nullIf(reinterpretAsInt256(toDecimal256(sumIfOrNull(toDecimal128(s1."quantity", 0), isNotNull(s1."price")), 0)), 0)])[1] AS Nullable(Float64)) AS "vwap",
  CAST((toFloat64(sumOrNull((toFloat64(toFloat64(s1."quantity")) * toFloat64(s1."rate")))) / nullIf(toFloat64(sumIfOrNull(s1."rate", isNotNull(s1."quantity"))), 0)) AS Nullable(Float64)) AS "by_rate",
  CAST(arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 7))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [reinterpretAsInt256(toDecimal256(toDecimal256(nullIf(nullIf(least(greatest(sumIfOrNull(toDecimal256((toDecimal128(s1."price", 6) * toDecimal128(toDecimal128(s1."quantity", 0), 0)), 6), (s1."side" = {p6:String})), -toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), -toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), 6), 6))], [nullIf(reinterpretAsInt256(toDecimal256(sumIfOrNull(toDecimal128(s1."quantity", 0), ((s1."side" = {p6:String}) AND isNotNull(s1."price"))), 0)), 0)])[1] AS Nullable(Float64)) AS "bought"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" IN {p1:Array(String)})
GROUP BY s1."symbol";
-- p1 Array(String) = ["AAPL","MSFT","NVDA"]
-- p2 Decimal(1, 0) = "0"
-- p3 Decimal(3, 2) = "0.25"
-- p4 Decimal(4, 3) = "0.975"
-- p5 Decimal(1, 0) = "1"
-- p6 String = "buy"

-- postgres
SELECT
  s1."symbol" AS "symbol",
  (round((count(s1."quantity")::numeric * sum(s1."quantity"::numeric * s1."quantity"::numeric) - sum(s1."quantity"::numeric) * sum(s1."quantity"::numeric)), 60) / nullif((count(s1."quantity")::numeric * (count(s1."quantity")::numeric - 1)), 0))::double precision AS "variance",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($2::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($2::numeric * (count(s1."quantity") - 1)) - floor(($2::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($2::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($2::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "p0",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($3::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($3::numeric * (count(s1."quantity") - 1)) - floor(($3::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($3::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($3::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "p25",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($4::numeric * (count(s1."quantity") - 1)) - floor(($4::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "p97.5",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($5::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($5::numeric * (count(s1."quantity") - 1)) - floor(($5::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($5::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($5::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "p100",
  (round(nullif(lower(numrange(sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric), NULL) * numrange(-1e69, 1e69, '()')), -1e69), 66) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE (s1."price" IS NOT NULL)), 0))::double precision AS "vwap",
  ((CASE WHEN sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END) / '9.745314011399999e288'::double precision) FILTER (WHERE abs((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) >= 1e270) IS NULL THEN sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) FILTER (WHERE abs((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) < 1e270) WHEN abs(sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END) / '9.745314011399999e288'::double precision) FILTER (WHERE abs((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) >= 1e270)) <= '1.844674407370955e19'::double precision THEN sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END) / '9.745314011399999e288'::double precision) FILTER (WHERE abs((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) >= 1e270) * '9.745314011399999e288'::double precision + coalesce(sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) FILTER (WHERE abs((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) < 1e270), 0) ELSE 'Infinity'::double precision * sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END) / '9.745314011399999e288'::double precision) FILTER (WHERE abs((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) >= 1e270) END) / nullif((CASE WHEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE (s1."quantity" IS NOT NULL) AND abs(s1."rate") >= 1e270) IS NULL THEN sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL) AND abs(s1."rate") < 1e270) WHEN abs(sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE (s1."quantity" IS NOT NULL) AND abs(s1."rate") >= 1e270)) <= '1.844674407370955e19'::double precision THEN sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE (s1."quantity" IS NOT NULL) AND abs(s1."rate") >= 1e270) * '9.745314011399999e288'::double precision + coalesce(sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL) AND abs(s1."rate") < 1e270), 0) ELSE 'Infinity'::double precision * sum(s1."rate" / '9.745314011399999e288'::double precision) FILTER (WHERE (s1."quantity" IS NOT NULL) AND abs(s1."rate") >= 1e270) END), 0)) AS "by_rate",
  (round(nullif(lower(numrange(sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric) FILTER (WHERE (s1."side" = $6::text COLLATE "C")), NULL) * numrange(-1e69, 1e69, '()')), -1e69), 66) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE ((s1."side" = $6::text COLLATE "C") AND (s1."price" IS NOT NULL))), 0))::double precision AS "bought"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = ANY($1::text[]))
GROUP BY s1."symbol";
-- $1 text[] = ["AAPL","MSFT","NVDA"]
-- $2 numeric = "0"
-- $3 numeric = "0.25"
-- $4 numeric = "0.975"
-- $5 numeric = "1"
-- $6 text = "buy"

-- materialize
SELECT
  s1."symbol" AS "symbol",
  var_samp(s1."quantity"::double precision) AS "variance",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($2::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($2::numeric * (count(s1."quantity") - 1)) - floor(($2::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($2::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($2::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "p0",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($3::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($3::numeric * (count(s1."quantity") - 1)) - floor(($3::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($3::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($3::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "p25",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($4::numeric * (count(s1."quantity") - 1)) - floor(($4::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "p97.5",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($5::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($5::numeric * (count(s1."quantity") - 1)) - floor(($5::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($5::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($5::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "p100",
  (sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE (s1."price" IS NOT NULL)), 0))::double precision AS "vwap",
  (CASE WHEN abs(nullif(sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL)), 0)) < 1 THEN CASE WHEN abs(sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END))) > '1.797693134862315e308'::double precision * abs(nullif(sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL)), 0)) AND abs(sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) * nullif(sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL)), 0) ELSE sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) / nullif(sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL)), 0) END WHEN abs(sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END))) < '5e-324'::double precision * abs(nullif(sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL)), 0)) AND abs(nullif(sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL)), 0)) <= '1.7976931348623157e308'::double precision THEN 0 * sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) * nullif(sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL)), 0) ELSE sum((CASE WHEN abs(s1."rate") > 1 THEN CASE WHEN abs(s1."quantity"::double precision) > greatest('1.797693134862315e308'::double precision / abs(s1."rate"), 1) AND abs(s1."quantity"::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END WHEN abs(s1."quantity"::double precision) < '5e-324'::double precision / nullif(abs(s1."rate"), 0) THEN 0 * s1."quantity"::double precision * s1."rate" ELSE s1."quantity"::double precision * s1."rate" END)) / nullif(sum(s1."rate") FILTER (WHERE (s1."quantity" IS NOT NULL)), 0) END) AS "by_rate",
  (sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric) FILTER (WHERE (s1."side" = $6::text)) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE ((s1."side" = $6::text) AND (s1."price" IS NOT NULL))), 0))::double precision AS "bought"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = ANY($1::text[]))
GROUP BY s1."symbol";
-- $1 text[] = ["AAPL","MSFT","NVDA"]
-- $2 numeric = "0"
-- $3 numeric = "0.25"
-- $4 numeric = "0.975"
-- $5 numeric = "1"
-- $6 text = "buy"


---- group_by: first and last pass over rows without a value when asked to
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"symbol","operator":"in","value":["AAPL","MSFT","NVDA"]}]}
-- g (w): group_by {"keys":[{"column":"symbol"}],"metrics":[{"function":"first","column":"price","order_by":[{"column":"event_time","direction":"desc"}],"ignore_nulls":false,"as":"first_false"},{"function":"first","column":"price","order_by":[{"column":"event_time","direction":"desc"}],"ignore_nulls":true,"as":"first_true"},{"function":"last","column":"rate","order_by":[{"column":"event_time","direction":"desc"}],"ignore_nulls":false,"as":"last_false"},{"function":"last","column":"rate","order_by":[{"column":"event_time","direction":"desc"}],"ignore_nulls":true,"as":"last_true"}]}

-- clickhouse
SELECT
  s1."symbol" AS "symbol",
  CAST(tupleElement(argMinIf(tuple(toNullable(s1."price")), tuple(-toDecimal128(s1."event_time", 9), isNull(s1."price"), s1."price"), isNotNull(s1."event_time")), 1) AS Nullable(Decimal(18, 6))) AS "first_false",
  CAST(tupleElement(argMinIf(tuple(toNullable(s1."price")), tuple(-toDecimal128(s1."event_time", 9), isNull(s1."price"), s1."price"), isNotNull(s1."price") AND isNotNull(s1."event_time")), 1) AS Nullable(Decimal(18, 6))) AS "first_true",
  CAST(tupleElement(argMaxIf(tuple(toNullable(s1."rate")), tuple(-toDecimal128(s1."event_time", 9), isNotNull(s1."rate"), s1."rate"), isNotNull(s1."event_time")), 1) AS Nullable(Float64)) AS "last_false",
  CAST(tupleElement(argMaxIf(tuple(toNullable(s1."rate")), tuple(-toDecimal128(s1."event_time", 9), isNotNull(s1."rate"), s1."rate"), isNotNull(s1."rate") AND isNotNull(s1."event_time")), 1) AS Nullable(Float64)) AS "last_true"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" IN {p1:Array(String)})
GROUP BY s1."symbol";
-- p1 Array(String) = ["AAPL","MSFT","NVDA"]

-- postgres
SELECT
  s1."symbol" AS "symbol",
  (array_agg(s1."price" ORDER BY s1."event_time" DESC, s1."price" ASC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "first_false",
  (array_agg(s1."price" ORDER BY s1."event_time" DESC, s1."price" ASC NULLS LAST) FILTER (WHERE (s1."price" IS NOT NULL) AND s1."event_time" IS NOT NULL))[1] AS "first_true",
  (array_agg(s1."rate" ORDER BY s1."event_time" ASC, s1."rate" DESC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "last_false",
  (array_agg(s1."rate" ORDER BY s1."event_time" ASC, s1."rate" DESC NULLS LAST) FILTER (WHERE (s1."rate" IS NOT NULL) AND s1."event_time" IS NOT NULL))[1] AS "last_true"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = ANY($1::text[]))
GROUP BY s1."symbol";
-- $1 text[] = ["AAPL","MSFT","NVDA"]

-- materialize: the same


---- group_by: conditional aggregates, percentiles and weights in formulas
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"symbol","operator":"in","value":["AAPL","MSFT","NVDA"]}]}
-- g (w): group_by {"keys":[{"column":"symbol"}],"metrics":[{"function":"formula","as":"buys","expression":"COUNT_IF([side] = \"buy\")"},{"function":"formula","as":"bought","expression":"SUM_IF([quantity], [side] = \"buy\")"},{"function":"formula","as":"large","expression":"AVG_IF([price], [quantity] > 10)"},{"function":"formula","as":"quarter","expression":"PERCENTILE([quantity], 25)"},{"function":"formula","as":"vwap","expression":"ROUND(WEIGHTED_AVG([price], [quantity]), 2)"},{"function":"formula","as":"spread","expression":"VARIANCE([rate])"},{"function":"formula","as":"both","expression":"COUNT_IF([quantity] > 5)","where":{"logic":"and","conditions":[{"column":"side","operator":"=","value":"buy"}]}}]}

-- clickhouse
SELECT
  s1."symbol" AS "symbol",
  CAST(toInt64(countIf((s1."side" = {p2:String}))) AS Int64) AS "buys",
  CAST(sumIfOrNull(toDecimal128(s1."quantity", 0), (s1."side" = {p2:String})) AS Nullable(Decimal(38, 0))) AS "bought",
  CAST(arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 7))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [reinterpretAsInt256(toDecimal256(sumIfOrNull(toDecimal128(s1."price", 6), (s1."quantity" > {p3:Int64})), 6))], [nullIf(toInt256(countIf(s1."price", (s1."quantity" > {p3:Int64}))), 0)])[1] AS Nullable(Float64)) AS "large",
  CAST(arrayMap(v -> if(empty(v), NULL, arrayMap(place -> toFloat64(toString(toDecimal256(v[toInt64(floor(place)) + 1], 0) + (place - floor(place)) * (toDecimal256(v[toInt64(ceil(place)) + 1], 0) - toDecimal256(v[toInt64(floor(place)) + 1], 0)))), [toDecimal128({p4:Decimal(3, 2)}, 2) * (length(v) - 1)])[1]), [arraySort(groupArray(s1."quantity"))])[1] AS Nullable(Float64)) AS "quarter",
  CAST(arrayMap(v -> ifNull(toFloat64(toString(round(toDecimal256OrNull(toString(v), 30), {p5:Int64}))), v), [arrayMap((a, b) -> arrayMap((e) -> arrayMap((s) -> toFloat64(concat(concat(toString(intDiv(s, b)), if(s % b = 0, '0', '1')), 'e', toString(-e - 7))), [a * toInt256(concat('1', repeat('0', e)))])[1], [76 - length(toString(abs(a)))])[1], [reinterpretAsInt256(toDecimal256(toDecimal256(nullIf(nullIf(least(greatest(sumOrNull(toDecimal256((toDecimal128(s1."price", 6) * toDecimal128(toDecimal128(s1."quantity", 0), 0)), 6)), -toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), -toDecimal256('1000000000000000000000000000000000000000000000000000000000000000000000', 6)), 6), 6))], [nullIf(reinterpretAsInt256(toDecimal256(sumIfOrNull(toDecimal128(s1."quantity", 0), isNotNull(s1."price")), 0)), 0)])[1]])[1] AS Nullable(Float64)) AS "vwap",
  CAST(nullIf(ifNotFinite(varSampStableOrNull(toFloat64(s1."rate")), -1), -1) AS Nullable(Float64)) AS "spread",
  CAST(toInt64(countIf(((s1."side" = {p2:String}) AND (s1."quantity" > {p6:Int64})))) AS Int64) AS "both"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" IN {p1:Array(String)})
GROUP BY s1."symbol";
-- p1 Array(String) = ["AAPL","MSFT","NVDA"]
-- p2 String = "buy"
-- p3 Int64 = "10"
-- p4 Decimal(3, 2) = "0.25"
-- p5 Int64 = "2"
-- p6 Int64 = "5"

-- postgres
SELECT
  s1."symbol" AS "symbol",
  count(*) FILTER (WHERE (s1."side" = $2::text COLLATE "C")) AS "buys",
  sum(s1."quantity"::numeric) FILTER (WHERE (s1."side" = $2::text COLLATE "C")) AS "bought",
  (round(sum(s1."price"::numeric) FILTER (WHERE (s1."quantity" > $3::bigint)), 66) / nullif(count(s1."price") FILTER (WHERE (s1."quantity" > $3::bigint)), 0))::double precision AS "large",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($4::numeric * (count(s1."quantity") - 1)) - floor(($4::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "quarter",
  round((round(nullif(lower(numrange(sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric), NULL) * numrange(-1e69, 1e69, '()')), -1e69), 66) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE (s1."price" IS NOT NULL)), 0))::double precision::text::numeric, $5::bigint::int)::double precision AS "vwap",
  (CASE WHEN max(abs(s1."rate")) < 1e140 THEN var_samp(s1."rate") FILTER (WHERE abs(s1."rate") < 1e140) WHEN stddev_samp(CASE WHEN abs(s1."rate") >= 1e100 THEN s1."rate" / '9.745314011399999e288'::double precision WHEN abs(s1."rate") < 1e100 THEN 0 END) <= 1.3e-135 THEN (stddev_samp(CASE WHEN abs(s1."rate") >= 1e100 THEN s1."rate" / '9.745314011399999e288'::double precision WHEN abs(s1."rate") < 1e100 THEN 0 END) * '9.745314011399999e288'::double precision) * (stddev_samp(CASE WHEN abs(s1."rate") >= 1e100 THEN s1."rate" / '9.745314011399999e288'::double precision WHEN abs(s1."rate") < 1e100 THEN 0 END) * '9.745314011399999e288'::double precision) END) AS "spread",
  count(*) FILTER (WHERE ((s1."side" = $2::text COLLATE "C") AND (s1."quantity" > $6::bigint))) AS "both"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = ANY($1::text[]))
GROUP BY s1."symbol";
-- $1 text[] = ["AAPL","MSFT","NVDA"]
-- $2 text = "buy"
-- $3 bigint = "10"
-- $4 numeric = "0.25"
-- $5 bigint = "2"
-- $6 bigint = "5"

-- materialize
SELECT
  s1."symbol" AS "symbol",
  count(*) FILTER (WHERE (s1."side" = $2::text)) AS "buys",
  sum(s1."quantity"::numeric) FILTER (WHERE (s1."side" = $2::text)) AS "bought",
  (sum(s1."price"::numeric) FILTER (WHERE (s1."quantity" > $3::bigint)) / count(s1."price") FILTER (WHERE (s1."quantity" > $3::bigint))::numeric)::double precision AS "large",
  ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric + (($4::numeric * (count(s1."quantity") - 1)) - floor(($4::numeric * (count(s1."quantity") - 1)))) * ((array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[ceil(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric - (array_agg(s1."quantity" ORDER BY s1."quantity") FILTER (WHERE s1."quantity" IS NOT NULL))[floor(($4::numeric * (count(s1."quantity") - 1)))::bigint + 1]::numeric))::double precision AS "quarter",
  (CASE WHEN abs((sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE (s1."price" IS NOT NULL)), 0))::double precision) < '1e-61' THEN 0 WHEN $5::bigint > 20 THEN (sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE (s1."price" IS NOT NULL)), 0))::double precision WHEN abs((sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE (s1."price" IS NOT NULL)), 0))::double precision) < '1e-21' THEN 0 WHEN abs((sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE (s1."price" IS NOT NULL)), 0))::double precision) < '1e18' THEN round((sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE (s1."price" IS NOT NULL)), 0))::double precision::text::numeric, greatest($5::bigint, -20)::int)::double precision ELSE (sum((s1."price"::numeric * s1."quantity"::numeric::numeric)::numeric) / nullif(sum(s1."quantity"::numeric) FILTER (WHERE (s1."price" IS NOT NULL)), 0))::double precision END) AS "vwap",
  var_samp(s1."rate"::double precision) AS "spread",
  count(*) FILTER (WHERE ((s1."side" = $2::text) AND (s1."quantity" > $6::bigint))) AS "both"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = ANY($1::text[]))
GROUP BY s1."symbol";
-- $1 text[] = ["AAPL","MSFT","NVDA"]
-- $2 text = "buy"
-- $3 bigint = "10"
-- $4 numeric = "0.25"
-- $5 bigint = "2"
-- $6 bigint = "5"
