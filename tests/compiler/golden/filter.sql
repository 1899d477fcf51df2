---- filter a nested group
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"logic":"or","conditions":[{"column":"symbol","operator":"=","value":"JPM"},{"logic":"and","conditions":[{"column":"side","operator":"=","value":"buy"},{"column":"quantity","operator":">","value":5}]}]}]}
-- ids (w): select {"columns":["trade_id"]}
-- options {"now":"2024-02-01T10:00:00Z"}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE ((s1."symbol" = {p1:String}) OR ((s1."side" = {p2:String}) AND (s1."quantity" > {p3:Int64})));
-- p1 String = "JPM"
-- p2 String = "buy"
-- p3 Int64 = "5"

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE ((s1."symbol" = $1::text COLLATE "C") OR ((s1."side" = $2::text COLLATE "C") AND (s1."quantity" > $3::bigint)));
-- $1 text = "JPM"
-- $2 text = "buy"
-- $3 bigint = "5"

-- materialize
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE ((s1."symbol" = $1::text) OR ((s1."side" = $2::text) AND (s1."quantity" > $3::bigint)));
-- $1 text = "JPM"
-- $2 text = "buy"
-- $3 bigint = "5"


---- filter in ignoring case
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"side","operator":"in","value":["SELL"],"ignore_case":true}]}
-- ids (w): select {"columns":["trade_id"]}
-- options {"now":"2024-02-01T10:00:00Z"}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (lowerUTF8(s1."side") IN arrayMap(v -> lowerUTF8(v), {p1:Array(String)}));
-- p1 Array(String) = ["SELL"]

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (lower(s1."side") = ANY(ARRAY(SELECT lower(v) FROM unnest($1::text[]) AS v)));
-- $1 text[] = ["SELL"]

-- materialize: the same


---- filter last_n days
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"event_time","operator":"last_n","value":{"size":1,"unit":"day"}}]}
-- ids (w): select {"columns":["trade_id"]}
-- options {"now":"2024-02-01T10:00:00Z"}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."event_time" > nullIf(nullIf(least(greatest(addDays(toDateTime64({p2:DateTime64(3, 'UTC')}, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -146401), 146401), 146401), -146401)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))) AND (s1."event_time" <= {p2:DateTime64(3, 'UTC')});
-- p1 Int64 = "-1"
-- p2 DateTime64(3, 'UTC') = "2024-02-01 10:00:00.000"

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."event_time" > (nullif(lower(tsrange((($2::timestamp AT TIME ZONE 'UTC') AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -146401), 146401), 146401), -146401) * interval '1 day', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')) AND (s1."event_time" <= ($2::timestamp AT TIME ZONE 'UTC'));
-- $1 bigint = "-1"
-- $2 timestamp = "2024-02-01 10:00:00.000"

-- materialize
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."event_time" > ((CASE WHEN ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((($2::timestamp AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)) AND (s1."event_time" <= ($2::timestamp AT TIME ZONE 'UTC'::text));
-- $1 bigint = "-1"
-- $2 timestamp = "2024-02-01 10:00:00.000"


---- filter matches
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"symbol","operator":"matches","value":"^A.PL$"}]}
-- ids (w): select {"columns":["trade_id"]}
-- options {"now":"2024-02-01T10:00:00Z"}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE match(s1."symbol", {p1:String});
-- p1 String = "^A.PL$"

-- postgres
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" ~ $1::text);
-- $1 text = "^A.PL$"

-- materialize
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."symbol" ~ ('(?s)' || $1::text));
-- $1 text = "^A.PL$"


---- filter two columns
-- a: data_source {"database":"flowforge","table":"trades"}
-- w (a): filter {"logic":"and","conditions":[{"column":"trade_id","operator":"<","other_column":"quantity"}]}
-- ids (w): select {"columns":["trade_id"]}
-- options {"now":"2024-02-01T10:00:00Z"}

-- clickhouse
SELECT s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" < s1."quantity");

-- postgres: the same

-- materialize: the same
