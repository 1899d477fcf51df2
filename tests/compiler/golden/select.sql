---- select chooses and orders columns
-- a: data_source {"database":"flowforge","table":"trades"}
-- s (a): select {"columns":["side","trade_id"]}
-- l (s): filter {"logic":"and","conditions":[{"column":"trade_id","operator":"<","value":3}]}

-- clickhouse
SELECT
  s1."side" AS "side",
  s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" < {p1:Int64});
-- p1 Int64 = "3"

-- postgres
SELECT
  s1."side" AS "side",
  s1."trade_id" AS "trade_id"
FROM "flowforge"."trades" AS s1
WHERE (s1."trade_id" < $1::bigint);
-- $1 bigint = "3"

-- materialize: the same


---- select reads a text as a date, as its format says
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","quantity","price","event_time"]}
-- f (a): formula {"as":"t","expression":"\"Jan \" & [quantity] & \" 2000\""}
-- o (f): sort {"keys":[{"column":"trade_id","direction":"asc"}]}
-- s (o): select {"columns":["t"],"casts":[{"column":"t","type":"date","format":"MMM D YYYY"}]}

-- clickhouse
SELECT CAST(toDate32(fromUnixTimestamp64Milli(arrayMap(g -> if(length(g) > 0 AND toDayOfMonth(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[3]) - 1970) * 12 + intDiv(position('janfebmaraprmayjunjulaugsepoctnovdec', lower(left(g[1], 3))) + 2, 3) - 1), toInt32OrZero(g[2]) - 1)) = toInt32OrZero(g[2]), (((toInt64(toInt32(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[3]) - 1970) * 12 + intDiv(position('janfebmaraprmayjunjulaugsepoctnovdec', lower(left(g[1], 3))) + 2, 3) - 1), toInt32OrZero(g[2]) - 1))) * 24 + 0) * 60 + 0) * 60 + 0) * 1000 + 0, NULL), [extractGroups(ifNull(concat(ifNull({p1:String}, ''), ifNull(ifNull(toString(s1."quantity"), ''), ''), ifNull({p2:String}, '')), ''), {p3:String})])[1], 'UTC')) AS Nullable(Date32)) AS "t"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;
-- p1 String = "Jan "
-- p2 String = " 2000"
-- p3 String = "^[ \t\r\n]*([Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc]) ([12][0-9]|3[01]|0?[1-9]) (19[0-9][0-9]|2[0-2][0-9][0-9])[ \t\r\n]*$"

-- postgres
SELECT ((((SELECT CASE WHEN coalesce((v.x)[2]::int, 0) <= extract(day FROM ((v.x)[3] || '-' || ((position(lower(left((v.x)[1], 3)) IN 'janfebmaraprmayjunjulaugsepoctnovdec') + 2) / 3)::text || '-1')::date + interval '1 month' - interval '1 day') THEN ((v.x)[3] || '-' || ((position(lower(left((v.x)[1], 3)) IN 'janfebmaraprmayjunjulaugsepoctnovdec') + 2) / 3)::text || '-1')::date::timestamp + interval '1 second' * ((((coalesce((v.x)[2]::int, 0) - 1) * 24 + 0) * 60 + 0) * 60 + 0 + 0::double precision / 1000)::double precision END FROM (SELECT regexp_match(concat($1::text, coalesce(s1."quantity"::text, ''), $2::text), $3::text) AS x OFFSET 0) AS v)) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')::date AS "t"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;
-- $1 text = "Jan "
-- $2 text = " 2000"
-- $3 text = "^[ \t\r\n]*([Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc]) ([12][0-9]|3[01]|0?[1-9]) (19[0-9][0-9]|2[0-2][0-9][0-9])[ \t\r\n]*$"

-- materialize
SELECT (((CASE WHEN coalesce((regexp_match(concat($1::text, coalesce(s1."quantity"::text, ''), $2::text), $3::text))[2]::int, 0) <= extract(day FROM ((regexp_match(concat($1::text, coalesce(s1."quantity"::text, ''), $2::text), $3::text))[3] || '-' || ((position(lower(left((regexp_match(concat($1::text, coalesce(s1."quantity"::text, ''), $2::text), $3::text))[1], 3)) IN 'janfebmaraprmayjunjulaugsepoctnovdec') + 2) / 3)::text || '-1')::date + interval '1 month' - interval '1 day') THEN ((regexp_match(concat($1::text, coalesce(s1."quantity"::text, ''), $2::text), $3::text))[3] || '-' || ((position(lower(left((regexp_match(concat($1::text, coalesce(s1."quantity"::text, ''), $2::text), $3::text))[1], 3)) IN 'janfebmaraprmayjunjulaugsepoctnovdec') + 2) / 3)::text || '-1')::date::timestamp + interval '1 second' * ((((coalesce((regexp_match(concat($1::text, coalesce(s1."quantity"::text, ''), $2::text), $3::text))[2]::int, 0) - 1) * 24 + 0) * 60 + 0) * 60 + 0 + 0::double precision / 1000)::double precision END) AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text)::date AS "t"
FROM "flowforge"."trades" AS s1
ORDER BY s1."trade_id" ASC NULLS LAST;
-- $1 text = "Jan "
-- $2 text = " 2000"
-- $3 text = "^[ \t\r\n]*([Jj][Aa][Nn]|[Ff][Ee][Bb]|[Mm][Aa][Rr]|[Aa][Pp][Rr]|[Mm][Aa][Yy]|[Jj][Uu][Nn]|[Jj][Uu][Ll]|[Aa][Uu][Gg]|[Ss][Ee][Pp]|[Oo][Cc][Tt]|[Nn][Oo][Vv]|[Dd][Ee][Cc]) ([12][0-9]|3[01]|0?[1-9]) (19[0-9][0-9]|2[0-2][0-9][0-9])[ \t\r\n]*$"


---- select reads texts as numbers; a filter behind it compares them as such
-- a: data_source {"database":"flowforge","table":"trades","columns":["trade_id","quantity","price","event_time"]}
-- f (a): formula {"as":"t","expression":"\" \" & [price]"}
-- s (f): select {"columns":["trade_id","t"],"casts":[{"column":"t","type":"decimal","scale":1},{"column":"trade_id","type":"string"}]}
-- w (s): filter {"logic":"and","conditions":[{"column":"t","operator":">","value":100.5}]}
-- o (w): sort {"keys":[{"column":"t","direction":"asc"}]}

-- clickhouse
SELECT
  CAST(ifNull(toString(s1."trade_id"), '') AS String) AS "trade_id",
  CAST(toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(extract(extract(concat(ifNull({p1:String}, ''), ifNull(ifNull(toString(s1."price"), ''), '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'), '^([^.]*(?:[.][0-9]{1,2})?)'), 2), 1), -toDecimal256('10000000000000000000000000000000000000', 1)), toDecimal256('10000000000000000000000000000000000000', 1)), toDecimal256('10000000000000000000000000000000000000', 1)), -toDecimal256('10000000000000000000000000000000000000', 1)), 1) AS Nullable(Decimal(38, 1))) AS "t"
FROM "flowforge"."trades" AS s1
WHERE (toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(extract(extract(concat(ifNull({p1:String}, ''), ifNull(ifNull(toString(s1."price"), ''), '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'), '^([^.]*(?:[.][0-9]{1,2})?)'), 2), 1), -toDecimal256('10000000000000000000000000000000000000', 1)), toDecimal256('10000000000000000000000000000000000000', 1)), toDecimal256('10000000000000000000000000000000000000', 1)), -toDecimal256('10000000000000000000000000000000000000', 1)), 1) > toDecimal128({p2:Decimal(4, 1)}, 1))
ORDER BY toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(extract(extract(concat(ifNull({p1:String}, ''), ifNull(ifNull(toString(s1."price"), ''), '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'), '^([^.]*(?:[.][0-9]{1,2})?)'), 2), 1), -toDecimal256('10000000000000000000000000000000000000', 1)), toDecimal256('10000000000000000000000000000000000000', 1)), toDecimal256('10000000000000000000000000000000000000', 1)), -toDecimal256('10000000000000000000000000000000000000', 1)), 1) ASC NULLS LAST;
-- p1 String = " "
-- p2 Decimal(4, 1) = "100.5"

-- postgres
SELECT
  coalesce(s1."trade_id"::text, '') AS "trade_id",
  nullif(lower(numrange(round((regexp_match((regexp_match(concat($1::text, coalesce(trim_scale(s1."price")::text, '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1), NULL) * numrange(-1e37, 1e37, '()')), -1e37) AS "t"
FROM "flowforge"."trades" AS s1
WHERE (nullif(lower(numrange(round((regexp_match((regexp_match(concat($1::text, coalesce(trim_scale(s1."price")::text, '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1), NULL) * numrange(-1e37, 1e37, '()')), -1e37) > $2::numeric::numeric)
ORDER BY nullif(lower(numrange(round((regexp_match((regexp_match(concat($1::text, coalesce(trim_scale(s1."price")::text, '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1), NULL) * numrange(-1e37, 1e37, '()')), -1e37) ASC NULLS LAST;
-- $1 text = " "
-- $2 numeric = "100.5"

-- materialize
SELECT
  coalesce(s1."trade_id"::text, '') AS "trade_id",
  (CASE WHEN abs(round((regexp_match((regexp_match(concat($1::text, coalesce(CASE WHEN position('.' IN s1."price"::text) > 0 THEN rtrim(rtrim(s1."price"::text, '0'), '.') ELSE s1."price"::text END, '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1)) < 10000000000000000000000000000000000000 THEN round((regexp_match((regexp_match(concat($1::text, coalesce(CASE WHEN position('.' IN s1."price"::text) > 0 THEN rtrim(rtrim(s1."price"::text, '0'), '.') ELSE s1."price"::text END, '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1) END) AS "t"
FROM "flowforge"."trades" AS s1
WHERE ((CASE WHEN abs(round((regexp_match((regexp_match(concat($1::text, coalesce(CASE WHEN position('.' IN s1."price"::text) > 0 THEN rtrim(rtrim(s1."price"::text, '0'), '.') ELSE s1."price"::text END, '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1)) < 10000000000000000000000000000000000000 THEN round((regexp_match((regexp_match(concat($1::text, coalesce(CASE WHEN position('.' IN s1."price"::text) > 0 THEN rtrim(rtrim(s1."price"::text, '0'), '.') ELSE s1."price"::text END, '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1) END) > $2::numeric::numeric)
ORDER BY (CASE WHEN abs(round((regexp_match((regexp_match(concat($1::text, coalesce(CASE WHEN position('.' IN s1."price"::text) > 0 THEN rtrim(rtrim(s1."price"::text, '0'), '.') ELSE s1."price"::text END, '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1)) < 10000000000000000000000000000000000000 THEN round((regexp_match((regexp_match(concat($1::text, coalesce(CASE WHEN position('.' IN s1."price"::text) > 0 THEN rtrim(rtrim(s1."price"::text, '0'), '.') ELSE s1."price"::text END, '')), '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1) END) ASC NULLS LAST;
-- $1 text = " "
-- $2 numeric = "100.5"
