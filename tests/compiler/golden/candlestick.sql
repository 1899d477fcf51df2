---- candlestick
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"symbol","operator":"=","value":"AAPL"}]}
-- g (w): group_by {"keys":[{"column":"event_time","bucket":{"size":1,"unit":"day"},"as":"day"}],"metrics":[{"function":"first","column":"price","order_by":[{"column":"event_time","direction":"asc"}],"as":"o"},{"function":"max","column":"price","as":"h"},{"function":"min","column":"price","as":"l"},{"function":"last","column":"price","order_by":[{"column":"event_time","direction":"asc"}],"as":"c"},{"function":"sum","column":"quantity","as":"v"}]}
-- t (g): candlestick {"time":"day","open":"o","high":"h","low":"l","close":"c","volume":"v"}

-- clickhouse
SELECT
  CAST(fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(s1."event_time", 3, 'UTC')) + 0) / 86400000) * 86400000 - 0), 'UTC') AS DateTime64(3, 'UTC')) AS "day",
  CAST(tupleElement(argMinIf(tuple(toNullable(s1."price")), tuple(s1."event_time", isNull(s1."price"), s1."price"), isNotNull(s1."event_time")), 1) AS Nullable(Decimal(18, 6))) AS "o",
  CAST(maxOrNull(s1."price") AS Nullable(Decimal(18, 6))) AS "h",
  CAST(minOrNull(s1."price") AS Nullable(Decimal(18, 6))) AS "l",
  CAST(tupleElement(argMaxIf(tuple(toNullable(s1."price")), tuple(s1."event_time", isNotNull(s1."price"), s1."price"), isNotNull(s1."event_time")), 1) AS Nullable(Decimal(18, 6))) AS "c",
  CAST(sumOrNull(toDecimal128(s1."quantity", 0)) AS Nullable(Decimal(38, 0))) AS "v"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = {p1:String})
GROUP BY fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(s1."event_time", 3, 'UTC')) + 0) / 86400000) * 86400000 - 0), 'UTC')
ORDER BY fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(s1."event_time", 3, 'UTC')) + 0) / 86400000) * 86400000 - 0), 'UTC') ASC NULLS LAST;
-- p1 String = "AAPL"

-- postgres
SELECT
  ((timestamp '1970-01-01' + (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC')) + 0) / 86400) * 86400 - 0) * interval '1 second') AT TIME ZONE 'UTC') AS "day",
  (array_agg(s1."price" ORDER BY s1."event_time" ASC, s1."price" ASC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "o",
  max(s1."price") AS "h",
  min(s1."price") AS "l",
  (array_agg(s1."price" ORDER BY s1."event_time" DESC, s1."price" DESC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "c",
  sum(s1."quantity"::numeric) AS "v"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = $1::text COLLATE "C")
GROUP BY ((timestamp '1970-01-01' + (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC')) + 0) / 86400) * 86400 - 0) * interval '1 second') AT TIME ZONE 'UTC')
ORDER BY ((timestamp '1970-01-01' + (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC')) + 0) / 86400) * 86400 - 0) * interval '1 second') AT TIME ZONE 'UTC') ASC NULLS LAST;
-- $1 text = "AAPL"

-- materialize
SELECT
  (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) + 0) / 86400) * 86400 - 0)::double precision) AT TIME ZONE 'UTC'::text) AS "day",
  (array_agg(s1."price" ORDER BY s1."event_time" ASC, s1."price" ASC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "o",
  max(s1."price") AS "h",
  min(s1."price") AS "l",
  (array_agg(s1."price" ORDER BY s1."event_time" DESC, s1."price" DESC NULLS LAST) FILTER (WHERE s1."event_time" IS NOT NULL))[1] AS "c",
  sum(s1."quantity"::numeric) AS "v"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = $1::text)
GROUP BY (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) + 0) / 86400) * 86400 - 0)::double precision) AT TIME ZONE 'UTC'::text)
ORDER BY (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (s1."event_time" AT TIME ZONE 'UTC'::text)) + 0) / 86400) * 86400 - 0)::double precision) AT TIME ZONE 'UTC'::text) ASC NULLS LAST;
-- $1 text = "AAPL"
