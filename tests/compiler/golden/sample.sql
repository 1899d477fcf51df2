---- sample by rows takes that many and keeps the order
-- a: data_source {"database":"flowforge","table":"trades"}
-- s (a): sort {"keys":[{"column":"trade_id","direction":"asc"}]}
-- p (s): sample {"mode":"rows","size":100,"seed":3}
-- ids (p): select {"columns":["trade_id"]}

-- clickhouse
SELECT CAST(s1.c1 AS Int64) AS "trade_id"
FROM (
  SELECT s2."trade_id" AS c1
  FROM "flowforge"."trades" AS s2
  ORDER BY lower(hex(MD5(concat({p1:String}, char(31), lower(hex(MD5(concat(ifNull(toString(s2."trade_id"), ''), char(31), ifNull(replaceOne(toString(toDateTime64(s2."event_time", 3, 'UTC')), ' ', 'T') || 'Z', ''), char(31), coalesce(s2."symbol", {p2:String}), char(31), coalesce(s2."side", {p2:String}), char(31), ifNull(toString(s2."quantity"), ''), char(31), ifNull(toString(s2."price"), ''), char(31), ifNull(toString(s2."rate"), ''), char(31), ifNull(toString(toDate32(s2."day")), ''), char(31), multiIf(s2."flag", 'true', NOT s2."flag", 'false', ''))))), char(31), ifNull(toString(toInt64(row_number() OVER (PARTITION BY lower(hex(MD5(concat(ifNull(toString(s2."trade_id"), ''), char(31), ifNull(replaceOne(toString(toDateTime64(s2."event_time", 3, 'UTC')), ' ', 'T') || 'Z', ''), char(31), coalesce(s2."symbol", {p2:String}), char(31), coalesce(s2."side", {p2:String}), char(31), ifNull(toString(s2."quantity"), ''), char(31), ifNull(toString(s2."price"), ''), char(31), ifNull(toString(s2."rate"), ''), char(31), ifNull(toString(toDate32(s2."day")), ''), char(31), multiIf(s2."flag", 'true', NOT s2."flag", 'false', ''))))) ORDER BY s2."trade_id" ASC NULLS LAST, s2."symbol" ASC NULLS LAST, s2."side" ASC NULLS LAST))), ''))))) ASC NULLS LAST
  LIMIT {p3:Int64}
) AS s1
ORDER BY s1.c1 ASC NULLS LAST;
-- p1 String = "3"
-- p2 String = ""
-- p3 Int64 = "100"

-- postgres
SELECT s1.c1 AS "trade_id"
FROM (
  SELECT s2."trade_id" AS c1
  FROM "flowforge"."trades" AS s2
  ORDER BY (md5($1::text || chr(31) || md5(coalesce(s2."trade_id"::text, '') || chr(31) || coalesce(to_char(s2."event_time" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') || chr(31) || coalesce(s2."symbol", $2::text) || chr(31) || coalesce(s2."side", $2::text) || chr(31) || coalesce(s2."quantity"::text, '') || chr(31) || coalesce(trim_scale(s2."price")::text, '') || chr(31) || CASE WHEN s2."rate" IS NULL THEN '' WHEN abs(s2."rate") >= 1e-6 AND abs(s2."rate") < 1e21 THEN trim_scale(s2."rate"::text::numeric)::text ELSE replace(regexp_replace(lower(s2."rate"::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END || chr(31) || coalesce(to_char(s2."day", 'YYYY-MM-DD'), '') || chr(31) || coalesce(s2."flag"::text, '')) || chr(31) || coalesce(row_number() OVER (PARTITION BY md5(coalesce(s2."trade_id"::text, '') || chr(31) || coalesce(to_char(s2."event_time" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') || chr(31) || coalesce(s2."symbol", $2::text) || chr(31) || coalesce(s2."side", $2::text) || chr(31) || coalesce(s2."quantity"::text, '') || chr(31) || coalesce(trim_scale(s2."price")::text, '') || chr(31) || CASE WHEN s2."rate" IS NULL THEN '' WHEN abs(s2."rate") >= 1e-6 AND abs(s2."rate") < 1e21 THEN trim_scale(s2."rate"::text::numeric)::text ELSE replace(regexp_replace(lower(s2."rate"::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END || chr(31) || coalesce(to_char(s2."day", 'YYYY-MM-DD'), '') || chr(31) || coalesce(s2."flag"::text, '')) ORDER BY s2."trade_id" ASC NULLS LAST, (s2."symbol" COLLATE "C") ASC NULLS LAST, (s2."side" COLLATE "C") ASC NULLS LAST)::text, '')) COLLATE "C") ASC NULLS LAST
  LIMIT $3::bigint
) AS s1
ORDER BY s1.c1 ASC NULLS LAST;
-- $1 text = "3"
-- $2 text = ""
-- $3 bigint = "100"

-- materialize
SELECT s1.c1 AS "trade_id"
FROM (
  SELECT s2."trade_id" AS c1
  FROM "flowforge"."trades" AS s2
  ORDER BY encode(digest($1::text || chr(31) || encode(digest(coalesce(s2."trade_id"::text, '') || chr(31) || coalesce(to_char(s2."event_time" AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') || chr(31) || coalesce(s2."symbol", $2::text) || chr(31) || coalesce(s2."side", $2::text) || chr(31) || coalesce(s2."quantity"::text, '') || chr(31) || coalesce(CASE WHEN position('.' IN s2."price"::text) > 0 THEN rtrim(rtrim(s2."price"::text, '0'), '.') ELSE s2."price"::text END, '') || chr(31) || (CASE WHEN s2."rate" IS NULL THEN '' WHEN abs(s2."rate") >= '1e-6' AND abs(s2."rate") < '1e21' THEN CASE WHEN position('.' IN s2."rate"::text::numeric::text) > 0 THEN rtrim(rtrim(s2."rate"::text::numeric::text, '0'), '.') ELSE s2."rate"::text::numeric::text END ELSE replace(replace(replace(replace(lower(s2."rate"::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END) || chr(31) || coalesce(s2."day"::text, '') || chr(31) || coalesce(s2."flag"::text, ''), 'md5'), 'hex') || chr(31) || coalesce(row_number() OVER (PARTITION BY encode(digest(coalesce(s2."trade_id"::text, '') || chr(31) || coalesce(to_char(s2."event_time" AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '') || chr(31) || coalesce(s2."symbol", $2::text) || chr(31) || coalesce(s2."side", $2::text) || chr(31) || coalesce(s2."quantity"::text, '') || chr(31) || coalesce(CASE WHEN position('.' IN s2."price"::text) > 0 THEN rtrim(rtrim(s2."price"::text, '0'), '.') ELSE s2."price"::text END, '') || chr(31) || (CASE WHEN s2."rate" IS NULL THEN '' WHEN abs(s2."rate") >= '1e-6' AND abs(s2."rate") < '1e21' THEN CASE WHEN position('.' IN s2."rate"::text::numeric::text) > 0 THEN rtrim(rtrim(s2."rate"::text::numeric::text, '0'), '.') ELSE s2."rate"::text::numeric::text END ELSE replace(replace(replace(replace(lower(s2."rate"::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END) || chr(31) || coalesce(s2."day"::text, '') || chr(31) || coalesce(s2."flag"::text, ''), 'md5'), 'hex') ORDER BY s2."trade_id" ASC NULLS LAST, s2."symbol" ASC NULLS LAST, s2."side" ASC NULLS LAST)::text, ''), 'md5'), 'hex') ASC NULLS LAST
  LIMIT 100
) AS s1
ORDER BY s1.c1 ASC NULLS LAST;
-- $1 text = "3"
-- $2 text = ""
