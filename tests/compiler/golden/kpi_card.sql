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


---- kpi: a limit chooses among the rows of either period
-- a: data_source {"database":"flowforge","table":"trades"}
-- o (a): sort {"keys":[{"column":"trade_id","direction":"asc"}]}
-- l (o): limit {"count":1}
-- k (l): kpi_card {"metric":"quantity","function":"sum","compare":{"column":"event_time","period":{"size":1,"unit":"day"}}}
-- options {"range":{"from":"2024-02-01T00:00:00Z","to":"2024-02-02T00:00:00Z"},"catalog":{"tables":[{"database":"flowforge","table":"trades","store":"clickhouse","symbolColumn":"symbol","columns":[{"name":"trade_id","type":"int64","nullable":false},{"name":"event_time","type":"datetime","nullable":false},{"name":"symbol","type":"string","nullable":false},{"name":"side","type":"string","nullable":true},{"name":"quantity","type":"int64","nullable":true},{"name":"price","type":"decimal","nullable":true},{"name":"rate","type":"float64","nullable":true},{"name":"day","type":"date","nullable":true},{"name":"flag","type":"boolean","nullable":true}],"eventTime":"event_time"},{"database":"flowforge","table":"instruments","store":"clickhouse","columns":[{"name":"symbol","type":"string","nullable":true},{"name":"sector","type":"string","nullable":true},{"name":"lot","type":"decimal","nullable":false}]},{"database":"flowforge","table":"quotes","store":"clickhouse","symbolColumn":"symbol","columns":[{"name":"symbol","type":"string","nullable":false},{"name":"event_time","type":"datetime","nullable":true},{"name":"bid","type":"decimal","nullable":true}]}]}}

-- clickhouse
SELECT
  CAST(s1.c1 AS Nullable(Decimal(38, 0))) AS "value",
  CAST(s4.c1 AS Nullable(Decimal(38, 0))) AS "previous"
FROM (
  SELECT sumOrNull(toDecimal128(s2.c1, 0)) AS c1
  FROM (
    SELECT s3."quantity" AS c1
    FROM "flowforge"."trades" AS s3
    WHERE (s3."event_time" >= {p1:DateTime64(3, 'UTC')}) AND (s3."event_time" < {p2:DateTime64(3, 'UTC')})
    ORDER BY s3."trade_id" ASC NULLS LAST
    LIMIT {p3:Int64}
  ) AS s2
) AS s1
CROSS JOIN (
  SELECT sumOrNull(toDecimal128(s5.c1, 0)) AS c1
  FROM (
    SELECT s6."quantity" AS c1
    FROM "flowforge"."trades" AS s6
    WHERE (s6."event_time" >= {p4:DateTime64(3, 'UTC')}) AND (s6."event_time" < {p1:DateTime64(3, 'UTC')})
    ORDER BY s6."trade_id" ASC NULLS LAST
    LIMIT {p3:Int64}
  ) AS s5
) AS s4;
-- p1 DateTime64(3, 'UTC') = "2024-02-01 00:00:00.000"
-- p2 DateTime64(3, 'UTC') = "2024-02-02 00:00:00.000"
-- p3 Int64 = "1"
-- p4 DateTime64(3, 'UTC') = "2024-01-31 00:00:00.000"

-- postgres
SELECT
  s1.c1 AS "value",
  s4.c1 AS "previous"
FROM (
  SELECT sum(s2.c1::numeric) AS c1
  FROM (
    SELECT s3."quantity" AS c1
    FROM "flowforge"."trades" AS s3
    WHERE (s3."event_time" >= ($1::timestamp AT TIME ZONE 'UTC')) AND (s3."event_time" < ($2::timestamp AT TIME ZONE 'UTC'))
    ORDER BY s3."trade_id" ASC NULLS LAST
    LIMIT $3::bigint
  ) AS s2
) AS s1
CROSS JOIN (
  SELECT sum(s5.c1::numeric) AS c1
  FROM (
    SELECT s6."quantity" AS c1
    FROM "flowforge"."trades" AS s6
    WHERE (s6."event_time" >= ($4::timestamp AT TIME ZONE 'UTC')) AND (s6."event_time" < ($1::timestamp AT TIME ZONE 'UTC'))
    ORDER BY s6."trade_id" ASC NULLS LAST
    LIMIT $3::bigint
  ) AS s5
) AS s4;
-- $1 timestamp = "2024-02-01 00:00:00.000"
-- $2 timestamp = "2024-02-02 00:00:00.000"
-- $3 bigint = "1"
-- $4 timestamp = "2024-01-31 00:00:00.000"

-- materialize
SELECT
  s1.c1 AS "value",
  s4.c1 AS "previous"
FROM (
  SELECT sum(s2.c1::numeric) AS c1
  FROM (
    SELECT s3."quantity" AS c1
    FROM "flowforge"."trades" AS s3
    WHERE (s3."event_time" >= ($1::timestamp AT TIME ZONE 'UTC'::text)) AND (s3."event_time" < ($2::timestamp AT TIME ZONE 'UTC'::text))
    ORDER BY s3."trade_id" ASC NULLS LAST
    LIMIT 1
  ) AS s2
) AS s1
CROSS JOIN (
  SELECT sum(s5.c1::numeric) AS c1
  FROM (
    SELECT s6."quantity" AS c1
    FROM "flowforge"."trades" AS s6
    WHERE (s6."event_time" >= ($3::timestamp AT TIME ZONE 'UTC'::text)) AND (s6."event_time" < ($1::timestamp AT TIME ZONE 'UTC'::text))
    ORDER BY s6."trade_id" ASC NULLS LAST
    LIMIT 1
  ) AS s5
) AS s4;
-- $1 timestamp = "2024-02-01 00:00:00.000"
-- $2 timestamp = "2024-02-02 00:00:00.000"
-- $3 timestamp = "2024-01-31 00:00:00.000"


---- kpi: no period before is no count of nothing
-- a: data_source {"database":"flowforge","table":"trades"}
-- k (a): kpi_card {"metric":"quantity","function":"count","compare":{"column":"event_time","period":{"size":1,"unit":"day"}}}
-- options {"filters":[{"column":"event_time","operator":">=","value":"2024-02-01"}]}

-- clickhouse
SELECT
  CAST(toInt64(count(s1."quantity")) AS Int64) AS "value",
  CAST(CAST(NULL AS Nullable(Int64)) AS Nullable(Int64)) AS "previous"
FROM "flowforge"."trades" AS s1
WHERE (s1."event_time" >= {p1:DateTime64(3, 'UTC')});
-- p1 DateTime64(3, 'UTC') = "2024-02-01 00:00:00.000"

-- postgres
SELECT
  count(s1."quantity") AS "value",
  NULL::bigint AS "previous"
FROM "flowforge"."trades" AS s1
WHERE (s1."event_time" >= ($1::timestamp AT TIME ZONE 'UTC'));
-- $1 timestamp = "2024-02-01 00:00:00.000"

-- materialize
SELECT
  count(s1."quantity") AS "value",
  NULL::bigint AS "previous"
FROM "flowforge"."trades" AS s1
WHERE (s1."event_time" >= ($1::timestamp AT TIME ZONE 'UTC'::text));
-- $1 timestamp = "2024-02-01 00:00:00.000"
