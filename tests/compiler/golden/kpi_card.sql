---- kpi_card compares with the period before
-- a: data_source {"database":"flowforge","table":"trades"}
-- t (a): kpi_card {"metric":"quantity","function":"sum","compare":{"column":"event_time","period":{"size":1,"unit":"day"}}}
-- options {"now":"2024-02-01T09:35:00.000Z"}

-- clickhouse
SELECT
  CAST(sumIfOrNull(toDecimal128(s1."quantity", 0), ((s1."event_time" > nullIf(nullIf(least(greatest(addDays(toDateTime64({p2:DateTime64(3, 'UTC')}, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -146401), 146401), 146401), -146401)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))) AND (s1."event_time" <= {p2:DateTime64(3, 'UTC')}))) AS Nullable(Decimal(38, 0))) AS "value",
  CAST(sumIfOrNull(toDecimal128(s1."quantity", 0), ((s1."event_time" > nullIf(nullIf(least(greatest(addDays(toDateTime64({p2:DateTime64(3, 'UTC')}, 3, 'UTC'), nullIf(nullIf(least(greatest({p3:Int64}, -146401), 146401), 146401), -146401)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))) AND (s1."event_time" <= nullIf(nullIf(least(greatest(addDays(toDateTime64({p2:DateTime64(3, 'UTC')}, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -146401), 146401), 146401), -146401)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))))) AS Nullable(Decimal(38, 0))) AS "previous"
FROM "flowforge"."trades" AS s1;
-- p1 Int64 = "-1"
-- p2 DateTime64(3, 'UTC') = "2024-02-01 09:35:00.000"
-- p3 Int64 = "-2"

-- postgres
SELECT
  sum(s1."quantity"::numeric) FILTER (WHERE ((s1."event_time" > (nullif(lower(tsrange((($2::timestamp AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -146401), 146401), 146401), -146401) * interval '1 day', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')) AND (s1."event_time" <= ($2::timestamp AT TIME ZONE 'UTC')))) AS "value",
  sum(s1."quantity"::numeric) FILTER (WHERE ((s1."event_time" > (nullif(lower(tsrange((($2::timestamp AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($3::bigint, -146401), 146401), 146401), -146401) * interval '1 day', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')) AND (s1."event_time" <= (nullif(lower(tsrange((($2::timestamp AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -146401), 146401), 146401), -146401) * interval '1 day', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')))) AS "previous"
FROM "flowforge"."trades" AS s1;
-- $1 bigint = "-1"
-- $2 timestamp = "2024-02-01 09:35:00.000"
-- $3 bigint = "-2"

-- materialize
SELECT
  sum(s1."quantity"::numeric) FILTER (WHERE ((s1."event_time" > ((CASE WHEN ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)) AND (s1."event_time" <= ($2::timestamp AT TIME ZONE 'UTC'::text)))) AS "value",
  sum(s1."quantity"::numeric) FILTER (WHERE ((s1."event_time" > ((CASE WHEN ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $3::bigint > -146401 AND $3::bigint < 146401 THEN $3::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $3::bigint > -146401 AND $3::bigint < 146401 THEN $3::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $3::bigint > -146401 AND $3::bigint < 146401 THEN $3::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)) AND (s1."event_time" <= ((CASE WHEN ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)))) AS "previous"
FROM "flowforge"."trades" AS s1;
-- $1 bigint = "-1"
-- $2 timestamp = "2024-02-01 09:35:00.000"
-- $3 bigint = "-2"
