---- entitlements restrict every scan
-- a: data_source {"database":"flowforge","table":"trades"}
-- ids (a): select {"columns":["trade_id"]}
-- options {"entitlements":{"symbols":["MSFT","JPM"]}}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" IN {p1:Array(String)});
-- p1 Array(String) = ["MSFT","JPM"]

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = ANY($1::text[]));
-- $1 text[] = ["MSFT","JPM"]

-- materialize: the same


---- dashboard filters reach a scan that leaves the column out, before its limit
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id"],"limit":1}
-- options {"filters":[{"column":"symbol","operator":"=","value":"NVDA"},{"column":"nowhere","operator":"=","value":1}]}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = {p1:String})
LIMIT {p2:Int64};
-- p1 String = "NVDA"
-- p2 Int64 = "1"

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = $1::text COLLATE "C")
LIMIT $2::bigint;
-- $1 text = "NVDA"
-- $2 bigint = "1"

-- materialize
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = $1::text)
LIMIT 1;
-- $1 text = "NVDA"


---- locked filters restrict every scan, beside what the reader asks
-- a: data_source {"database":"flowforge","table":"trades"}
-- ids (a): select {"columns":["trade_id"]}
-- options {"locked":[{"column":"symbol","operator":"=","value":"AAPL"}],"filters":[{"column":"symbol","operator":"in","value":["AAPL","NVDA"]},{"column":"quantity","operator":">","value":10}]}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = {p1:String}) AND (s1."symbol" IN {p2:Array(String)}) AND (s1."quantity" > {p3:Int64});
-- p1 String = "AAPL"
-- p2 Array(String) = ["AAPL","NVDA"]
-- p3 Int64 = "10"

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = $1::text COLLATE "C") AND (s1."symbol" = ANY($2::text[])) AND (s1."quantity" > $3::bigint);
-- $1 text = "AAPL"
-- $2 text[] = ["AAPL","NVDA"]
-- $3 bigint = "10"

-- materialize
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" = $1::text) AND (s1."symbol" = ANY($2::text[])) AND (s1."quantity" > $3::bigint);
-- $1 text = "AAPL"
-- $2 text[] = ["AAPL","NVDA"]
-- $3 bigint = "10"


---- a range is about the event time of each table, and of no other column
-- a: data_source {"database":"flowforge","table":"trades"}
-- b: data_source {"database":"flowforge","table":"instruments"}
-- j (a, b): join {"kind":"inner","keys":[{"left":"symbol","right":"symbol"}]}
-- s (j): select {"columns":["trade_id","lot"]}
-- options {"range":{"from":"2024-01-31T09:45:00Z","to":"2024-01-31T10:15:00Z"},"catalog":{"tables":[{"database":"flowforge","table":"trades","store":"clickhouse","symbolColumn":"symbol","columns":[{"name":"trade_id","type":"int64","nullable":false},{"name":"event_time","type":"datetime","nullable":false},{"name":"symbol","type":"string","nullable":false},{"name":"side","type":"string","nullable":true},{"name":"quantity","type":"int64","nullable":true},{"name":"price","type":"decimal","nullable":true},{"name":"rate","type":"float64","nullable":true},{"name":"day","type":"date","nullable":true},{"name":"flag","type":"boolean","nullable":true}],"eventTime":"event_time"},{"database":"flowforge","table":"instruments","store":"clickhouse","columns":[{"name":"symbol","type":"string","nullable":true},{"name":"sector","type":"string","nullable":true},{"name":"lot","type":"decimal","nullable":false}]},{"database":"flowforge","table":"quotes","store":"clickhouse","symbolColumn":"symbol","columns":[{"name":"symbol","type":"string","nullable":false},{"name":"event_time","type":"datetime","nullable":true},{"name":"bid","type":"decimal","nullable":true}]}]}}

-- clickhouse
SELECT
  s1."trade_id" AS "trade_id",
  s2."lot" AS "lot"
FROM "flowforge"."trades" AS s1
INNER JOIN "flowforge"."instruments" AS s2 ON (s1."symbol" = s2."symbol")
WHERE (s1."event_time" >= {p1:DateTime64(3, 'UTC')}) AND (s1."event_time" < {p2:DateTime64(3, 'UTC')});
-- p1 DateTime64(3, 'UTC') = "2024-01-31 09:45:00.000"
-- p2 DateTime64(3, 'UTC') = "2024-01-31 10:15:00.000"

-- postgres
SELECT
  s1."trade_id" AS "trade_id",
  s2."lot" AS "lot"
FROM "flowforge"."trades" AS s1
INNER JOIN "flowforge"."instruments" AS s2 ON (s1."symbol" = s2."symbol" COLLATE "C")
WHERE (s1."event_time" >= ($1::timestamp AT TIME ZONE 'UTC')) AND (s1."event_time" < ($2::timestamp AT TIME ZONE 'UTC'));
-- $1 timestamp = "2024-01-31 09:45:00.000"
-- $2 timestamp = "2024-01-31 10:15:00.000"

-- materialize
SELECT
  s1."trade_id" AS "trade_id",
  s2."lot" AS "lot"
FROM "flowforge"."trades" AS s1
INNER JOIN "flowforge"."instruments" AS s2 ON (s1."symbol" = s2."symbol")
WHERE (s1."event_time" >= ($1::timestamp AT TIME ZONE 'UTC'::text)) AND (s1."event_time" < ($2::timestamp AT TIME ZONE 'UTC'::text));
-- $1 timestamp = "2024-01-31 09:45:00.000"
-- $2 timestamp = "2024-01-31 10:15:00.000"


---- a source names the column that a range is about, in the place of the catalogue
-- a: data_source {"database":"flowforge","table":"trades","event_time":"day"}
-- s (a): select {"columns":["trade_id"]}
-- options {"range":{"from":"2024-02-01T00:00:00Z","to":"2024-03-01T00:00:00Z"},"catalog":{"tables":[{"database":"flowforge","table":"trades","store":"clickhouse","symbolColumn":"symbol","columns":[{"name":"trade_id","type":"int64","nullable":false},{"name":"event_time","type":"datetime","nullable":false},{"name":"symbol","type":"string","nullable":false},{"name":"side","type":"string","nullable":true},{"name":"quantity","type":"int64","nullable":true},{"name":"price","type":"decimal","nullable":true},{"name":"rate","type":"float64","nullable":true},{"name":"day","type":"date","nullable":true},{"name":"flag","type":"boolean","nullable":true}],"eventTime":"event_time"},{"database":"flowforge","table":"instruments","store":"clickhouse","columns":[{"name":"symbol","type":"string","nullable":true},{"name":"sector","type":"string","nullable":true},{"name":"lot","type":"decimal","nullable":false}]},{"database":"flowforge","table":"quotes","store":"clickhouse","symbolColumn":"symbol","columns":[{"name":"symbol","type":"string","nullable":false},{"name":"event_time","type":"datetime","nullable":true},{"name":"bid","type":"decimal","nullable":true}]}]}}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (toDateTime64(s1."day", 3, 'UTC') >= {p1:DateTime64(3, 'UTC')}) AND (toDateTime64(s1."day", 3, 'UTC') < {p2:DateTime64(3, 'UTC')});
-- p1 DateTime64(3, 'UTC') = "2024-02-01 00:00:00.000"
-- p2 DateTime64(3, 'UTC') = "2024-03-01 00:00:00.000"

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE ((s1."day"::timestamp AT TIME ZONE 'UTC') >= ($1::timestamp AT TIME ZONE 'UTC')) AND ((s1."day"::timestamp AT TIME ZONE 'UTC') < ($2::timestamp AT TIME ZONE 'UTC'));
-- $1 timestamp = "2024-02-01 00:00:00.000"
-- $2 timestamp = "2024-03-01 00:00:00.000"

-- materialize
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE ((s1."day"::timestamp AT TIME ZONE 'UTC'::text) >= ($1::timestamp AT TIME ZONE 'UTC'::text)) AND ((s1."day"::timestamp AT TIME ZONE 'UTC'::text) < ($2::timestamp AT TIME ZONE 'UTC'::text));
-- $1 timestamp = "2024-02-01 00:00:00.000"
-- $2 timestamp = "2024-03-01 00:00:00.000"


---- a range leaves a source of current state alone, and reaches the events beside it
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id"],"event_time":""}
-- b: data_source {"database":"flowforge","table":"trades","columns":["trade_id"]}
-- u (a, b): union {}
-- options {"range":{"from":"2024-02-01T00:00:00Z"},"catalog":{"tables":[{"database":"flowforge","table":"trades","store":"clickhouse","symbolColumn":"symbol","columns":[{"name":"trade_id","type":"int64","nullable":false},{"name":"event_time","type":"datetime","nullable":false},{"name":"symbol","type":"string","nullable":false},{"name":"side","type":"string","nullable":true},{"name":"quantity","type":"int64","nullable":true},{"name":"price","type":"decimal","nullable":true},{"name":"rate","type":"float64","nullable":true},{"name":"day","type":"date","nullable":true},{"name":"flag","type":"boolean","nullable":true}],"eventTime":"event_time"},{"database":"flowforge","table":"instruments","store":"clickhouse","columns":[{"name":"symbol","type":"string","nullable":true},{"name":"sector","type":"string","nullable":true},{"name":"lot","type":"decimal","nullable":false}]},{"database":"flowforge","table":"quotes","store":"clickhouse","symbolColumn":"symbol","columns":[{"name":"symbol","type":"string","nullable":false},{"name":"event_time","type":"datetime","nullable":true},{"name":"bid","type":"decimal","nullable":true}]}]}}

-- clickhouse
SELECT CAST(s1.c1 AS Int64) AS "trade_id"
FROM (
  SELECT s2."trade_id" AS c1
  FROM "flowforge"."trades" AS s2
  UNION ALL
  SELECT s3."trade_id" AS c1
  FROM "flowforge"."trades" AS s3
  WHERE (s3."event_time" >= {p1:DateTime64(3, 'UTC')})
) AS s1;
-- p1 DateTime64(3, 'UTC') = "2024-02-01 00:00:00.000"

-- postgres
SELECT s1.c1 AS "trade_id"
FROM (
  SELECT s2."trade_id" AS c1
  FROM "flowforge"."trades" AS s2
  UNION ALL
  SELECT s3."trade_id" AS c1
  FROM "flowforge"."trades" AS s3
  WHERE (s3."event_time" >= ($1::timestamp AT TIME ZONE 'UTC'))
) AS s1;
-- $1 timestamp = "2024-02-01 00:00:00.000"

-- materialize
SELECT s1.c1 AS "trade_id"
FROM (
  SELECT s2."trade_id" AS c1
  FROM "flowforge"."trades" AS s2
  UNION ALL
  SELECT s3."trade_id" AS c1
  FROM "flowforge"."trades" AS s3
  WHERE (s3."event_time" >= ($1::timestamp AT TIME ZONE 'UTC'::text))
) AS s1;
-- $1 timestamp = "2024-02-01 00:00:00.000"
