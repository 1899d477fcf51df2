-- "[i] + [j]"
clickhouse  accurateCastOrNull(toInt128(i) + toInt128(j), 'Int64')
postgres    nullif(lower(numrange((i::numeric + j::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs((i::numeric + j::numeric) + 0.5) < 9223372036854775808 THEN (i::numeric + j::numeric)::bigint END)
-- "[i] - [j]"
clickhouse  accurateCastOrNull(toInt128(i) - toInt128(j), 'Int64')
postgres    nullif(lower(numrange((i::numeric - j::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs((i::numeric - j::numeric) + 0.5) < 9223372036854775808 THEN (i::numeric - j::numeric)::bigint END)
-- "[i] * [j]"
clickhouse  accurateCastOrNull(toInt128(i) * toInt128(j), 'Int64')
postgres    nullif(lower(numrange((i::numeric * j::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs((i::numeric * j::numeric) + 0.5) < 9223372036854775808 THEN (i::numeric * j::numeric)::bigint END)
-- "[i] / [j]"
clickhouse  arrayMap((x, y) -> if(abs(x) <= 9007199254740992 AND abs(y) <= 9007199254740992, toFloat64(x) / (toFloat64(y)), arrayMap((k) -> arrayMap((s, b) -> if((x < 0) = (y < 0), 1, -1) * toFloat64(bitOr(toInt64(intDiv(s, b)), s % b != 0)) * exp2(-k), [bitShiftLeft(toInt256(abs(x)), greatest(k, 0))], [bitShiftLeft(toInt256(abs(y)), greatest(-k, 0))])[1], [56 - toInt32(floor(log2((greatest(abs(toFloat64(x)), 1) * 1e0) / (greatest(abs(toFloat64(y)), 1) * 1e0))))])[1]), [i], [nullIf(j, 0)])[1]
postgres    (round(i::numeric, 59) / nullif(j::numeric, 0))::double precision
materialize (i::numeric / nullif(j::numeric, 0))::double precision
-- "[i] % [j]"
clickhouse  accurateCastOrNull(toInt128(i) % nullIf(toInt128(j), 0), 'Int64')
postgres    mod(i::numeric, nullif(j::numeric, 0))::bigint
materialize (i::numeric % nullif(j::numeric, 0))::bigint
-- "-[i]"
clickhouse  accurateCastOrNull(negate(toInt128(i)), 'Int64')
postgres    nullif(lower(numrange((- i::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs((- i::numeric) + 0.5) < 9223372036854775808 THEN (- i::numeric)::bigint END)
-- "[p] + [q]"
clickhouse  (toDecimal256(p, 10) + toDecimal256(q, 10))
postgres    (p::numeric + q::numeric)
materialize (p::numeric + q::numeric)
-- "[p] - [q]"
clickhouse  (toDecimal256(p, 10) - toDecimal256(q, 10))
postgres    (p::numeric - q::numeric)
materialize (p::numeric - q::numeric)
-- "[p] * [q]"
clickhouse  (toDecimal256(p, 6) * toDecimal256(q, 10))
postgres    (p::numeric * q::numeric)
materialize (p::numeric * q::numeric)
-- "[p] / [q]"
clickhouse  arrayMap((x, y) -> if(abs(x) <= 900719925474 AND abs(y) <= 9007199254740992, toFloat64(x) * 1e4 / (toFloat64(y)), arrayMap((k) -> arrayMap((s, b) -> if((x < 0) = (y < 0), 1, -1) * toFloat64(bitOr(toInt64(intDiv(s, b)), s % b != 0)) * exp2(-k), [bitShiftLeft(toInt256(abs(x)) * toInt256('10000'), greatest(k, 0))], [bitShiftLeft(toInt256(abs(y)), greatest(-k, 0))])[1], [56 - toInt32(floor(log2((greatest(abs(toFloat64(x)), 1) * 1e4) / (greatest(abs(toFloat64(y)), 1) * 1e0))))])[1]), [reinterpretAsInt64(toDecimal64(p, 6))], [nullIf(reinterpretAsInt128(toDecimal128(q, 10)), 0)])[1]
postgres    (round(p::numeric, 74) / nullif(q::numeric, 0))::double precision
materialize (p::numeric / nullif(q::numeric, 0))::double precision
-- "[p] % [q]"
clickhouse  (toDecimal128(p, 10) % nullIf(toDecimal128(q, 10), 0))
postgres    mod(p::numeric, nullif(q::numeric, 0))
materialize (p::numeric % nullif(q::numeric, 0))
-- "-[p]"
clickhouse  negate(p)
postgres    (- p)
materialize (- p)
-- "[p] * [p]"
clickhouse  (toDecimal128(p, 6) * toDecimal128(p, 6))
postgres    (p::numeric * p::numeric)
materialize (p::numeric * p::numeric)
-- "[p] + [i]"
clickhouse  (toDecimal128(p, 6) + toDecimal128(i, 6))
postgres    (p::numeric + i::numeric)
materialize (p::numeric + i::numeric)
-- "[p] * [i]"
clickhouse  (toDecimal128(p, 6) * toDecimal128(i, 0))
postgres    (p::numeric * i::numeric)
materialize (p::numeric * i::numeric)
-- "[i] % [p]"
clickhouse  (toDecimal128(i, 6) % nullIf(toDecimal128(p, 6), 0))
postgres    mod(i::numeric, nullif(p::numeric, 0))
materialize (i::numeric % nullif(p::numeric, 0))
-- "[p] * 2.50"
clickhouse  (toDecimal128(p, 6) * toDecimal128({p1:Decimal(3, 2)}, 2))   -- ["2.50"]
postgres    (p::numeric * $1::numeric::numeric)   -- ["2.50"]
materialize (p::numeric * $1::numeric::numeric)   -- ["2.50"]
-- "[i] * 0.1"
clickhouse  (toDecimal128(i, 0) * toDecimal128({p1:Decimal(1, 1)}, 1))   -- ["0.1"]
postgres    (i::numeric * $1::numeric::numeric)   -- ["0.1"]
materialize (i::numeric * $1::numeric::numeric)   -- ["0.1"]
-- "[i] + 99999999999999999999"
clickhouse  (toDecimal128(i, 0) + toDecimal128({p1:Decimal(20, 0)}, 0))   -- ["99999999999999999999"]
postgres    (i::numeric + $1::numeric::numeric)   -- ["99999999999999999999"]
materialize (i::numeric + $1::numeric::numeric)   -- ["99999999999999999999"]
-- "[q] * [q]"
clickhouse  (toDecimal256(q, 10) * toDecimal256(q, 10))
postgres    (q::numeric * q::numeric)
materialize (q::numeric * q::numeric)
-- "[q] * [q] * [p]"
clickhouse  arrayMap((x, y) -> arrayMap(v -> if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e50 AND abs(v) <= toDecimal256('99999999999999999999999999999999999999999999999999.99999999999999999999999999', 26), v, NULL), [(toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e50, x, 0), 20) * toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e50, y, 0), 6))])[1], [(toDecimal256(q, 10) * toDecimal256(q, 10))], [p])[1]
postgres    nullif(lower(numrange(((q::numeric * q::numeric)::numeric * p::numeric), NULL) * numrange(-1e50, 1e50, '()')), -1e50)
materialize (CASE WHEN abs(((q::numeric * q::numeric)::numeric * p::numeric)) < 100000000000000000000000000000000000000 THEN ((q::numeric * q::numeric)::numeric * p::numeric) END)
-- "[q] * [q] * [q]"
clickhouse  arrayMap((x, y) -> arrayMap(v -> if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e46 AND abs(v) <= toDecimal256('9999999999999999999999999999999999999999999999.999999999999999999999999999999', 30), v, NULL), [(toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e46, x, 0), 20) * toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e46, y, 0), 10))])[1], [(toDecimal256(q, 10) * toDecimal256(q, 10))], [q])[1]
postgres    nullif(lower(numrange(((q::numeric * q::numeric)::numeric * q::numeric), NULL) * numrange(-1e46, 1e46, '()')), -1e46)
materialize (CASE WHEN abs(((q::numeric * q::numeric)::numeric * q::numeric)) < 100000000000000000000000000000000000000 THEN ((q::numeric * q::numeric)::numeric * q::numeric) END)
-- "[q] * [q] + 1"
clickhouse  arrayMap((x, y) -> arrayMap(v -> if(abs(toFloat64(x)) + abs(toFloat64(y)) < 2e56 AND abs(v) <= toDecimal256('99999999999999999999999999999999999999999999999999999999.99999999999999999999', 20), v, NULL), [(toDecimal256(if(abs(toFloat64(x)) + abs(toFloat64(y)) < 2e56, x, 0), 20) + toDecimal256(if(abs(toFloat64(x)) + abs(toFloat64(y)) < 2e56, y, 0), 20))])[1], [(toDecimal256(q, 10) * toDecimal256(q, 10))], [{p1:Int64}])[1]   -- ["1"]
postgres    nullif(lower(numrange(((q::numeric * q::numeric)::numeric + $1::bigint::numeric), NULL) * numrange(-1e56, 1e56, '()')), -1e56)   -- ["1"]
materialize (CASE WHEN abs(((q::numeric * q::numeric)::numeric + $1::bigint::numeric)) < 100000000000000000000000000000000000000 THEN ((q::numeric * q::numeric)::numeric + $1::bigint::numeric) END)   -- ["1"]
-- "[q] * [q] * [p] - [q]"
clickhouse  arrayMap((x, y) -> arrayMap(v -> if(abs(toFloat64(x)) + abs(toFloat64(y)) < 2e50 AND abs(v) <= toDecimal256('99999999999999999999999999999999999999999999999999.99999999999999999999999999', 26), v, NULL), [(toDecimal256(if(abs(toFloat64(x)) + abs(toFloat64(y)) < 2e50, x, 0), 26) - toDecimal256(if(abs(toFloat64(x)) + abs(toFloat64(y)) < 2e50, y, 0), 26))])[1], [arrayMap((x, y) -> arrayMap(v -> if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e50 AND abs(v) <= toDecimal256('99999999999999999999999999999999999999999999999999.99999999999999999999999999', 26), v, NULL), [(toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e50, x, 0), 20) * toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e50, y, 0), 6))])[1], [(toDecimal256(q, 10) * toDecimal256(q, 10))], [p])[1]], [q])[1]
postgres    nullif(lower(numrange((nullif(lower(numrange(((q::numeric * q::numeric)::numeric * p::numeric), NULL) * numrange(-1e50, 1e50, '()')), -1e50)::numeric - q::numeric), NULL) * numrange(-1e50, 1e50, '()')), -1e50)
materialize (CASE WHEN abs(((CASE WHEN abs(((q::numeric * q::numeric)::numeric * p::numeric)) < 100000000000000000000000000000000000000 THEN ((q::numeric * q::numeric)::numeric * p::numeric) END)::numeric - q::numeric)) < 100000000000000000000000000000000000000 THEN ((CASE WHEN abs(((q::numeric * q::numeric)::numeric * p::numeric)) < 100000000000000000000000000000000000000 THEN ((q::numeric * q::numeric)::numeric * p::numeric) END)::numeric - q::numeric) END)
-- "[p]*[p]*[p]*[p]"
clickhouse  (toDecimal256((toDecimal256((toDecimal128(p, 6) * toDecimal128(p, 6)), 12) * toDecimal256(p, 6)), 18) * toDecimal256(p, 6))
postgres    (((p::numeric * p::numeric)::numeric * p::numeric)::numeric * p::numeric)
materialize (((p::numeric * p::numeric)::numeric * p::numeric)::numeric * p::numeric)
-- "[p]*[p]*[p]*[p]*[p]"
clickhouse  arrayMap((x, y) -> arrayMap(v -> if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e46 AND abs(v) <= toDecimal256('9999999999999999999999999999999999999999999999.999999999999999999999999999999', 30), v, NULL), [(toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e46, x, 0), 24) * toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e46, y, 0), 6))])[1], [(toDecimal256((toDecimal256((toDecimal128(p, 6) * toDecimal128(p, 6)), 12) * toDecimal256(p, 6)), 18) * toDecimal256(p, 6))], [p])[1]
postgres    nullif(lower(numrange(((((p::numeric * p::numeric)::numeric * p::numeric)::numeric * p::numeric)::numeric * p::numeric), NULL) * numrange(-1e46, 1e46, '()')), -1e46)
materialize (CASE WHEN abs(((((p::numeric * p::numeric)::numeric * p::numeric)::numeric * p::numeric)::numeric * p::numeric)) < 100000000000000000000000000000000000000 THEN ((((p::numeric * p::numeric)::numeric * p::numeric)::numeric * p::numeric)::numeric * p::numeric) END)
-- "[q]*[q]*[q]*[q]"
clickhouse  arrayMap((x, y) -> arrayMap(v -> if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e36 AND abs(v) <= toDecimal256('999999999999999999999999999999999999.9999999999999999999999999999999999999999', 40), v, NULL), [(toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e36, x, 0), 30) * toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e36, y, 0), 10))])[1], [arrayMap((x, y) -> arrayMap(v -> if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e46 AND abs(v) <= toDecimal256('9999999999999999999999999999999999999999999999.999999999999999999999999999999', 30), v, NULL), [(toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e46, x, 0), 20) * toDecimal256(if(abs(toFloat64(x)) * abs(toFloat64(y)) < 2e46, y, 0), 10))])[1], [(toDecimal256(q, 10) * toDecimal256(q, 10))], [q])[1]], [q])[1]
postgres    nullif(lower(numrange((nullif(lower(numrange(((q::numeric * q::numeric)::numeric * q::numeric), NULL) * numrange(-1e46, 1e46, '()')), -1e46)::numeric * q::numeric), NULL) * numrange(-1e36, 1e36, '()')), -1e36)
materialize (CASE WHEN abs(((CASE WHEN abs(((q::numeric * q::numeric)::numeric * q::numeric)) < 100000000000000000000000000000000000000 THEN ((q::numeric * q::numeric)::numeric * q::numeric) END)::numeric * q::numeric)) < 1000000000000000000000000000000000000 THEN ((CASE WHEN abs(((q::numeric * q::numeric)::numeric * q::numeric)) < 100000000000000000000000000000000000000 THEN ((q::numeric * q::numeric)::numeric * q::numeric) END)::numeric * q::numeric) END)
-- "[x] + [y]"
clickhouse  (toFloat64(x) + toFloat64(y))
postgres    (CASE WHEN least(abs(x), abs(y)) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + y / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs(y)) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + y END ELSE x + y END)
materialize (CASE WHEN least(abs(x), abs(y)) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + y / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs(y)) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + y END ELSE x + y END)
-- "[x] - [y]"
clickhouse  (toFloat64(x) - toFloat64(y))
postgres    (CASE WHEN least(abs(x), abs((- y))) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + (- y) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs((- y))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + (- y) END ELSE x + (- y) END)
materialize (CASE WHEN least(abs(x), abs((- y))) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + (- y) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs((- y))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + (- y) END ELSE x + (- y) END)
-- "[x] * [y]"
clickhouse  (toFloat64(x) * toFloat64(y))
postgres    (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)
materialize (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)
-- "[x] / [y]"
clickhouse  (toFloat64(x) / nullIf(toFloat64(y), 0))
postgres    (CASE WHEN abs(nullif(y, 0)) < 1 THEN CASE WHEN abs(x) > '1.797693134862315e308'::double precision * abs(nullif(y, 0)) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * nullif(y, 0) ELSE x / nullif(y, 0) END WHEN abs(x) < '5e-324'::double precision * abs(nullif(y, 0)) AND abs(nullif(y, 0)) <= '1.7976931348623157e308'::double precision THEN 0 * x * nullif(y, 0) ELSE x / nullif(y, 0) END)
materialize (CASE WHEN abs(nullif(y, 0)) < 1 THEN CASE WHEN abs(x) > '1.797693134862315e308'::double precision * abs(nullif(y, 0)) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * nullif(y, 0) ELSE x / nullif(y, 0) END WHEN abs(x) < '5e-324'::double precision * abs(nullif(y, 0)) AND abs(nullif(y, 0)) <= '1.7976931348623157e308'::double precision THEN 0 * x * nullif(y, 0) ELSE x / nullif(y, 0) END)
-- "[x] % 2.5e0"
clickhouse  (toFloat64(x) % nullIf(toFloat64({p1:Float64}), 0))   -- ["2.5"]
postgres    mod(x::double precision::text::numeric, nullif($1::double precision::double precision::text::numeric, 0))::double precision   -- ["2.5"]
materialize (x % nullif($1::double precision, 0))   -- ["2.5"]
-- "-[x]"
clickhouse  negate(x)
postgres    (- x)
materialize (- x)
-- "[x] + [i]"
clickhouse  (toFloat64(x) + toFloat64(i))
postgres    (CASE WHEN least(abs(x), abs(i::double precision)) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + i::double precision / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs(i::double precision)) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + i::double precision END ELSE x + i::double precision END)
materialize (CASE WHEN least(abs(x), abs(i::double precision)) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + i::double precision / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs(i::double precision)) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + i::double precision END ELSE x + i::double precision END)
-- "[x] * [p]"
clickhouse  (toFloat64(x) * toFloat64(toString(p)))
postgres    (CASE WHEN abs(p::double precision) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(p::double precision), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * p::double precision ELSE x * p::double precision END WHEN abs(x) < '5e-324'::double precision / nullif(abs(p::double precision), 0) THEN 0 * x * p::double precision ELSE x * p::double precision END)
materialize (CASE WHEN abs(p::double precision) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(p::double precision), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * p::double precision ELSE x * p::double precision END WHEN abs(x) < '5e-324'::double precision / nullif(abs(p::double precision), 0) THEN 0 * x * p::double precision ELSE x * p::double precision END)
-- "[p] / [x]"
clickhouse  (toFloat64(toString(p)) / nullIf(toFloat64(x), 0))
postgres    (CASE WHEN abs(nullif(x, 0)) < 1 THEN CASE WHEN abs(p::double precision) > '1.797693134862315e308'::double precision * abs(nullif(x, 0)) AND abs(p::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * p::double precision * nullif(x, 0) ELSE p::double precision / nullif(x, 0) END WHEN abs(p::double precision) < '5e-324'::double precision * abs(nullif(x, 0)) AND abs(nullif(x, 0)) <= '1.7976931348623157e308'::double precision THEN 0 * p::double precision * nullif(x, 0) ELSE p::double precision / nullif(x, 0) END)
materialize (CASE WHEN abs(nullif(x, 0)) < 1 THEN CASE WHEN abs(p::double precision) > '1.797693134862315e308'::double precision * abs(nullif(x, 0)) AND abs(p::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * p::double precision * nullif(x, 0) ELSE p::double precision / nullif(x, 0) END WHEN abs(p::double precision) < '5e-324'::double precision * abs(nullif(x, 0)) AND abs(nullif(x, 0)) <= '1.7976931348623157e308'::double precision THEN 0 * p::double precision * nullif(x, 0) ELSE p::double precision / nullif(x, 0) END)
-- "[i] * 1e3"
clickhouse  (toFloat64(i) * toFloat64({p1:Float64}))   -- ["1000"]
postgres    (CASE WHEN abs($1::double precision) > 1 THEN CASE WHEN abs(i::double precision) > greatest('1.797693134862315e308'::double precision / abs($1::double precision), 1) AND abs(i::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * i::double precision * $1::double precision ELSE i::double precision * $1::double precision END WHEN abs(i::double precision) < '5e-324'::double precision / nullif(abs($1::double precision), 0) THEN 0 * i::double precision * $1::double precision ELSE i::double precision * $1::double precision END)   -- ["1000"]
materialize (CASE WHEN abs($1::double precision) > 1 THEN CASE WHEN abs(i::double precision) > greatest('1.797693134862315e308'::double precision / abs($1::double precision), 1) AND abs(i::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * i::double precision * $1::double precision ELSE i::double precision * $1::double precision END WHEN abs(i::double precision) < '5e-324'::double precision / nullif(abs($1::double precision), 0) THEN 0 * i::double precision * $1::double precision ELSE i::double precision * $1::double precision END)   -- ["1000"]
-- "[x] * [x] * [x]"
clickhouse  (toFloat64((toFloat64(x) * toFloat64(x))) * toFloat64(x))
postgres    (SELECT (CASE WHEN abs(v.y) > 1 THEN CASE WHEN abs(v.x) > greatest('1.797693134862315e308'::double precision / abs(v.y), 1) AND abs(v.x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * v.x * v.y ELSE v.x * v.y END WHEN abs(v.x) < '5e-324'::double precision / nullif(abs(v.y), 0) THEN 0 * v.x * v.y ELSE v.x * v.y END) FROM (SELECT (CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END) AS x, x AS y OFFSET 0) AS v)
materialize (CASE WHEN abs(x) > 1 THEN CASE WHEN abs((CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END)) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs((CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END)) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * (CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END) * x ELSE (CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END) * x END WHEN abs((CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END)) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * (CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END) * x ELSE (CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END) * x END)
-- "[y] * [y]"
clickhouse  (toFloat64(y) * toFloat64(y))
postgres    (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(y) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(y) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * y * y ELSE y * y END WHEN abs(y) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * y * y ELSE y * y END)
materialize (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(y) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(y) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * y * y ELSE y * y END WHEN abs(y) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * y * y ELSE y * y END)
-- "[x] - 1e308 - 1e308"
clickhouse  (toFloat64((toFloat64(x) - toFloat64({p1:Float64}))) - toFloat64({p1:Float64}))   -- ["1e+308"]
postgres    (SELECT (CASE WHEN least(abs(v.x), abs((- v.y))) > '1e290'::double precision THEN CASE WHEN abs(v.x / 2 + (- v.y) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(v.x), abs((- v.y))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * v.x ELSE v.x + (- v.y) END ELSE v.x + (- v.y) END) FROM (SELECT (CASE WHEN least(abs(x), abs((- $1::double precision))) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + (- $1::double precision) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs((- $1::double precision))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + (- $1::double precision) END ELSE x + (- $1::double precision) END) AS x, $1::double precision AS y OFFSET 0) AS v)   -- ["1e+308"]
materialize (CASE WHEN least(abs((CASE WHEN least(abs(x), abs((- $1::double precision))) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + (- $1::double precision) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs((- $1::double precision))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + (- $1::double precision) END ELSE x + (- $1::double precision) END)), abs((- $1::double precision))) > '1e290'::double precision THEN CASE WHEN abs((CASE WHEN least(abs(x), abs((- $1::double precision))) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + (- $1::double precision) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs((- $1::double precision))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + (- $1::double precision) END ELSE x + (- $1::double precision) END) / 2 + (- $1::double precision) / 2) > '8.988465674311579e307'::double precision AND greatest(abs((CASE WHEN least(abs(x), abs((- $1::double precision))) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + (- $1::double precision) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs((- $1::double precision))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + (- $1::double precision) END ELSE x + (- $1::double precision) END)), abs((- $1::double precision))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * (CASE WHEN least(abs(x), abs((- $1::double precision))) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + (- $1::double precision) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs((- $1::double precision))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + (- $1::double precision) END ELSE x + (- $1::double precision) END) ELSE (CASE WHEN least(abs(x), abs((- $1::double precision))) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + (- $1::double precision) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs((- $1::double precision))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + (- $1::double precision) END ELSE x + (- $1::double precision) END) + (- $1::double precision) END ELSE (CASE WHEN least(abs(x), abs((- $1::double precision))) > '1e290'::double precision THEN CASE WHEN abs(x / 2 + (- $1::double precision) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(x), abs((- $1::double precision))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x ELSE x + (- $1::double precision) END ELSE x + (- $1::double precision) END) + (- $1::double precision) END)   -- ["1e+308"]
-- "ABS([i])"
clickhouse  accurateCastOrNull(abs(toInt128(i)), 'Int64')
postgres    nullif(lower(numrange(abs(i::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs(abs(i::numeric) + 0.5) < 9223372036854775808 THEN abs(i::numeric)::bigint END)
-- "ABS([p])"
clickhouse  abs(p)
postgres    abs(p)
materialize abs(p)
-- "ABS([x])"
clickhouse  abs(x)
postgres    abs(x)
materialize abs(x)
-- "ROUND([i])"
clickhouse  i   -- ["0"]
postgres    nullif(lower(numrange(round(i::numeric, $1::bigint::int), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint   -- ["0"]
materialize (CASE WHEN abs(round(i::numeric, $1::bigint::int) + 0.5) < 9223372036854775808 THEN round(i::numeric, $1::bigint::int)::bigint END)   -- ["0"]
-- "ROUND([i], -1)"
clickhouse  accurateCastOrNull(round(toInt128(i), {p1:Int64}), 'Int64')   -- ["-1"]
postgres    nullif(lower(numrange(round(i::numeric, $1::bigint::int), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint   -- ["-1"]
materialize (CASE WHEN abs(round(i::numeric, $1::bigint::int) + 0.5) < 9223372036854775808 THEN round(i::numeric, $1::bigint::int)::bigint END)   -- ["-1"]
-- "ROUND([i], -2)"
clickhouse  accurateCastOrNull(round(toInt128(i), {p1:Int64}), 'Int64')   -- ["-2"]
postgres    nullif(lower(numrange(round(i::numeric, $1::bigint::int), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint   -- ["-2"]
materialize (CASE WHEN abs(round(i::numeric, $1::bigint::int) + 0.5) < 9223372036854775808 THEN round(i::numeric, $1::bigint::int)::bigint END)   -- ["-2"]
-- "ROUND([i], -19)"
clickhouse  accurateCastOrNull(round(toInt128(i), {p1:Int64}), 'Int64')   -- ["-19"]
postgres    nullif(lower(numrange(round(i::numeric, $1::bigint::int), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint   -- ["-19"]
materialize (CASE WHEN abs(round(i::numeric, $1::bigint::int) + 0.5) < 9223372036854775808 THEN round(i::numeric, $1::bigint::int)::bigint END)   -- ["-19"]
-- "ROUND([i], -20)"
clickhouse  (i * 0)   -- ["-20"]
postgres    nullif(lower(numrange(round(i::numeric, $1::bigint::int), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint   -- ["-20"]
materialize (CASE WHEN abs(round(i::numeric, $1::bigint::int) + 0.5) < 9223372036854775808 THEN round(i::numeric, $1::bigint::int)::bigint END)   -- ["-20"]
-- "ROUND([i], -60)"
clickhouse  (i * 0)   -- ["-60"]
postgres    nullif(lower(numrange(round(i::numeric, $1::bigint::int), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint   -- ["-60"]
materialize (CASE WHEN abs(round(i::numeric, $1::bigint::int) + 0.5) < 9223372036854775808 THEN round(i::numeric, $1::bigint::int)::bigint END)   -- ["-60"]
-- "ROUND([i], 60)"
clickhouse  i   -- ["60"]
postgres    nullif(lower(numrange(round(i::numeric, $1::bigint::int), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint   -- ["60"]
materialize (CASE WHEN abs(round(i::numeric, $1::bigint::int) + 0.5) < 9223372036854775808 THEN round(i::numeric, $1::bigint::int)::bigint END)   -- ["60"]
-- "ROUND([i], 3)"
clickhouse  i   -- ["3"]
postgres    nullif(lower(numrange(round(i::numeric, $1::bigint::int), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint   -- ["3"]
materialize (CASE WHEN abs(round(i::numeric, $1::bigint::int) + 0.5) < 9223372036854775808 THEN round(i::numeric, $1::bigint::int)::bigint END)   -- ["3"]
-- "ROUND([p])"
clickhouse  round(toDecimal128(p, 6), {p1:Int64})   -- ["0"]
postgres    round(p::numeric, $1::bigint::int)   -- ["0"]
materialize round(p::numeric, $1::bigint::int)   -- ["0"]
-- "ROUND([p], 2)"
clickhouse  round(toDecimal128(p, 6), {p1:Int64})   -- ["2"]
postgres    round(p::numeric, $1::bigint::int)   -- ["2"]
materialize round(p::numeric, $1::bigint::int)   -- ["2"]
-- "ROUND([p], -1)"
clickhouse  round(toDecimal128(p, 6), {p1:Int64})   -- ["-1"]
postgres    round(p::numeric, $1::bigint::int)   -- ["-1"]
materialize round(p::numeric, $1::bigint::int)   -- ["-1"]
-- "ROUND([p], 8)"
clickhouse  round(toDecimal128(p, 6), {p1:Int64})   -- ["8"]
postgres    round(p::numeric, $1::bigint::int)   -- ["8"]
materialize round(p::numeric, $1::bigint::int)   -- ["8"]
-- "ROUND([q], 9)"
clickhouse  round(toDecimal256(q, 10), {p1:Int64})   -- ["9"]
postgres    round(q::numeric, $1::bigint::int)   -- ["9"]
materialize round(q::numeric, $1::bigint::int)   -- ["9"]
-- "ROUND([q], -30)"
clickhouse  round(toDecimal256(q, 10), {p1:Int64})   -- ["-30"]
postgres    round(q::numeric, $1::bigint::int)   -- ["-30"]
materialize round(q::numeric, $1::bigint::int)   -- ["-30"]
-- "ROUND([x])"
clickhouse  ifNull(toFloat64(toString(round(toDecimal256OrNull(toString(x), 30), {p1:Int64}))), x)   -- ["0"]
postgres    round(x::text::numeric, $1::bigint::int)::double precision   -- ["0"]
materialize (CASE WHEN abs(x) < '1e-61' THEN 0 WHEN $1::bigint > 20 THEN x WHEN abs(x) < '1e-21' THEN 0 WHEN abs(x) < '1e18' THEN round(x::text::numeric, greatest($1::bigint, -20)::int)::double precision ELSE x END)   -- ["0"]
-- "ROUND([x], 2)"
clickhouse  ifNull(toFloat64(toString(round(toDecimal256OrNull(toString(x), 30), {p1:Int64}))), x)   -- ["2"]
postgres    round(x::text::numeric, $1::bigint::int)::double precision   -- ["2"]
materialize (CASE WHEN abs(x) < '1e-61' THEN 0 WHEN $1::bigint > 20 THEN x WHEN abs(x) < '1e-21' THEN 0 WHEN abs(x) < '1e18' THEN round(x::text::numeric, greatest($1::bigint, -20)::int)::double precision ELSE x END)   -- ["2"]
-- "ROUND([x], -1)"
clickhouse  ifNull(toFloat64(toString(round(toDecimal256OrNull(toString(x), 30), {p1:Int64}))), x)   -- ["-1"]
postgres    round(x::text::numeric, $1::bigint::int)::double precision   -- ["-1"]
materialize (CASE WHEN abs(x) < '1e-61' THEN 0 WHEN $1::bigint > 20 THEN x WHEN abs(x) < '1e-21' THEN 0 WHEN abs(x) < '1e18' THEN round(x::text::numeric, greatest($1::bigint, -20)::int)::double precision ELSE x END)   -- ["-1"]
-- "ROUND([y], 7)"
clickhouse  ifNull(toFloat64(toString(round(toDecimal256OrNull(toString(y), 30), {p1:Int64}))), y)   -- ["7"]
postgres    round(y::text::numeric, $1::bigint::int)::double precision   -- ["7"]
materialize (CASE WHEN abs(y) < '1e-61' THEN 0 WHEN $1::bigint > 20 THEN y WHEN abs(y) < '1e-21' THEN 0 WHEN abs(y) < '1e18' THEN round(y::text::numeric, greatest($1::bigint, -20)::int)::double precision ELSE y END)   -- ["7"]
-- "ROUND([y], 40)"
clickhouse  ifNull(toFloat64(toString(round(toDecimal256OrNull(toString(y), 30), {p1:Int64}))), y)   -- ["40"]
postgres    round(y::text::numeric, $1::bigint::int)::double precision   -- ["40"]
materialize (CASE WHEN abs(y) < '1e-61' THEN 0 WHEN $1::bigint > 20 THEN y WHEN abs(y) < '1e-21' THEN 0 WHEN abs(y) < '1e18' THEN round(y::text::numeric, greatest($1::bigint, -20)::int)::double precision ELSE y END)   -- ["40"]
-- "ROUND([x], -60)"
clickhouse  ifNull(toFloat64(toString(round(toDecimal256OrNull(toString(x), 30), {p1:Int64}))), x)   -- ["-60"]
postgres    round(x::text::numeric, $1::bigint::int)::double precision   -- ["-60"]
materialize (CASE WHEN abs(x) < '1e-61' THEN 0 WHEN $1::bigint > 20 THEN x WHEN abs(x) < '1e-21' THEN 0 WHEN abs(x) < '1e18' THEN round(x::text::numeric, greatest($1::bigint, -20)::int)::double precision ELSE x END)   -- ["-60"]
-- "CEIL([i])"
clickhouse  i
postgres    i
materialize i
-- "CEIL([p])"
clickhouse  ceil(p)
postgres    ceil(p)
materialize ceil(p)
-- "CEIL([x])"
clickhouse  ceil(x)
postgres    ceil(x)
materialize ceil(x)
-- "FLOOR([i])"
clickhouse  i
postgres    i
materialize i
-- "FLOOR([p])"
clickhouse  floor(p)
postgres    floor(p)
materialize floor(p)
-- "FLOOR([q])"
clickhouse  floor(q)
postgres    floor(q)
materialize floor(q)
-- "FLOOR([x])"
clickhouse  floor(x)
postgres    floor(x)
materialize floor(x)
-- "[i] ^ [j]"
clickhouse  nullIf(ifNotFinite(if(toFloat64(j) * log(abs(toFloat64(i))) < -745.2, 0, pow(toFloat64(i), toFloat64(j))), -1.2345678987654321e-300), -1.2345678987654321e-300)
postgres    (CASE WHEN j::double precision = 'NaN' THEN CASE WHEN i::double precision = 1 THEN 1 END WHEN j::double precision = 0 AND i::double precision IS NOT NULL THEN 1 WHEN j::double precision = 1 THEN i::double precision WHEN i::double precision = 0 THEN CASE WHEN j::double precision > 0 THEN 0 END WHEN i::double precision > 0 OR j::double precision = trunc(j::double precision) OR i::double precision = '-Infinity' THEN CASE WHEN CASE WHEN j::double precision < 0 THEN - ln(abs(i::double precision)) ELSE ln(abs(i::double precision)) END < -745 / greatest(abs(j::double precision), 1e-300) THEN 0 WHEN CASE WHEN j::double precision < 0 THEN - ln(abs(i::double precision)) ELSE ln(abs(i::double precision)) END <= 709.78271289338 / greatest(abs(j::double precision), 1e-300) THEN power(i::double precision, j::double precision) END END)
materialize (CASE WHEN j::double precision = 'NaN' THEN CASE WHEN i::double precision = 1 THEN 1 END WHEN j::double precision = 0 AND i::double precision IS NOT NULL THEN 1 WHEN j::double precision = 1 THEN i::double precision WHEN i::double precision = 0 THEN CASE WHEN j::double precision > 0 THEN 0 END WHEN i::double precision > 0 OR j::double precision = trunc(j::double precision) OR i::double precision = '-Infinity' THEN CASE WHEN CASE WHEN j::double precision < 0 THEN - ln(abs(i::double precision)) ELSE ln(abs(i::double precision)) END < -745 / greatest(abs(j::double precision), 1e-300) THEN 0 WHEN CASE WHEN j::double precision < 0 THEN - ln(abs(i::double precision)) ELSE ln(abs(i::double precision)) END <= 709.78271289338 / greatest(abs(j::double precision), 1e-300) THEN power(i::double precision, j::double precision) END END)
-- "[p] ^ 2"
clickhouse  nullIf(ifNotFinite(if(toFloat64({p1:Int64}) * log(abs(toFloat64(toString(p)))) < -745.2, 0, pow(toFloat64(toString(p)), toFloat64({p1:Int64}))), -1.2345678987654321e-300), -1.2345678987654321e-300)   -- ["2"]
postgres    (CASE WHEN $1::bigint::double precision = 'NaN' THEN CASE WHEN p::double precision = 1 THEN 1 END WHEN $1::bigint::double precision = 0 AND p::double precision IS NOT NULL THEN 1 WHEN $1::bigint::double precision = 1 THEN p::double precision WHEN p::double precision = 0 THEN CASE WHEN $1::bigint::double precision > 0 THEN 0 END WHEN p::double precision > 0 OR $1::bigint::double precision = trunc($1::bigint::double precision) OR p::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $1::bigint::double precision < 0 THEN - ln(abs(p::double precision)) ELSE ln(abs(p::double precision)) END < -745 / greatest(abs($1::bigint::double precision), 1e-300) THEN 0 WHEN CASE WHEN $1::bigint::double precision < 0 THEN - ln(abs(p::double precision)) ELSE ln(abs(p::double precision)) END <= 709.78271289338 / greatest(abs($1::bigint::double precision), 1e-300) THEN power(p::double precision, $1::bigint::double precision) END END)   -- ["2"]
materialize (CASE WHEN $1::bigint::double precision = 'NaN' THEN CASE WHEN p::double precision = 1 THEN 1 END WHEN $1::bigint::double precision = 0 AND p::double precision IS NOT NULL THEN 1 WHEN $1::bigint::double precision = 1 THEN p::double precision WHEN p::double precision = 0 THEN CASE WHEN $1::bigint::double precision > 0 THEN 0 END WHEN p::double precision > 0 OR $1::bigint::double precision = trunc($1::bigint::double precision) OR p::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $1::bigint::double precision < 0 THEN - ln(abs(p::double precision)) ELSE ln(abs(p::double precision)) END < -745 / greatest(abs($1::bigint::double precision), 1e-300) THEN 0 WHEN CASE WHEN $1::bigint::double precision < 0 THEN - ln(abs(p::double precision)) ELSE ln(abs(p::double precision)) END <= 709.78271289338 / greatest(abs($1::bigint::double precision), 1e-300) THEN power(p::double precision, $1::bigint::double precision) END END)   -- ["2"]
-- "[x] ^ [y]"
clickhouse  nullIf(ifNotFinite(if(toFloat64(y) * log(abs(toFloat64(x))) < -745.2, 0, pow(toFloat64(x), toFloat64(y))), -1.2345678987654321e-300), -1.2345678987654321e-300)
postgres    (CASE WHEN y = 'NaN' THEN CASE WHEN x = 1 THEN 1 END WHEN y = 0 AND x IS NOT NULL THEN 1 WHEN y = 1 THEN x WHEN x = 0 THEN CASE WHEN y > 0 THEN 0 END WHEN x > 0 OR y = trunc(y) OR x = '-Infinity' THEN CASE WHEN CASE WHEN y < 0 THEN - ln(abs(x)) ELSE ln(abs(x)) END < -745 / greatest(abs(y), 1e-300) THEN 0 WHEN CASE WHEN y < 0 THEN - ln(abs(x)) ELSE ln(abs(x)) END <= 709.78271289338 / greatest(abs(y), 1e-300) THEN power(x, y) END END)
materialize (CASE WHEN y = 'NaN' THEN CASE WHEN x = 1 THEN 1 END WHEN y = 0 AND x IS NOT NULL THEN 1 WHEN y = 1 THEN x WHEN x = 0 THEN CASE WHEN y > 0 THEN 0 END WHEN x > 0 OR y = trunc(y) OR x = '-Infinity' THEN CASE WHEN CASE WHEN y < 0 THEN - ln(abs(x)) ELSE ln(abs(x)) END < -745 / greatest(abs(y), 1e-300) THEN 0 WHEN CASE WHEN y < 0 THEN - ln(abs(x)) ELSE ln(abs(x)) END <= 709.78271289338 / greatest(abs(y), 1e-300) THEN power(x, y) END END)
-- "10 ^ 308"
clickhouse  nullIf(ifNotFinite(if(toFloat64({p2:Int64}) * log(abs(toFloat64({p1:Int64}))) < -745.2, 0, pow(toFloat64({p1:Int64}), toFloat64({p2:Int64}))), -1.2345678987654321e-300), -1.2345678987654321e-300)   -- ["10","308"]
postgres    (CASE WHEN $2::bigint::double precision = 'NaN' THEN CASE WHEN $1::bigint::double precision = 1 THEN 1 END WHEN $2::bigint::double precision = 0 AND $1::bigint::double precision IS NOT NULL THEN 1 WHEN $2::bigint::double precision = 1 THEN $1::bigint::double precision WHEN $1::bigint::double precision = 0 THEN CASE WHEN $2::bigint::double precision > 0 THEN 0 END WHEN $1::bigint::double precision > 0 OR $2::bigint::double precision = trunc($2::bigint::double precision) OR $1::bigint::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $2::bigint::double precision < 0 THEN - ln(abs($1::bigint::double precision)) ELSE ln(abs($1::bigint::double precision)) END < -745 / greatest(abs($2::bigint::double precision), 1e-300) THEN 0 WHEN CASE WHEN $2::bigint::double precision < 0 THEN - ln(abs($1::bigint::double precision)) ELSE ln(abs($1::bigint::double precision)) END <= 709.78271289338 / greatest(abs($2::bigint::double precision), 1e-300) THEN power($1::bigint::double precision, $2::bigint::double precision) END END)   -- ["10","308"]
materialize (CASE WHEN $2::bigint::double precision = 'NaN' THEN CASE WHEN $1::bigint::double precision = 1 THEN 1 END WHEN $2::bigint::double precision = 0 AND $1::bigint::double precision IS NOT NULL THEN 1 WHEN $2::bigint::double precision = 1 THEN $1::bigint::double precision WHEN $1::bigint::double precision = 0 THEN CASE WHEN $2::bigint::double precision > 0 THEN 0 END WHEN $1::bigint::double precision > 0 OR $2::bigint::double precision = trunc($2::bigint::double precision) OR $1::bigint::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $2::bigint::double precision < 0 THEN - ln(abs($1::bigint::double precision)) ELSE ln(abs($1::bigint::double precision)) END < -745 / greatest(abs($2::bigint::double precision), 1e-300) THEN 0 WHEN CASE WHEN $2::bigint::double precision < 0 THEN - ln(abs($1::bigint::double precision)) ELSE ln(abs($1::bigint::double precision)) END <= 709.78271289338 / greatest(abs($2::bigint::double precision), 1e-300) THEN power($1::bigint::double precision, $2::bigint::double precision) END END)   -- ["10","308"]
-- "10 ^ -310"
clickhouse  nullIf(ifNotFinite(if(toFloat64({p2:Int64}) * log(abs(toFloat64({p1:Int64}))) < -745.2, 0, pow(toFloat64({p1:Int64}), toFloat64({p2:Int64}))), -1.2345678987654321e-300), -1.2345678987654321e-300)   -- ["10","-310"]
postgres    (CASE WHEN $2::bigint::double precision = 'NaN' THEN CASE WHEN $1::bigint::double precision = 1 THEN 1 END WHEN $2::bigint::double precision = 0 AND $1::bigint::double precision IS NOT NULL THEN 1 WHEN $2::bigint::double precision = 1 THEN $1::bigint::double precision WHEN $1::bigint::double precision = 0 THEN CASE WHEN $2::bigint::double precision > 0 THEN 0 END WHEN $1::bigint::double precision > 0 OR $2::bigint::double precision = trunc($2::bigint::double precision) OR $1::bigint::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $2::bigint::double precision < 0 THEN - ln(abs($1::bigint::double precision)) ELSE ln(abs($1::bigint::double precision)) END < -745 / greatest(abs($2::bigint::double precision), 1e-300) THEN 0 WHEN CASE WHEN $2::bigint::double precision < 0 THEN - ln(abs($1::bigint::double precision)) ELSE ln(abs($1::bigint::double precision)) END <= 709.78271289338 / greatest(abs($2::bigint::double precision), 1e-300) THEN power($1::bigint::double precision, $2::bigint::double precision) END END)   -- ["10","-310"]
materialize (CASE WHEN $2::bigint::double precision = 'NaN' THEN CASE WHEN $1::bigint::double precision = 1 THEN 1 END WHEN $2::bigint::double precision = 0 AND $1::bigint::double precision IS NOT NULL THEN 1 WHEN $2::bigint::double precision = 1 THEN $1::bigint::double precision WHEN $1::bigint::double precision = 0 THEN CASE WHEN $2::bigint::double precision > 0 THEN 0 END WHEN $1::bigint::double precision > 0 OR $2::bigint::double precision = trunc($2::bigint::double precision) OR $1::bigint::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $2::bigint::double precision < 0 THEN - ln(abs($1::bigint::double precision)) ELSE ln(abs($1::bigint::double precision)) END < -745 / greatest(abs($2::bigint::double precision), 1e-300) THEN 0 WHEN CASE WHEN $2::bigint::double precision < 0 THEN - ln(abs($1::bigint::double precision)) ELSE ln(abs($1::bigint::double precision)) END <= 709.78271289338 / greatest(abs($2::bigint::double precision), 1e-300) THEN power($1::bigint::double precision, $2::bigint::double precision) END END)   -- ["10","-310"]
-- "0.1 ^ 1e21"
clickhouse  nullIf(ifNotFinite(if(toFloat64({p2:Float64}) * log(abs(toFloat64({p1:Decimal(1, 1)}))) < -745.2, 0, pow(toFloat64({p1:Decimal(1, 1)}), toFloat64({p2:Float64}))), -1.2345678987654321e-300), -1.2345678987654321e-300)   -- ["0.1","1e+21"]
postgres    (CASE WHEN $2::double precision = 'NaN' THEN CASE WHEN $1::numeric::double precision = 1 THEN 1 END WHEN $2::double precision = 0 AND $1::numeric::double precision IS NOT NULL THEN 1 WHEN $2::double precision = 1 THEN $1::numeric::double precision WHEN $1::numeric::double precision = 0 THEN CASE WHEN $2::double precision > 0 THEN 0 END WHEN $1::numeric::double precision > 0 OR $2::double precision = trunc($2::double precision) OR $1::numeric::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $2::double precision < 0 THEN - ln(abs($1::numeric::double precision)) ELSE ln(abs($1::numeric::double precision)) END < -745 / greatest(abs($2::double precision), 1e-300) THEN 0 WHEN CASE WHEN $2::double precision < 0 THEN - ln(abs($1::numeric::double precision)) ELSE ln(abs($1::numeric::double precision)) END <= 709.78271289338 / greatest(abs($2::double precision), 1e-300) THEN power($1::numeric::double precision, $2::double precision) END END)   -- ["0.1","1e+21"]
materialize (CASE WHEN $2::double precision = 'NaN' THEN CASE WHEN $1::numeric::double precision = 1 THEN 1 END WHEN $2::double precision = 0 AND $1::numeric::double precision IS NOT NULL THEN 1 WHEN $2::double precision = 1 THEN $1::numeric::double precision WHEN $1::numeric::double precision = 0 THEN CASE WHEN $2::double precision > 0 THEN 0 END WHEN $1::numeric::double precision > 0 OR $2::double precision = trunc($2::double precision) OR $1::numeric::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $2::double precision < 0 THEN - ln(abs($1::numeric::double precision)) ELSE ln(abs($1::numeric::double precision)) END < -745 / greatest(abs($2::double precision), 1e-300) THEN 0 WHEN CASE WHEN $2::double precision < 0 THEN - ln(abs($1::numeric::double precision)) ELSE ln(abs($1::numeric::double precision)) END <= 709.78271289338 / greatest(abs($2::double precision), 1e-300) THEN power($1::numeric::double precision, $2::double precision) END END)   -- ["0.1","1e+21"]
-- "POWER([i], 0.5)"
clickhouse  nullIf(ifNotFinite(if(toFloat64({p1:Decimal(1, 1)}) * log(abs(toFloat64(i))) < -745.2, 0, pow(toFloat64(i), toFloat64({p1:Decimal(1, 1)}))), -1.2345678987654321e-300), -1.2345678987654321e-300)   -- ["0.5"]
postgres    (CASE WHEN $1::numeric::double precision = 'NaN' THEN CASE WHEN i::double precision = 1 THEN 1 END WHEN $1::numeric::double precision = 0 AND i::double precision IS NOT NULL THEN 1 WHEN $1::numeric::double precision = 1 THEN i::double precision WHEN i::double precision = 0 THEN CASE WHEN $1::numeric::double precision > 0 THEN 0 END WHEN i::double precision > 0 OR $1::numeric::double precision = trunc($1::numeric::double precision) OR i::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $1::numeric::double precision < 0 THEN - ln(abs(i::double precision)) ELSE ln(abs(i::double precision)) END < -745 / greatest(abs($1::numeric::double precision), 1e-300) THEN 0 WHEN CASE WHEN $1::numeric::double precision < 0 THEN - ln(abs(i::double precision)) ELSE ln(abs(i::double precision)) END <= 709.78271289338 / greatest(abs($1::numeric::double precision), 1e-300) THEN power(i::double precision, $1::numeric::double precision) END END)   -- ["0.5"]
materialize (CASE WHEN $1::numeric::double precision = 'NaN' THEN CASE WHEN i::double precision = 1 THEN 1 END WHEN $1::numeric::double precision = 0 AND i::double precision IS NOT NULL THEN 1 WHEN $1::numeric::double precision = 1 THEN i::double precision WHEN i::double precision = 0 THEN CASE WHEN $1::numeric::double precision > 0 THEN 0 END WHEN i::double precision > 0 OR $1::numeric::double precision = trunc($1::numeric::double precision) OR i::double precision = '-Infinity' THEN CASE WHEN CASE WHEN $1::numeric::double precision < 0 THEN - ln(abs(i::double precision)) ELSE ln(abs(i::double precision)) END < -745 / greatest(abs($1::numeric::double precision), 1e-300) THEN 0 WHEN CASE WHEN $1::numeric::double precision < 0 THEN - ln(abs(i::double precision)) ELSE ln(abs(i::double precision)) END <= 709.78271289338 / greatest(abs($1::numeric::double precision), 1e-300) THEN power(i::double precision, $1::numeric::double precision) END END)   -- ["0.5"]
-- "SQRT([i])"
clickhouse  sqrt(nullIf(greatest(toFloat64(i), -4.9406564584124654e-324), -4.9406564584124654e-324))
postgres    sqrt(nullif(greatest(i::double precision, '-4.9406564584124654e-324'::double precision), '-4.9406564584124654e-324'::double precision))
materialize sqrt(nullif(greatest(i::double precision, '-4.9406564584124654e-324'::double precision), '-4.9406564584124654e-324'::double precision))
-- "SQRT([x])"
clickhouse  sqrt(nullIf(greatest(toFloat64(x), -4.9406564584124654e-324), -4.9406564584124654e-324))
postgres    sqrt(nullif(greatest(x::double precision, '-4.9406564584124654e-324'::double precision), '-4.9406564584124654e-324'::double precision))
materialize sqrt(nullif(greatest(x::double precision, '-4.9406564584124654e-324'::double precision), '-4.9406564584124654e-324'::double precision))
-- "SQRT([p])"
clickhouse  sqrt(nullIf(greatest(toFloat64(toString(p)), -4.9406564584124654e-324), -4.9406564584124654e-324))
postgres    sqrt(nullif(greatest(p::double precision, '-4.9406564584124654e-324'::double precision), '-4.9406564584124654e-324'::double precision))
materialize sqrt(nullif(greatest(p::double precision, '-4.9406564584124654e-324'::double precision), '-4.9406564584124654e-324'::double precision))
-- "LOG([i])"
clickhouse  log(nullIf(greatest(toFloat64(i), 0), 0))
postgres    ln(nullif(greatest(i::double precision, 0), 0))
materialize ln(nullif(greatest(i::double precision, 0), 0))
-- "LOG([x])"
clickhouse  log(nullIf(greatest(toFloat64(x), 0), 0))
postgres    ln(nullif(greatest(x::double precision, 0), 0))
materialize ln(nullif(greatest(x::double precision, 0), 0))
-- "LOG([i], 10)"
clickhouse  (log(nullIf(greatest(toFloat64(i), 0), 0)) / nullIf(log(nullIf(greatest(toFloat64({p1:Int64}), 0), 0)), 0))   -- ["10"]
postgres    (ln(nullif(greatest(i::double precision, 0), 0)) / nullif(ln(nullif(greatest($1::bigint::double precision, 0), 0)), 0))   -- ["10"]
materialize (ln(nullif(greatest(i::double precision, 0), 0)) / nullif(ln(nullif(greatest($1::bigint::double precision, 0), 0)), 0))   -- ["10"]
-- "LOG([p], [q])"
clickhouse  (log(nullIf(greatest(toFloat64(toString(p)), 0), 0)) / nullIf(log(nullIf(greatest(toFloat64(toString(q)), 0), 0)), 0))
postgres    (ln(nullif(greatest(p::double precision, 0), 0)) / nullif(ln(nullif(greatest(q::double precision, 0), 0)), 0))
materialize (ln(nullif(greatest(p::double precision, 0), 0)) / nullif(ln(nullif(greatest(q::double precision, 0), 0)), 0))
-- "LOG([x], [y])"
clickhouse  (log(nullIf(greatest(toFloat64(x), 0), 0)) / nullIf(log(nullIf(greatest(toFloat64(y), 0), 0)), 0))
postgres    (ln(nullif(greatest(x::double precision, 0), 0)) / nullif(ln(nullif(greatest(y::double precision, 0), 0)), 0))
materialize (ln(nullif(greatest(x::double precision, 0), 0)) / nullif(ln(nullif(greatest(y::double precision, 0), 0)), 0))
-- "LOG(8, [j])"
clickhouse  (log(nullIf(greatest(toFloat64({p1:Int64}), 0), 0)) / nullIf(log(nullIf(greatest(toFloat64(j), 0), 0)), 0))   -- ["8"]
postgres    (ln(nullif(greatest($1::bigint::double precision, 0), 0)) / nullif(ln(nullif(greatest(j::double precision, 0), 0)), 0))   -- ["8"]
materialize (ln(nullif(greatest($1::bigint::double precision, 0), 0)) / nullif(ln(nullif(greatest(j::double precision, 0), 0)), 0))   -- ["8"]
-- "MOD([i], 10)"
clickhouse  accurateCastOrNull(toInt128(i) % nullIf(toInt128({p1:Int64}), 0), 'Int64')   -- ["10"]
postgres    mod(i::numeric, nullif($1::bigint::numeric, 0))::bigint   -- ["10"]
materialize (i::numeric % nullif($1::bigint::numeric, 0))::bigint   -- ["10"]
-- "LN([x])"
clickhouse  log(nullIf(greatest(toFloat64(x), 0), 0))
postgres    ln(nullif(greatest(x::double precision, 0), 0))
materialize ln(nullif(greatest(x::double precision, 0), 0))
-- "LN([p])"
clickhouse  log(nullIf(greatest(toFloat64(toString(p)), 0), 0))
postgres    ln(nullif(greatest(p::double precision, 0), 0))
materialize ln(nullif(greatest(p::double precision, 0), 0))
-- "LOG10([i])"
clickhouse  log10(nullIf(greatest(toFloat64(i), 0), 0))
postgres    log10(nullif(greatest(i::double precision, 0), 0))
materialize log10(nullif(greatest(i::double precision, 0), 0))
-- "LOG10([x])"
clickhouse  log10(nullIf(greatest(toFloat64(x), 0), 0))
postgres    log10(nullif(greatest(x::double precision, 0), 0))
materialize log10(nullif(greatest(x::double precision, 0), 0))
-- "EXP([i])"
clickhouse  nullIf(ifNotFinite(exp(toFloat64(i)), -1.2345678987654321e-300), -1.2345678987654321e-300)
postgres    (SELECT (CASE WHEN v.x < -745.13321910194 THEN 0 WHEN v.x <= 709.782712893384 THEN exp(v.x) END) FROM (SELECT i::double precision AS x OFFSET 0) AS v)
materialize (CASE WHEN i::double precision < -745.13321910194 THEN 0 WHEN i::double precision <= 709.782712893384 THEN exp(i::double precision) END)
-- "EXP([x])"
clickhouse  nullIf(ifNotFinite(exp(toFloat64(x)), -1.2345678987654321e-300), -1.2345678987654321e-300)
postgres    (SELECT (CASE WHEN v.x < -745.13321910194 THEN 0 WHEN v.x <= 709.782712893384 THEN exp(v.x) END) FROM (SELECT x AS x OFFSET 0) AS v)
materialize (CASE WHEN x < -745.13321910194 THEN 0 WHEN x <= 709.782712893384 THEN exp(x) END)
-- "EXP([p])"
clickhouse  nullIf(ifNotFinite(exp(toFloat64(toString(p))), -1.2345678987654321e-300), -1.2345678987654321e-300)
postgres    (SELECT (CASE WHEN v.x < -745.13321910194 THEN 0 WHEN v.x <= 709.782712893384 THEN exp(v.x) END) FROM (SELECT p::double precision AS x OFFSET 0) AS v)
materialize (CASE WHEN p::double precision < -745.13321910194 THEN 0 WHEN p::double precision <= 709.782712893384 THEN exp(p::double precision) END)
-- "EXP(-[i])"
clickhouse  nullIf(ifNotFinite(exp(toFloat64(accurateCastOrNull(negate(toInt128(i)), 'Int64'))), -1.2345678987654321e-300), -1.2345678987654321e-300)
postgres    (SELECT (CASE WHEN v.x < -745.13321910194 THEN 0 WHEN v.x <= 709.782712893384 THEN exp(v.x) END) FROM (SELECT nullif(lower(numrange((- i::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint::double precision AS x OFFSET 0) AS v)
materialize (CASE WHEN (CASE WHEN abs((- i::numeric) + 0.5) < 9223372036854775808 THEN (- i::numeric)::bigint END)::double precision < -745.13321910194 THEN 0 WHEN (CASE WHEN abs((- i::numeric) + 0.5) < 9223372036854775808 THEN (- i::numeric)::bigint END)::double precision <= 709.782712893384 THEN exp((CASE WHEN abs((- i::numeric) + 0.5) < 9223372036854775808 THEN (- i::numeric)::bigint END)::double precision) END)
-- "EXP(709.78)"
clickhouse  nullIf(ifNotFinite(exp(toFloat64({p1:Decimal(5, 2)})), -1.2345678987654321e-300), -1.2345678987654321e-300)   -- ["709.78"]
postgres    (SELECT (CASE WHEN v.x < -745.13321910194 THEN 0 WHEN v.x <= 709.782712893384 THEN exp(v.x) END) FROM (SELECT $1::numeric::double precision AS x OFFSET 0) AS v)   -- ["709.78"]
materialize (CASE WHEN $1::numeric::double precision < -745.13321910194 THEN 0 WHEN $1::numeric::double precision <= 709.782712893384 THEN exp($1::numeric::double precision) END)   -- ["709.78"]
-- "EXP(709.79)"
clickhouse  nullIf(ifNotFinite(exp(toFloat64({p1:Decimal(5, 2)})), -1.2345678987654321e-300), -1.2345678987654321e-300)   -- ["709.79"]
postgres    (SELECT (CASE WHEN v.x < -745.13321910194 THEN 0 WHEN v.x <= 709.782712893384 THEN exp(v.x) END) FROM (SELECT $1::numeric::double precision AS x OFFSET 0) AS v)   -- ["709.79"]
materialize (CASE WHEN $1::numeric::double precision < -745.13321910194 THEN 0 WHEN $1::numeric::double precision <= 709.782712893384 THEN exp($1::numeric::double precision) END)   -- ["709.79"]
-- "EXP(-745.2)"
clickhouse  nullIf(ifNotFinite(exp(toFloat64({p1:Decimal(4, 1)})), -1.2345678987654321e-300), -1.2345678987654321e-300)   -- ["-745.2"]
postgres    (SELECT (CASE WHEN v.x < -745.13321910194 THEN 0 WHEN v.x <= 709.782712893384 THEN exp(v.x) END) FROM (SELECT $1::numeric::double precision AS x OFFSET 0) AS v)   -- ["-745.2"]
materialize (CASE WHEN $1::numeric::double precision < -745.13321910194 THEN 0 WHEN $1::numeric::double precision <= 709.782712893384 THEN exp($1::numeric::double precision) END)   -- ["-745.2"]
-- "SIGN([i])"
clickhouse  toInt64(multiIf(i > 0, 1, i < 0, -1, i = 0, 0, NULL))
postgres    sign(i::numeric)::bigint
materialize (CASE WHEN i > 0 THEN 1 WHEN i < 0 THEN -1 WHEN i = 0 THEN 0 END)::bigint
-- "SIGN([p])"
clickhouse  toInt64(multiIf(p > 0, 1, p < 0, -1, p = 0, 0, NULL))
postgres    sign(p::numeric)::bigint
materialize (CASE WHEN p > 0 THEN 1 WHEN p < 0 THEN -1 WHEN p = 0 THEN 0 END)::bigint
-- "SIGN([q])"
clickhouse  toInt64(multiIf(q > 0, 1, q < 0, -1, q = 0, 0, NULL))
postgres    sign(q::numeric)::bigint
materialize (CASE WHEN q > 0 THEN 1 WHEN q < 0 THEN -1 WHEN q = 0 THEN 0 END)::bigint
-- "SIGN([x])"
clickhouse  toInt64(multiIf(x > 0, 1, x < 0, -1, x = 0, 0, NULL))
postgres    sign(nullif(x, 'NaN'))::bigint
materialize (CASE WHEN nullif(x, 'NaN') > 0 THEN 1 WHEN nullif(x, 'NaN') < 0 THEN -1 WHEN nullif(x, 'NaN') = 0 THEN 0 END)::bigint
-- "SIGN([x] * [y] - [x] * [y])"
clickhouse  toInt64(multiIf((toFloat64((toFloat64(x) * toFloat64(y))) - toFloat64((toFloat64(x) * toFloat64(y)))) > 0, 1, (toFloat64((toFloat64(x) * toFloat64(y))) - toFloat64((toFloat64(x) * toFloat64(y)))) < 0, -1, (toFloat64((toFloat64(x) * toFloat64(y))) - toFloat64((toFloat64(x) * toFloat64(y)))) = 0, 0, NULL))
postgres    sign(nullif((SELECT (CASE WHEN least(abs(v.x), abs((- v.y))) > '1e290'::double precision THEN CASE WHEN abs(v.x / 2 + (- v.y) / 2) > '8.988465674311579e307'::double precision AND greatest(abs(v.x), abs((- v.y))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * v.x ELSE v.x + (- v.y) END ELSE v.x + (- v.y) END) FROM (SELECT (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) AS x, (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) AS y OFFSET 0) AS v), 'NaN'))::bigint
materialize (CASE WHEN nullif((CASE WHEN least(abs((CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)), abs((- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)))) > '1e290'::double precision THEN CASE WHEN abs((CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) / 2 + (- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)) / 2) > '8.988465674311579e307'::double precision AND greatest(abs((CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)), abs((- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) ELSE (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) + (- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)) END ELSE (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) + (- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)) END), 'NaN') > 0 THEN 1 WHEN nullif((CASE WHEN least(abs((CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)), abs((- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)))) > '1e290'::double precision THEN CASE WHEN abs((CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) / 2 + (- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)) / 2) > '8.988465674311579e307'::double precision AND greatest(abs((CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)), abs((- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) ELSE (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) + (- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)) END ELSE (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) + (- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)) END), 'NaN') < 0 THEN -1 WHEN nullif((CASE WHEN least(abs((CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)), abs((- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)))) > '1e290'::double precision THEN CASE WHEN abs((CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) / 2 + (- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)) / 2) > '8.988465674311579e307'::double precision AND greatest(abs((CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)), abs((- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)))) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) ELSE (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) + (- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)) END ELSE (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END) + (- (CASE WHEN abs(y) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(y), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * y ELSE x * y END WHEN abs(x) < '5e-324'::double precision / nullif(abs(y), 0) THEN 0 * x * y ELSE x * y END)) END), 'NaN') = 0 THEN 0 END)::bigint
-- "TRUNC([i])"
clickhouse  i   -- ["0"]
postgres    trunc(i::numeric, $1::bigint::int)::bigint   -- ["0"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([i], -1)"
clickhouse  toInt64(trunc(toInt128(i), {p1:Int64}))   -- ["-1"]
postgres    trunc(i::numeric, $1::bigint::int)::bigint   -- ["-1"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([i], -19)"
clickhouse  toInt64(trunc(toInt128(i), {p1:Int64}))   -- ["-19"]
postgres    trunc(i::numeric, $1::bigint::int)::bigint   -- ["-19"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([i], -20)"
clickhouse  (i * 0)   -- ["-20"]
postgres    trunc(i::numeric, $1::bigint::int)::bigint   -- ["-20"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([i], 3)"
clickhouse  i   -- ["3"]
postgres    trunc(i::numeric, $1::bigint::int)::bigint   -- ["3"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([p])"
clickhouse  trunc(p, {p1:Int64})   -- ["0"]
postgres    trunc(p::numeric, $1::bigint::int)   -- ["0"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([p], 2)"
clickhouse  trunc(p, {p1:Int64})   -- ["2"]
postgres    trunc(p::numeric, $1::bigint::int)   -- ["2"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([p], -1)"
clickhouse  trunc(p, {p1:Int64})   -- ["-1"]
postgres    trunc(p::numeric, $1::bigint::int)   -- ["-1"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([p], 8)"
clickhouse  trunc(p, {p1:Int64})   -- ["8"]
postgres    trunc(p::numeric, $1::bigint::int)   -- ["8"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([q], 9)"
clickhouse  trunc(q, {p1:Int64})   -- ["9"]
postgres    trunc(q::numeric, $1::bigint::int)   -- ["9"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([q], -30)"
clickhouse  trunc(q, {p1:Int64})   -- ["-30"]
postgres    trunc(q::numeric, $1::bigint::int)   -- ["-30"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([x])"
clickhouse  ifNull(toFloat64OrNull(toString(trunc(toDecimal256OrNull(toString(x), 30), {p1:Int64}))), x)   -- ["0"]
postgres    trunc(x::text::numeric, $1::bigint::int)::double precision   -- ["0"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([x], 2)"
clickhouse  ifNull(toFloat64OrNull(toString(trunc(toDecimal256OrNull(toString(x), 30), {p1:Int64}))), x)   -- ["2"]
postgres    trunc(x::text::numeric, $1::bigint::int)::double precision   -- ["2"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([x], -1)"
clickhouse  ifNull(toFloat64OrNull(toString(trunc(toDecimal256OrNull(toString(x), 30), {p1:Int64}))), x)   -- ["-1"]
postgres    trunc(x::text::numeric, $1::bigint::int)::double precision   -- ["-1"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([y], 7)"
clickhouse  ifNull(toFloat64OrNull(toString(trunc(toDecimal256OrNull(toString(y), 30), {p1:Int64}))), y)   -- ["7"]
postgres    trunc(y::text::numeric, $1::bigint::int)::double precision   -- ["7"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([y], 40)"
clickhouse  ifNull(toFloat64OrNull(toString(trunc(toDecimal256OrNull(toString(y), 40), {p1:Int64}))), y)   -- ["40"]
postgres    trunc(y::text::numeric, $1::bigint::int)::double precision   -- ["40"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "TRUNC([x] * 0.1, 2)"
clickhouse  ifNull(toFloat64OrNull(toString(trunc(toDecimal256OrNull(toString((toFloat64(x) * toFloat64({p1:Decimal(1, 1)}))), 30), {p2:Int64}))), (toFloat64(x) * toFloat64({p1:Decimal(1, 1)})))   -- ["0.1","2"]
postgres    trunc((CASE WHEN abs($1::numeric::double precision) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs($1::numeric::double precision), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * $1::numeric::double precision ELSE x * $1::numeric::double precision END WHEN abs(x) < '5e-324'::double precision / nullif(abs($1::numeric::double precision), 0) THEN 0 * x * $1::numeric::double precision ELSE x * $1::numeric::double precision END)::text::numeric, $2::bigint::int)::double precision   -- ["0.1","2"]
materialize Cannot run here: Materialize drops no digits of a number.
-- "GREATEST([i], [j])"
clickhouse  greatest(i, j)
postgres    greatest(i, j)
materialize greatest(i, j)
-- "LEAST([i], [j])"
clickhouse  least(i, j)
postgres    least(i, j)
materialize least(i, j)
-- "GREATEST([i])"
clickhouse  greatest(i)
postgres    greatest(i)
materialize greatest(i)
-- "LEAST([s])"
clickhouse  least(s)
postgres    least(s COLLATE "C")
materialize least(s)
-- "GREATEST([i], [p], 2.5)"
clickhouse  greatest(toDecimal128(i, 6), toDecimal128(p, 6), toDecimal128({p1:Decimal(2, 1)}, 6))   -- ["2.5"]
postgres    greatest(i::numeric, p::numeric, $1::numeric::numeric)   -- ["2.5"]
materialize greatest(i::numeric, p::numeric, $1::numeric::numeric)   -- ["2.5"]
-- "LEAST([i], [q], null)"
clickhouse  least(toDecimal128(i, 10), q, {p1:Nullable(Decimal(38, 10))})   -- [null]
postgres    least(i::numeric, q, $1::numeric)   -- [null]
materialize least(i::numeric, q, $1::numeric)   -- [null]
-- "GREATEST(null, null)"
clickhouse  greatest({p1:Nullable(String)}, {p1:Nullable(String)})   -- [null]
postgres    greatest($1::text COLLATE "C", $1::text)   -- [null]
materialize greatest($1::text, $1::text)   -- [null]
-- "GREATEST([x], [y])"
clickhouse  greatest(x, y)
postgres    greatest(x, y)
materialize greatest(x, y)
-- "LEAST([x], [i])"
clickhouse  least(x, toFloat64(i))
postgres    least(x, i::double precision)
materialize least(x, i::double precision)
-- "GREATEST([s], [t], 'b')"
clickhouse  greatest(s, t, {p1:String})   -- ["b"]
postgres    greatest(s COLLATE "C", t, $1::text)   -- ["b"]
materialize greatest(s, t, $1::text)   -- ["b"]
-- "LEAST([s], [t], 'é')"
clickhouse  least(s, t, {p1:String})   -- ["é"]
postgres    least(s COLLATE "C", t, $1::text)   -- ["é"]
materialize least(s, t, $1::text)   -- ["é"]
-- "GREATEST([d], [e])"
clickhouse  greatest(d, e)
postgres    greatest(d, e)
materialize greatest(d, e)
-- "LEAST([d], [a], [b])"
clickhouse  least(toDateTime64(d, 3, 'UTC'), a, b)
postgres    least((d::timestamp AT TIME ZONE 'UTC'), a, b)
materialize least((d::timestamp AT TIME ZONE 'UTC'::text), a, b)
-- "[i] = [j]"
clickhouse  (i = j)
postgres    (i = j)
materialize (i = j)
-- "[i] <> [j]"
clickhouse  (i != j)
postgres    (i <> j)
materialize (i <> j)
-- "[i] < [j]"
clickhouse  (i < j)
postgres    (i < j)
materialize (i < j)
-- "[i] <= [p]"
clickhouse  (toDecimal128(i, 6) <= toDecimal128(p, 6))
postgres    (i::numeric <= p::numeric)
materialize (i::numeric <= p::numeric)
-- "[i] > 6.5"
clickhouse  (toDecimal128(i, 1) > toDecimal128({p1:Decimal(2, 1)}, 1))   -- ["6.5"]
postgres    (i::numeric > $1::numeric::numeric)   -- ["6.5"]
materialize (i::numeric > $1::numeric::numeric)   -- ["6.5"]
-- "[p] >= [q]"
clickhouse  (toDecimal128(p, 10) >= q)
postgres    (p::numeric >= q)
materialize (p::numeric >= q)
-- "[x] < [y]"
clickhouse  (x < y)
postgres    (x < y)
materialize (x < y)
-- "[x] = [p]"
clickhouse  (x = toFloat64(toString(p)))
postgres    (x = p::double precision)
materialize (x = p::double precision)
-- "[i] < [x]"
clickhouse  (toFloat64(i) < x)
postgres    (i::double precision < x)
materialize (i::double precision < x)
-- "[s] < [t]"
clickhouse  (s < t)
postgres    (s < t COLLATE "C")
materialize (s < t)
-- "[s] >= 'a'"
clickhouse  (s >= {p1:String})   -- ["a"]
postgres    (s >= $1::text COLLATE "C")   -- ["a"]
materialize (s >= $1::text)   -- ["a"]
-- "[s] = [t]"
clickhouse  (s = t)
postgres    (s = t COLLATE "C")
materialize (s = t)
-- "[d] < [e]"
clickhouse  (d < e)
postgres    (d < e)
materialize (d < e)
-- "[a] >= [b]"
clickhouse  (a >= b)
postgres    (a >= b)
materialize (a >= b)
-- "[d] <= [a]"
clickhouse  (toDateTime64(d, 3, 'UTC') <= a)
postgres    ((d::timestamp AT TIME ZONE 'UTC') <= a)
materialize ((d::timestamp AT TIME ZONE 'UTC'::text) <= a)
-- "[f] = [g]"
clickhouse  (f = g)
postgres    (f = g)
materialize (f = g)
-- "[f] <> [g]"
clickhouse  (f != g)
postgres    (f <> g)
materialize (f <> g)
-- "[d] = DATE(\"2024-01-31\")"
clickhouse  (d = {p1:Date32})   -- ["2024-01-31"]
postgres    (d = $1::date)   -- ["2024-01-31"]
materialize (d = $1::date)   -- ["2024-01-31"]
-- "[a] > DATETIME(\"2024-03-10T06:59:59Z\")"
clickhouse  (a > {p1:DateTime64(3, 'UTC')})   -- ["2024-03-10 06:59:59.000"]
postgres    (a > ($1::timestamp AT TIME ZONE 'UTC'))   -- ["2024-03-10 06:59:59.000"]
materialize (a > ($1::timestamp AT TIME ZONE 'UTC'::text))   -- ["2024-03-10 06:59:59.000"]
-- "[f] AND [g]"
clickhouse  (f AND g)
postgres    (f AND g)
materialize (f AND g)
-- "[f] OR [g]"
clickhouse  (f OR g)
postgres    (f OR g)
materialize (f OR g)
-- "NOT [f]"
clickhouse  (NOT f)
postgres    (NOT f)
materialize (NOT f)
-- "[f] AND [i] > 0 AND [g] OR [s] = ''"
clickhouse  ((f AND (i > {p1:Int64}) AND g) OR (s = {p2:String}))   -- ["0",""]
postgres    ((f AND (i > $1::bigint) AND g) OR (s = $2::text COLLATE "C"))   -- ["0",""]
materialize ((f AND (i > $1::bigint) AND g) OR (s = $2::text))   -- ["0",""]
-- "ISNULL([s])"
clickhouse  isNull(s)
postgres    (s IS NULL)
materialize (s IS NULL)
-- "ISNOTNULL([p])"
clickhouse  isNotNull(p)
postgres    (p IS NOT NULL)
materialize (p IS NOT NULL)
-- "ISNULL([f] AND [g])"
clickhouse  isNull((f AND g))
postgres    ((f AND g) IS NULL)
materialize ((f AND g) IS NULL)
-- "IF([f], 1, 2)"
clickhouse  CASE WHEN f THEN {p1:Int64} ELSE {p2:Int64} END   -- ["1","2"]
postgres    CASE WHEN f THEN $1::bigint ELSE $2::bigint END   -- ["1","2"]
materialize CASE WHEN f THEN $1::bigint ELSE $2::bigint END   -- ["1","2"]
-- "IF([f], [i], [g], [p], 0)"
clickhouse  CASE WHEN f THEN toDecimal128(i, 6) WHEN g THEN toDecimal128(p, 6) ELSE {p1:Decimal(25, 6)} END   -- ["0"]
postgres    CASE WHEN f THEN i::numeric WHEN g THEN p::numeric ELSE $1::numeric END   -- ["0"]
materialize CASE WHEN f THEN i::numeric WHEN g THEN p::numeric ELSE $1::numeric END   -- ["0"]
-- "IF([f], [s], null)"
clickhouse  CASE WHEN f THEN s ELSE {p1:Nullable(String)} END   -- [null]
postgres    CASE WHEN f THEN s ELSE $1::text END   -- [null]
materialize CASE WHEN f THEN s ELSE $1::text END   -- [null]
-- "IF([i] > 0, [d], [a])"
clickhouse  CASE WHEN (i > {p1:Int64}) THEN toDateTime64(d, 3, 'UTC') ELSE a END   -- ["0"]
postgres    CASE WHEN (i > $1::bigint) THEN (d::timestamp AT TIME ZONE 'UTC') ELSE a END   -- ["0"]
materialize CASE WHEN (i > $1::bigint) THEN (d::timestamp AT TIME ZONE 'UTC'::text) ELSE a END   -- ["0"]
-- "IF(null, 1, 2)"
clickhouse  CASE WHEN {p1:Nullable(Bool)} THEN {p2:Int64} ELSE {p3:Int64} END   -- [null,"1","2"]
postgres    CASE WHEN $1::boolean THEN $2::bigint ELSE $3::bigint END   -- [null,"1","2"]
materialize CASE WHEN $1::boolean THEN $2::bigint ELSE $3::bigint END   -- [null,"1","2"]
-- "IF([f], null, null)"
clickhouse  CASE WHEN f THEN {p1:Nullable(String)} ELSE {p1:Nullable(String)} END   -- [null]
postgres    CASE WHEN f THEN $1::text ELSE $1::text END   -- [null]
materialize CASE WHEN f THEN $1::text ELSE $1::text END   -- [null]
-- "CASE WHEN [i] > 0 THEN 'up' WHEN [i] < 0 THEN 'down' END"
clickhouse  CASE WHEN (i > {p1:Int64}) THEN {p2:String} WHEN (i < {p1:Int64}) THEN {p3:String} ELSE {p4:Nullable(String)} END   -- ["0","up","down",null]
postgres    CASE WHEN (i > $1::bigint) THEN $2::text WHEN (i < $1::bigint) THEN $3::text ELSE $4::text END   -- ["0","up","down",null]
materialize CASE WHEN (i > $1::bigint) THEN $2::text WHEN (i < $1::bigint) THEN $3::text ELSE $4::text END   -- ["0","up","down",null]
-- "CASE [s] WHEN 'AAPL' THEN 1 WHEN [t] THEN 2.5 ELSE [p] END"
clickhouse  CASE WHEN (s = {p1:String}) THEN {p2:Decimal(25, 6)} WHEN (s = t) THEN toDecimal128({p3:Decimal(2, 1)}, 6) ELSE toDecimal128(p, 6) END   -- ["AAPL","1","2.5"]
postgres    CASE WHEN (s = $1::text COLLATE "C") THEN $2::numeric WHEN (s = t COLLATE "C") THEN $3::numeric::numeric ELSE p::numeric END   -- ["AAPL","1","2.5"]
materialize CASE WHEN (s = $1::text) THEN $2::numeric WHEN (s = t) THEN $3::numeric::numeric ELSE p::numeric END   -- ["AAPL","1","2.5"]
-- "COALESCE([i], [j], 0)"
clickhouse  coalesce(i, j, {p1:Int64})   -- ["0"]
postgres    coalesce(i, j, $1::bigint)   -- ["0"]
materialize coalesce(i, j, $1::bigint)   -- ["0"]
-- "COALESCE([i], [p])"
clickhouse  coalesce(toDecimal128(i, 6), toDecimal128(p, 6))
postgres    coalesce(i::numeric, p::numeric)
materialize coalesce(i::numeric, p::numeric)
-- "COALESCE([s], '?')"
clickhouse  coalesce(s, {p1:String})   -- ["?"]
postgres    coalesce(s, $1::text)   -- ["?"]
materialize coalesce(s, $1::text)   -- ["?"]
-- "NULLIF([i], 0)"
clickhouse  nullIf(i, {p1:Int64})   -- ["0"]
postgres    nullif(i, $1::bigint)   -- ["0"]
materialize nullif(i, $1::bigint)   -- ["0"]
-- "NULLIF([i], [p])"
clickhouse  nullIf(toDecimal128(i, 6), toDecimal128(p, 6))
postgres    nullif(i::numeric, p::numeric)
materialize nullif(i::numeric, p::numeric)
-- "NULLIF([s], '')"
clickhouse  nullIf(s, {p1:String})   -- [""]
postgres    nullif(s, $1::text)   -- [""]
materialize nullif(s, $1::text)   -- [""]
-- "COALESCE([x], [i])"
clickhouse  coalesce(x, toFloat64(i))
postgres    coalesce(x, i::double precision)
materialize coalesce(x, i::double precision)
-- "COALESCE(null, [d], [a])"
clickhouse  coalesce({p1:Nullable(DateTime64(3, 'UTC'))}, toDateTime64(d, 3, 'UTC'), a)   -- [null]
postgres    coalesce(($1::timestamp AT TIME ZONE 'UTC'), (d::timestamp AT TIME ZONE 'UTC'), a)   -- [null]
materialize coalesce(($1::timestamp AT TIME ZONE 'UTC'::text), (d::timestamp AT TIME ZONE 'UTC'::text), a)   -- [null]
-- "true"
clickhouse  {p1:Bool}   -- [true]
postgres    $1::boolean   -- [true]
materialize $1::boolean   -- [true]
-- "[f] AND null"
clickhouse  (f AND {p1:Nullable(Bool)})   -- [null]
postgres    (f AND $1::boolean)   -- [null]
materialize (f AND $1::boolean)   -- [null]
-- "IF([f], [g], NOT [g])"
clickhouse  CASE WHEN f THEN g ELSE (NOT g) END
postgres    CASE WHEN f THEN g ELSE (NOT g) END
materialize CASE WHEN f THEN g ELSE (NOT g) END
-- "COALESCE([f], false)"
clickhouse  coalesce(f, {p1:Bool})   -- [false]
postgres    coalesce(f, $1::boolean)   -- [false]
materialize coalesce(f, $1::boolean)   -- [false]
-- "UPPER([s])"
clickhouse  upperUTF8(s)
postgres    upper(s)
materialize upper(s)
-- "LOWER([s])"
clickhouse  lowerUTF8(s)
postgres    lower(s)
materialize lower(s)
-- "TRIM([s])"
clickhouse  trim(BOTH ' \t\r\n' FROM s)
postgres    btrim(s, E' \t\r\n')
materialize btrim(s, E' \t\r\n')
-- "LEFT([s], 2)"
clickhouse  leftUTF8(s, multiIf({p1:Int64} > 0, {p1:Int64}, {p1:Int64} <= 0, 0, NULL))   -- ["2"]
postgres    left(s, CASE WHEN $1::bigint > 0 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 0 THEN 0 END::int)   -- ["2"]
materialize left(s, CASE WHEN $1::bigint > 0 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 0 THEN 0 END::int)   -- ["2"]
-- "LEFT([s], [i])"
clickhouse  leftUTF8(s, multiIf(i > 0, i, i <= 0, 0, NULL))
postgres    left(s, CASE WHEN i > 0 THEN least(i, 2147483647) WHEN i <= 0 THEN 0 END::int)
materialize left(s, CASE WHEN i > 0 THEN least(i, 2147483647) WHEN i <= 0 THEN 0 END::int)
-- "RIGHT([s], 2)"
clickhouse  rightUTF8(s, multiIf({p1:Int64} > 0, {p1:Int64}, {p1:Int64} <= 0, 0, NULL))   -- ["2"]
postgres    right(s, CASE WHEN $1::bigint > 0 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 0 THEN 0 END::int)   -- ["2"]
materialize right(s, CASE WHEN $1::bigint > 0 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 0 THEN 0 END::int)   -- ["2"]
-- "RIGHT([s], [i])"
clickhouse  rightUTF8(s, multiIf(i > 0, i, i <= 0, 0, NULL))
postgres    right(s, CASE WHEN i > 0 THEN least(i, 2147483647) WHEN i <= 0 THEN 0 END::int)
materialize right(s, CASE WHEN i > 0 THEN least(i, 2147483647) WHEN i <= 0 THEN 0 END::int)
-- "LENGTH([s])"
clickhouse  toInt64(lengthUTF8(s))
postgres    char_length(s)::bigint
materialize char_length(s)::bigint
-- "LEFT([s], 0)"
clickhouse  leftUTF8(s, multiIf({p1:Int64} > 0, {p1:Int64}, {p1:Int64} <= 0, 0, NULL))   -- ["0"]
postgres    left(s, CASE WHEN $1::bigint > 0 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 0 THEN 0 END::int)   -- ["0"]
materialize left(s, CASE WHEN $1::bigint > 0 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 0 THEN 0 END::int)   -- ["0"]
-- "RIGHT([s], -1)"
clickhouse  rightUTF8(s, multiIf({p1:Int64} > 0, {p1:Int64}, {p1:Int64} <= 0, 0, NULL))   -- ["-1"]
postgres    right(s, CASE WHEN $1::bigint > 0 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 0 THEN 0 END::int)   -- ["-1"]
materialize right(s, CASE WHEN $1::bigint > 0 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 0 THEN 0 END::int)   -- ["-1"]
-- "[s] & [t]"
clickhouse  concat(ifNull(s, ''), ifNull(t, ''))
postgres    concat(s, t)
materialize concat(s, t)
-- "CONCAT([s], [i], [f])"
clickhouse  concat(ifNull(s, ''), ifNull(ifNull(toString(i), ''), ''), ifNull(multiIf(f, 'true', NOT f, 'false', ''), ''))
postgres    concat(s, coalesce(i::text, ''), coalesce(f::text, ''))
materialize concat(s, coalesce(i::text, ''), coalesce(f::text, ''))
-- "REPLACE([s], [t], '-')"
clickhouse  replaceAll(s, t, {p1:String})   -- ["-"]
postgres    replace(s, t, $1::text)   -- ["-"]
materialize replace(s, t, $1::text)   -- ["-"]
-- "REPLACE([s], 'a', [t])"
clickhouse  replaceAll(s, {p1:String}, t)   -- ["a"]
postgres    replace(s, $1::text, t)   -- ["a"]
materialize replace(s, $1::text, t)   -- ["a"]
-- "REPLACE([s], '', 'x')"
clickhouse  replaceAll(s, {p1:String}, {p2:String})   -- ["","x"]
postgres    replace(s, $1::text, $2::text)   -- ["","x"]
materialize replace(s, $1::text, $2::text)   -- ["","x"]
-- "SUBSTRING([s], 2)"
clickhouse  substringUTF8(s, arrayMap((s) -> if(isNull(s), NULL, greatest(s, 1)), [{p1:Int64}])[1])   -- ["2"]
postgres    substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int)   -- ["2"]
materialize substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int)   -- ["2"]
-- "SUBSTRING([s], 2, 2)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, substringUTF8(x, greatest(s, 1), least(toInt64(multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)), 2147483647))), [s], [{p1:Int64}], [{p1:Int64}])[1]   -- ["2"]
postgres    substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $1::bigint <= 0 THEN 0 WHEN $1::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $1::bigint ELSE greatest($1::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["2"]
materialize substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $1::bigint <= 0 THEN 0 WHEN $1::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $1::bigint ELSE greatest($1::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["2"]
-- "SUBSTRING([s], 0, 2)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, substringUTF8(x, greatest(s, 1), least(toInt64(multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)), 2147483647))), [s], [{p1:Int64}], [{p2:Int64}])[1]   -- ["0","2"]
postgres    substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["0","2"]
materialize substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["0","2"]
-- "SUBSTRING([s], -1, 3)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, substringUTF8(x, greatest(s, 1), least(toInt64(multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)), 2147483647))), [s], [{p1:Int64}], [{p2:Int64}])[1]   -- ["-1","3"]
postgres    substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["-1","3"]
materialize substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["-1","3"]
-- "SUBSTRING([s], -1)"
clickhouse  substringUTF8(s, arrayMap((s) -> if(isNull(s), NULL, greatest(s, 1)), [{p1:Int64}])[1])   -- ["-1"]
postgres    substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int)   -- ["-1"]
materialize substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int)   -- ["-1"]
-- "SUBSTRING([s], 3, -1)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, substringUTF8(x, greatest(s, 1), least(toInt64(multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)), 2147483647))), [s], [{p1:Int64}], [{p2:Int64}])[1]   -- ["3","-1"]
postgres    substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["3","-1"]
materialize substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["3","-1"]
-- "SUBSTRING([s], 1, 0)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, substringUTF8(x, greatest(s, 1), least(toInt64(multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)), 2147483647))), [s], [{p1:Int64}], [{p2:Int64}])[1]   -- ["1","0"]
postgres    substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["1","0"]
materialize substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["1","0"]
-- "SUBSTRING([s], 99, 2)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, substringUTF8(x, greatest(s, 1), least(toInt64(multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)), 2147483647))), [s], [{p1:Int64}], [{p2:Int64}])[1]   -- ["99","2"]
postgres    substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["99","2"]
materialize substr(s, CASE WHEN $1::bigint > 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $1::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $1::bigint, 0) END, 2147483647) END::int)   -- ["99","2"]
-- "SUBSTRING([s], [i], [j])"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, substringUTF8(x, greatest(s, 1), least(toInt64(multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)), 2147483647))), [s], [i], [j])[1]
postgres    substr(s, CASE WHEN i > 1 THEN least(i, 2147483647) WHEN i <= 1 THEN 1 END::int, CASE WHEN j <= 0 THEN 0 WHEN j > 0 THEN least(CASE WHEN i >= 1 THEN j ELSE greatest(j - 1 + i, 0) END, 2147483647) END::int)
materialize substr(s, CASE WHEN i > 1 THEN least(i, 2147483647) WHEN i <= 1 THEN 1 END::int, CASE WHEN j <= 0 THEN 0 WHEN j > 0 THEN least(CASE WHEN i >= 1 THEN j ELSE greatest(j - 1 + i, 0) END, 2147483647) END::int)
-- "SUBSTRING([s], [j], [i])"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, substringUTF8(x, greatest(s, 1), least(toInt64(multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)), 2147483647))), [s], [j], [i])[1]
postgres    substr(s, CASE WHEN j > 1 THEN least(j, 2147483647) WHEN j <= 1 THEN 1 END::int, CASE WHEN i <= 0 THEN 0 WHEN i > 0 THEN least(CASE WHEN j >= 1 THEN i ELSE greatest(i - 1 + j, 0) END, 2147483647) END::int)
materialize substr(s, CASE WHEN j > 1 THEN least(j, 2147483647) WHEN j <= 1 THEN 1 END::int, CASE WHEN i <= 0 THEN 0 WHEN i > 0 THEN least(CASE WHEN j >= 1 THEN i ELSE greatest(i - 1 + j, 0) END, 2147483647) END::int)
-- "SUBSTRING([s], [i])"
clickhouse  substringUTF8(s, arrayMap((s) -> if(isNull(s), NULL, greatest(s, 1)), [i])[1])
postgres    substr(s, CASE WHEN i > 1 THEN least(i, 2147483647) WHEN i <= 1 THEN 1 END::int)
materialize substr(s, CASE WHEN i > 1 THEN least(i, 2147483647) WHEN i <= 1 THEN 1 END::int)
-- "SUBSTRING('é𝄞😀x', 2, 2)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, substringUTF8(x, greatest(s, 1), least(toInt64(multiIf(n <= 0, 0, s >= 1, n, n - 1 + s > 0, n - 1 + s, 0)), 2147483647))), [{p1:String}], [{p2:Int64}], [{p2:Int64}])[1]   -- ["é𝄞😀x","2"]
postgres    substr($1::text, CASE WHEN $2::bigint > 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $2::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $2::bigint, 0) END, 2147483647) END::int)   -- ["é𝄞😀x","2"]
materialize substr($1::text, CASE WHEN $2::bigint > 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint <= 1 THEN 1 END::int, CASE WHEN $2::bigint <= 0 THEN 0 WHEN $2::bigint > 0 THEN least(CASE WHEN $2::bigint >= 1 THEN $2::bigint ELSE greatest($2::bigint - 1 + $2::bigint, 0) END, 2147483647) END::int)   -- ["é𝄞😀x","2"]
-- "SPLIT_PART([s], '.', 1)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [s], [nullIf({p1:String}, '')], [{p2:Int64}])[1]   -- [".","1"]
postgres    split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","1"]
materialize split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","1"]
-- "SPLIT_PART([s], '.', 2)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [s], [nullIf({p1:String}, '')], [{p2:Int64}])[1]   -- [".","2"]
postgres    split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","2"]
materialize split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","2"]
-- "SPLIT_PART([s], '.', 3)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [s], [nullIf({p1:String}, '')], [{p2:Int64}])[1]   -- [".","3"]
postgres    split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","3"]
materialize split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","3"]
-- "SPLIT_PART([s], '.', 0)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [s], [nullIf({p1:String}, '')], [{p2:Int64}])[1]   -- [".","0"]
postgres    split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","0"]
materialize split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","0"]
-- "SPLIT_PART([s], '.', -1)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [s], [nullIf({p1:String}, '')], [{p2:Int64}])[1]   -- [".","-1"]
postgres    split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","-1"]
materialize split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- [".","-1"]
-- "SPLIT_PART([s], 'a', 2)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [s], [nullIf({p1:String}, '')], [{p2:Int64}])[1]   -- ["a","2"]
postgres    split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- ["a","2"]
materialize split_part(s, nullif($1::text, ''), CASE WHEN $2::bigint >= 1 THEN least($2::bigint, 2147483647) WHEN $2::bigint < 1 THEN 2147483647 END::int)   -- ["a","2"]
-- "SPLIT_PART([s], [t], 1)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [s], [nullIf(t, '')], [{p1:Int64}])[1]   -- ["1"]
postgres    split_part(s, nullif(t, ''), CASE WHEN $1::bigint >= 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint < 1 THEN 2147483647 END::int)   -- ["1"]
materialize split_part(s, nullif(t, ''), CASE WHEN $1::bigint >= 1 THEN least($1::bigint, 2147483647) WHEN $1::bigint < 1 THEN 2147483647 END::int)   -- ["1"]
-- "SPLIT_PART([s], [t], [j])"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [s], [nullIf(t, '')], [j])[1]
postgres    split_part(s, nullif(t, ''), CASE WHEN j >= 1 THEN least(j, 2147483647) WHEN j < 1 THEN 2147483647 END::int)
materialize split_part(s, nullif(t, ''), CASE WHEN j >= 1 THEN least(j, 2147483647) WHEN j < 1 THEN 2147483647 END::int)
-- "SPLIT_PART([s], [t], [i])"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [s], [nullIf(t, '')], [i])[1]
postgres    split_part(s, nullif(t, ''), CASE WHEN i >= 1 THEN least(i, 2147483647) WHEN i < 1 THEN 2147483647 END::int)
materialize split_part(s, nullif(t, ''), CASE WHEN i >= 1 THEN least(i, 2147483647) WHEN i < 1 THEN 2147483647 END::int)
-- "SPLIT_PART('aé𝄞é𝄞b', 'é𝄞', 3)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [{p1:String}], [nullIf({p2:String}, '')], [{p3:Int64}])[1]   -- ["aé𝄞é𝄞b","é𝄞","3"]
postgres    split_part($1::text, nullif($2::text, ''), CASE WHEN $3::bigint >= 1 THEN least($3::bigint, 2147483647) WHEN $3::bigint < 1 THEN 2147483647 END::int)   -- ["aé𝄞é𝄞b","é𝄞","3"]
materialize split_part($1::text, nullif($2::text, ''), CASE WHEN $3::bigint >= 1 THEN least($3::bigint, 2147483647) WHEN $3::bigint < 1 THEN 2147483647 END::int)   -- ["aé𝄞é𝄞b","é𝄞","3"]
-- "SPLIT_PART('aaa', 'aa', 2)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [{p1:String}], [nullIf({p2:String}, '')], [{p3:Int64}])[1]   -- ["aaa","aa","2"]
postgres    split_part($1::text, nullif($2::text, ''), CASE WHEN $3::bigint >= 1 THEN least($3::bigint, 2147483647) WHEN $3::bigint < 1 THEN 2147483647 END::int)   -- ["aaa","aa","2"]
materialize split_part($1::text, nullif($2::text, ''), CASE WHEN $3::bigint >= 1 THEN least($3::bigint, 2147483647) WHEN $3::bigint < 1 THEN 2147483647 END::int)   -- ["aaa","aa","2"]
-- "SPLIT_PART('', ',', 1)"
clickhouse  arrayMap((x, s, n) -> if(isNull(x) OR isNull(s) OR isNull(n), NULL, if(n < 1, '', arrayElement(splitByString('\xff', replaceAll(assumeNotNull(x), assumeNotNull(s), '\xff')), greatest(assumeNotNull(n), 1)))), [{p1:String}], [nullIf({p2:String}, '')], [{p3:Int64}])[1]   -- ["",",","1"]
postgres    split_part($1::text, nullif($2::text, ''), CASE WHEN $3::bigint >= 1 THEN least($3::bigint, 2147483647) WHEN $3::bigint < 1 THEN 2147483647 END::int)   -- ["",",","1"]
materialize split_part($1::text, nullif($2::text, ''), CASE WHEN $3::bigint >= 1 THEN least($3::bigint, 2147483647) WHEN $3::bigint < 1 THEN 2147483647 END::int)   -- ["",",","1"]
-- "POSITION([s], [t])"
clickhouse  toInt64(positionUTF8(s, t))
postgres    strpos(s, t)::bigint
materialize position(t IN s)::bigint
-- "POSITION([s], 'a')"
clickhouse  toInt64(positionUTF8(s, {p1:String}))   -- ["a"]
postgres    strpos(s, $1::text)::bigint   -- ["a"]
materialize position($1::text IN s)::bigint   -- ["a"]
-- "POSITION([s], '')"
clickhouse  toInt64(positionUTF8(s, {p1:String}))   -- [""]
postgres    strpos(s, $1::text)::bigint   -- [""]
materialize position($1::text IN s)::bigint   -- [""]
-- "POSITION('xé𝄞😀y', '😀')"
clickhouse  toInt64(positionUTF8({p1:String}, {p2:String}))   -- ["xé𝄞😀y","😀"]
postgres    strpos($1::text, $2::text)::bigint   -- ["xé𝄞😀y","😀"]
materialize position($2::text IN $1::text)::bigint   -- ["xé𝄞😀y","😀"]
-- "PAD_LEFT([s], 6, '0')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)), leftUTF8(x, n))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["6","0"]
postgres    lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["6","0"]
materialize lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["6","0"]
-- "PAD_RIGHT([s], 6, '0')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(leftUTF8(x, n), substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["6","0"]
postgres    rpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["6","0"]
materialize Cannot run here: Materialize pads at the left only.
-- "PAD_LEFT([s], 2, 'ab')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)), leftUTF8(x, n))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["2","ab"]
postgres    lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["2","ab"]
materialize lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["2","ab"]
-- "PAD_RIGHT([s], 2, 'ab')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(leftUTF8(x, n), substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["2","ab"]
postgres    rpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["2","ab"]
materialize Cannot run here: Materialize pads at the left only.
-- "PAD_LEFT([s], 7, 'é𝄞')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)), leftUTF8(x, n))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["7","é𝄞"]
postgres    lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["7","é𝄞"]
materialize lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["7","é𝄞"]
-- "PAD_RIGHT([s], 7, 'é𝄞')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(leftUTF8(x, n), substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["7","é𝄞"]
postgres    rpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["7","é𝄞"]
materialize Cannot run here: Materialize pads at the left only.
-- "PAD_LEFT([s], 7, [t])"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)), leftUTF8(x, n))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [t])[1]   -- ["7"]
postgres    lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, t)   -- ["7"]
materialize lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, t)   -- ["7"]
-- "PAD_RIGHT([s], 7, [t])"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(leftUTF8(x, n), substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [t])[1]   -- ["7"]
postgres    rpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, t)   -- ["7"]
materialize Cannot run here: Materialize pads at the left only.
-- "PAD_LEFT([s], -1, 'x')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)), leftUTF8(x, n))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["-1","x"]
postgres    lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["-1","x"]
materialize lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["-1","x"]
-- "PAD_RIGHT([s], 0, 'x')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(leftUTF8(x, n), substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["0","x"]
postgres    rpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["0","x"]
materialize Cannot run here: Materialize pads at the left only.
-- "PAD_LEFT([s], 3, '')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)), leftUTF8(x, n))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["3",""]
postgres    lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["3",""]
materialize lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["3",""]
-- "PAD_RIGHT([s], [i], [t])"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(leftUTF8(x, n), substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [i])[1]], [t])[1]
postgres    rpad(s, CASE WHEN i > 1000000 THEN NULL WHEN i >= 0 THEN i WHEN i < 0 THEN 0 END::int, t)
materialize Cannot run here: Materialize pads at the left only.
-- "PAD_LEFT([s], [j], [t])"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)), leftUTF8(x, n))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [j])[1]], [t])[1]
postgres    lpad(s, CASE WHEN j > 1000000 THEN NULL WHEN j >= 0 THEN j WHEN j < 0 THEN 0 END::int, t)
materialize lpad(s, CASE WHEN j > 1000000 THEN NULL WHEN j >= 0 THEN j WHEN j < 0 THEN 0 END::int, t)
-- "LENGTH(PAD_LEFT([s], 1000000, '𝄞'))"
clickhouse  toInt64(lengthUTF8(arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)), leftUTF8(x, n))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]))   -- ["1000000","𝄞"]
postgres    char_length(lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text))::bigint   -- ["1000000","𝄞"]
materialize char_length(lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text))::bigint   -- ["1000000","𝄞"]
-- "PAD_LEFT([s], 1000001, 'x')"
clickhouse  arrayMap((x, n, f) -> if(isNull(x) OR isNull(n) OR isNull(f), NULL, concat(substringUTF8(repeat(f, intDiv(greatest(n - toInt64(lengthUTF8(x)), 0) + greatest(toInt64(lengthUTF8(f)), 1) - 1, greatest(toInt64(lengthUTF8(f)), 1))), 1, greatest(n - toInt64(lengthUTF8(x)), 0)), leftUTF8(x, n))), [s], [arrayMap((c) -> multiIf(c > 1000000, NULL, c >= 0, c, c < 0, 0, NULL), [{p1:Int64}])[1]], [{p2:String}])[1]   -- ["1000001","x"]
postgres    lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["1000001","x"]
materialize lpad(s, CASE WHEN $1::bigint > 1000000 THEN NULL WHEN $1::bigint >= 0 THEN $1::bigint WHEN $1::bigint < 0 THEN 0 END::int, $2::text)   -- ["1000001","x"]
-- "CONTAINS([s], [t])"
clickhouse  (position(s, t) > 0)
postgres    (strpos(s, t) > 0)
materialize (position(t IN s) > 0)
-- "CONTAINS([s], '%')"
clickhouse  (position(s, {p1:String}) > 0)   -- ["%"]
postgres    (strpos(s, $1::text) > 0)   -- ["%"]
materialize (position($1::text IN s) > 0)   -- ["%"]
-- "CONTAINS([s], '')"
clickhouse  (position(s, {p1:String}) > 0)   -- [""]
postgres    (strpos(s, $1::text) > 0)   -- [""]
materialize (position($1::text IN s) > 0)   -- [""]
-- "STARTS_WITH([s], [t])"
clickhouse  startsWith(s, t)
postgres    starts_with(s, t)
materialize (left(s, char_length(t)) = t)
-- "ENDS_WITH([s], [t])"
clickhouse  endsWith(s, t)
postgres    (right(s, char_length(t)) = t)
materialize (right(s, char_length(t)) = t)
-- "STARTS_WITH([s], '')"
clickhouse  startsWith(s, {p1:String})   -- [""]
postgres    starts_with(s, $1::text)   -- [""]
materialize (left(s, char_length($1::text)) = $1::text)   -- [""]
-- "ENDS_WITH([s], '')"
clickhouse  endsWith(s, {p1:String})   -- [""]
postgres    (right(s, char_length($1::text)) = $1::text)   -- [""]
materialize (right(s, char_length($1::text)) = $1::text)   -- [""]
-- "TEXT([i])"
clickhouse  ifNull(toString(i), '')
postgres    coalesce(i::text, '')
materialize coalesce(i::text, '')
-- "TEXT([p])"
clickhouse  ifNull(toString(p), '')
postgres    coalesce(trim_scale(p)::text, '')
materialize coalesce(CASE WHEN position('.' IN p::text) > 0 THEN rtrim(rtrim(p::text, '0'), '.') ELSE p::text END, '')
-- "TEXT([q])"
clickhouse  ifNull(toString(q), '')
postgres    coalesce(trim_scale(q)::text, '')
materialize coalesce(CASE WHEN position('.' IN q::text) > 0 THEN rtrim(rtrim(q::text, '0'), '.') ELSE q::text END, '')
-- "TEXT([x])"
clickhouse  ifNull(toString(x), '')
postgres    CASE WHEN x IS NULL THEN '' WHEN abs(x) >= 1e-6 AND abs(x) < 1e21 THEN trim_scale(x::text::numeric)::text ELSE replace(regexp_replace(lower(x::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END
materialize (CASE WHEN x IS NULL THEN '' WHEN abs(x) >= '1e-6' AND abs(x) < '1e21' THEN CASE WHEN position('.' IN x::text::numeric::text) > 0 THEN rtrim(rtrim(x::text::numeric::text, '0'), '.') ELSE x::text::numeric::text END ELSE replace(replace(replace(replace(lower(x::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END)
-- "TEXT([y])"
clickhouse  ifNull(toString(y), '')
postgres    CASE WHEN y IS NULL THEN '' WHEN abs(y) >= 1e-6 AND abs(y) < 1e21 THEN trim_scale(y::text::numeric)::text ELSE replace(regexp_replace(lower(y::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END
materialize (CASE WHEN y IS NULL THEN '' WHEN abs(y) >= '1e-6' AND abs(y) < '1e21' THEN CASE WHEN position('.' IN y::text::numeric::text) > 0 THEN rtrim(rtrim(y::text::numeric::text, '0'), '.') ELSE y::text::numeric::text END ELSE replace(replace(replace(replace(lower(y::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END)
-- "TEXT([d])"
clickhouse  ifNull(toString(toDate32(d)), '')
postgres    coalesce(to_char(d, 'YYYY-MM-DD'), '')
materialize coalesce(d::text, '')
-- "TEXT([a])"
clickhouse  ifNull(replaceOne(toString(toDateTime64(a, 3, 'UTC')), ' ', 'T') || 'Z', '')
postgres    coalesce(to_char(a AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')
materialize coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')
-- "TEXT([f])"
clickhouse  multiIf(f, 'true', NOT f, 'false', '')
postgres    coalesce(f::text, '')
materialize coalesce(f::text, '')
-- "TEXT([s])"
clickhouse  s
postgres    s
materialize s
-- "'' & [p] & 2.50 & 1e3 & null"
clickhouse  concat(ifNull({p1:String}, ''), ifNull(ifNull(toString(p), ''), ''), ifNull(ifNull(toString({p2:Decimal(3, 2)}), ''), ''), ifNull(ifNull(toString({p3:Float64}), ''), ''), ifNull({p4:Nullable(String)}, ''))   -- ["","2.50","1000",null]
postgres    concat($1::text, coalesce(trim_scale(p)::text, ''), coalesce(trim_scale($2::numeric)::text, ''), CASE WHEN $3::double precision IS NULL THEN '' WHEN abs($3::double precision) >= 1e-6 AND abs($3::double precision) < 1e21 THEN trim_scale($3::double precision::text::numeric)::text ELSE replace(regexp_replace(lower($3::double precision::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END, $4::text)   -- ["","2.50","1000",null]
materialize concat($1::text, coalesce(CASE WHEN position('.' IN p::text) > 0 THEN rtrim(rtrim(p::text, '0'), '.') ELSE p::text END, ''), coalesce(CASE WHEN position('.' IN $2::numeric::text) > 0 THEN rtrim(rtrim($2::numeric::text, '0'), '.') ELSE $2::numeric::text END, ''), (CASE WHEN $3::double precision IS NULL THEN '' WHEN abs($3::double precision) >= '1e-6' AND abs($3::double precision) < '1e21' THEN CASE WHEN position('.' IN $3::double precision::text::numeric::text) > 0 THEN rtrim(rtrim($3::double precision::text::numeric::text, '0'), '.') ELSE $3::double precision::text::numeric::text END ELSE replace(replace(replace(replace(lower($3::double precision::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END), $4::text)   -- ["","2.50","1000",null]
-- "MATCHES([s], '^a')"
clickhouse  match(s, {p1:String})   -- ["^a"]
postgres    (s ~ $1::text)   -- ["^a"]
materialize (s ~ ('(?s)' || $1::text))   -- ["^a"]
-- "MATCHES([s], '\\d+')"
clickhouse  match(s, {p1:String})   -- ["[0-9]+"]
postgres    (s ~ $1::text)   -- ["[0-9]+"]
materialize (s ~ ('(?s)' || $1::text))   -- ["[0-9]+"]
-- "MATCHES([s], '^.$')"
clickhouse  match(s, {p1:String})   -- ["^.$"]
postgres    (s ~ $1::text)   -- ["^.$"]
materialize (s ~ ('(?s)' || $1::text))   -- ["^.$"]
-- "MATCHES([s], '[A-Z]{2,}')"
clickhouse  match(s, {p1:String})   -- ["[A-Z]{2,}"]
postgres    (s ~ $1::text)   -- ["[A-Z]{2,}"]
materialize (s ~ ('(?s)' || $1::text))   -- ["[A-Z]{2,}"]
-- "MATCHES([s], 'a.a')"
clickhouse  match(s, {p1:String})   -- ["a.a"]
postgres    (s ~ $1::text)   -- ["a.a"]
materialize (s ~ ('(?s)' || $1::text))   -- ["a.a"]
-- "MATCHES([s], '')"
clickhouse  match(s, {p1:String})   -- [""]
postgres    (s ~ $1::text)   -- [""]
materialize (s ~ ('(?s)' || $1::text))   -- [""]
-- "MATCHES([s], '\\w\\s|n(e|i)')"
clickhouse  match(s, {p1:String})   -- ["[A-Za-z0-9_][ \t\n\f\r]|n(e|i)"]
postgres    (s ~ $1::text)   -- ["[A-Za-z0-9_][ \t\n\f\r]|n(e|i)"]
materialize (s ~ ('(?s)' || $1::text))   -- ["[A-Za-z0-9_][ \t\n\f\r]|n(e|i)"]
-- "MATCHES([s], '^\\s*$')"
clickhouse  match(s, {p1:String})   -- ["^[ \t\n\f\r]*$"]
postgres    (s ~ $1::text)   -- ["^[ \t\n\f\r]*$"]
materialize (s ~ ('(?s)' || $1::text))   -- ["^[ \t\n\f\r]*$"]
-- "MATCHES([s], '(?i)aapl')"
clickhouse  match(s, {p1:String})   -- ["(?i)aapl"]
postgres    (s ~ $1::text)   -- ["(?i)aapl"]
materialize (s ~ ('(?s)' || $1::text))   -- ["(?i)aapl"]
-- "MATCHES([s], '\\\\')"
clickhouse  match(s, {p1:String})   -- ["\\\\"]
postgres    (s ~ $1::text)   -- ["\\\\"]
materialize (s ~ ('(?s)' || $1::text))   -- ["\\\\"]
-- "MATCHES([s], '[\\d\\-z]')"
clickhouse  match(s, {p1:String})   -- ["[0-9\\-z]"]
postgres    (s ~ $1::text)   -- ["[0-9\\-z]"]
materialize (s ~ ('(?s)' || $1::text))   -- ["[0-9\\-z]"]
-- "MATCHES([s], 'l.')"
clickhouse  match(s, {p1:String})   -- ["l."]
postgres    (s ~ $1::text)   -- ["l."]
materialize (s ~ ('(?s)' || $1::text))   -- ["l."]
-- "MATCHES([s], '.l')"
clickhouse  match(s, {p1:String})   -- [".l"]
postgres    (s ~ $1::text)   -- [".l"]
materialize (s ~ ('(?s)' || $1::text))   -- [".l"]
-- "MATCHES([s], 'e$')"
clickhouse  match(s, {p1:String})   -- ["e$"]
postgres    (s ~ $1::text)   -- ["e$"]
materialize (s ~ ('(?s)' || $1::text))   -- ["e$"]
-- "TEXT(1e21)"
clickhouse  ifNull(toString({p1:Float64}), '')   -- ["1e+21"]
postgres    CASE WHEN $1::double precision IS NULL THEN '' WHEN abs($1::double precision) >= 1e-6 AND abs($1::double precision) < 1e21 THEN trim_scale($1::double precision::text::numeric)::text ELSE replace(regexp_replace(lower($1::double precision::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END   -- ["1e+21"]
materialize (CASE WHEN $1::double precision IS NULL THEN '' WHEN abs($1::double precision) >= '1e-6' AND abs($1::double precision) < '1e21' THEN CASE WHEN position('.' IN $1::double precision::text::numeric::text) > 0 THEN rtrim(rtrim($1::double precision::text::numeric::text, '0'), '.') ELSE $1::double precision::text::numeric::text END ELSE replace(replace(replace(replace(lower($1::double precision::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END)   -- ["1e+21"]
-- "TEXT(1e20)"
clickhouse  ifNull(toString({p1:Float64}), '')   -- ["100000000000000000000"]
postgres    CASE WHEN $1::double precision IS NULL THEN '' WHEN abs($1::double precision) >= 1e-6 AND abs($1::double precision) < 1e21 THEN trim_scale($1::double precision::text::numeric)::text ELSE replace(regexp_replace(lower($1::double precision::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END   -- ["100000000000000000000"]
materialize (CASE WHEN $1::double precision IS NULL THEN '' WHEN abs($1::double precision) >= '1e-6' AND abs($1::double precision) < '1e21' THEN CASE WHEN position('.' IN $1::double precision::text::numeric::text) > 0 THEN rtrim(rtrim($1::double precision::text::numeric::text, '0'), '.') ELSE $1::double precision::text::numeric::text END ELSE replace(replace(replace(replace(lower($1::double precision::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END)   -- ["100000000000000000000"]
-- "TEXT(0.000001 * 1e0)"
clickhouse  ifNull(toString((toFloat64({p1:Decimal(6, 6)}) * toFloat64({p2:Float64}))), '')   -- ["0.000001","1"]
postgres    CASE WHEN (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END) IS NULL THEN '' WHEN abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)) >= 1e-6 AND abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)) < 1e21 THEN trim_scale((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text::numeric)::text ELSE replace(regexp_replace(lower((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END   -- ["0.000001","1"]
materialize (CASE WHEN (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END) IS NULL THEN '' WHEN abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)) >= '1e-6' AND abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)) < '1e21' THEN CASE WHEN position('.' IN (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text::numeric::text) > 0 THEN rtrim(rtrim((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text::numeric::text, '0'), '.') ELSE (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text::numeric::text END ELSE replace(replace(replace(replace(lower((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END)   -- ["0.000001","1"]
-- "TEXT(0.0000001 * 1e0)"
clickhouse  ifNull(toString((toFloat64({p1:Decimal(7, 7)}) * toFloat64({p2:Float64}))), '')   -- ["0.0000001","1"]
postgres    CASE WHEN (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END) IS NULL THEN '' WHEN abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)) >= 1e-6 AND abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)) < 1e21 THEN trim_scale((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text::numeric)::text ELSE replace(regexp_replace(lower((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END   -- ["0.0000001","1"]
materialize (CASE WHEN (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END) IS NULL THEN '' WHEN abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)) >= '1e-6' AND abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)) < '1e21' THEN CASE WHEN position('.' IN (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text::numeric::text) > 0 THEN rtrim(rtrim((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text::numeric::text, '0'), '.') ELSE (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text::numeric::text END ELSE replace(replace(replace(replace(lower((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::numeric::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::numeric::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END WHEN abs($1::numeric::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::numeric::double precision * $2::double precision ELSE $1::numeric::double precision * $2::double precision END)::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END)   -- ["0.0000001","1"]
-- "TEXT(1e15)"
clickhouse  ifNull(toString({p1:Float64}), '')   -- ["1000000000000000"]
postgres    CASE WHEN $1::double precision IS NULL THEN '' WHEN abs($1::double precision) >= 1e-6 AND abs($1::double precision) < 1e21 THEN trim_scale($1::double precision::text::numeric)::text ELSE replace(regexp_replace(lower($1::double precision::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END   -- ["1000000000000000"]
materialize (CASE WHEN $1::double precision IS NULL THEN '' WHEN abs($1::double precision) >= '1e-6' AND abs($1::double precision) < '1e21' THEN CASE WHEN position('.' IN $1::double precision::text::numeric::text) > 0 THEN rtrim(rtrim($1::double precision::text::numeric::text, '0'), '.') ELSE $1::double precision::text::numeric::text END ELSE replace(replace(replace(replace(lower($1::double precision::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END)   -- ["1000000000000000"]
-- "TEXT(123456789012345678 * 1e0)"
clickhouse  ifNull(toString((toFloat64({p1:Int64}) * toFloat64({p2:Float64}))), '')   -- ["123456789012345678","1"]
postgres    CASE WHEN (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END) IS NULL THEN '' WHEN abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)) >= 1e-6 AND abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)) < 1e21 THEN trim_scale((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)::text::numeric)::text ELSE replace(regexp_replace(lower((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END   -- ["123456789012345678","1"]
materialize (CASE WHEN (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END) IS NULL THEN '' WHEN abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)) >= '1e-6' AND abs((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)) < '1e21' THEN CASE WHEN position('.' IN (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)::text::numeric::text) > 0 THEN rtrim(rtrim((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)::text::numeric::text, '0'), '.') ELSE (CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)::text::numeric::text END ELSE replace(replace(replace(replace(lower((CASE WHEN abs($2::double precision) > 1 THEN CASE WHEN abs($1::bigint::double precision) > greatest('1.797693134862315e308'::double precision / abs($2::double precision), 1) AND abs($1::bigint::double precision) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END WHEN abs($1::bigint::double precision) < '5e-324'::double precision / nullif(abs($2::double precision), 0) THEN 0 * $1::bigint::double precision * $2::double precision ELSE $1::bigint::double precision * $2::double precision END)::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END)   -- ["123456789012345678","1"]
-- "YEAR([d])"
clickhouse  toInt64(toYear(toDate32(d)))
postgres    extract(year FROM d::timestamp)::bigint
materialize extract(year FROM d::timestamp)::bigint
-- "MONTH([d])"
clickhouse  toInt64(toMonth(toDate32(d)))
postgres    extract(month FROM d::timestamp)::bigint
materialize extract(month FROM d::timestamp)::bigint
-- "DAY([d])"
clickhouse  toInt64(toDayOfMonth(toDate32(d)))
postgres    extract(day FROM d::timestamp)::bigint
materialize extract(day FROM d::timestamp)::bigint
-- "HOUR([d])"
clickhouse  toInt64(toHour(toDateTime64(d, 3, 'UTC')))
postgres    extract(hour FROM d::timestamp)::bigint
materialize extract(hour FROM d::timestamp)::bigint
-- "MINUTE([d])"
clickhouse  toInt64(toMinute(toDateTime64(d, 3, 'UTC')))
postgres    extract(minute FROM d::timestamp)::bigint
materialize extract(minute FROM d::timestamp)::bigint
-- "YEAR([a])"
clickhouse  toInt64(toYear(a, 'UTC'))
postgres    extract(year FROM (a AT TIME ZONE 'UTC'))::bigint
materialize extract(year FROM (a AT TIME ZONE 'UTC'::text))::bigint
-- "MONTH([a])"
clickhouse  toInt64(toMonth(a, 'UTC'))
postgres    extract(month FROM (a AT TIME ZONE 'UTC'))::bigint
materialize extract(month FROM (a AT TIME ZONE 'UTC'::text))::bigint
-- "DAY([a])"
clickhouse  toInt64(toDayOfMonth(a, 'UTC'))
postgres    extract(day FROM (a AT TIME ZONE 'UTC'))::bigint
materialize extract(day FROM (a AT TIME ZONE 'UTC'::text))::bigint
-- "HOUR([a])"
clickhouse  toInt64(toHour(a, 'UTC'))
postgres    extract(hour FROM (a AT TIME ZONE 'UTC'))::bigint
materialize extract(hour FROM (a AT TIME ZONE 'UTC'::text))::bigint
-- "MINUTE([a])"
clickhouse  toInt64(toMinute(a, 'UTC'))
postgres    extract(minute FROM (a AT TIME ZONE 'UTC'))::bigint
materialize extract(minute FROM (a AT TIME ZONE 'UTC'::text))::bigint
-- "WEEKDAY([d])"
clickhouse  toInt64(toDayOfWeek(toDate32(d)))
postgres    extract(isodow FROM d::timestamp)::bigint
materialize extract(isodow FROM d::timestamp)::bigint
-- "WEEKDAY([e])"
clickhouse  toInt64(toDayOfWeek(toDate32(e)))
postgres    extract(isodow FROM e::timestamp)::bigint
materialize extract(isodow FROM e::timestamp)::bigint
-- "WEEKDAY([a])"
clickhouse  toInt64(toDayOfWeek(toDate32(a, 'UTC')))
postgres    extract(isodow FROM (a AT TIME ZONE 'UTC'))::bigint
materialize extract(isodow FROM (a AT TIME ZONE 'UTC'::text))::bigint
-- "WEEKDAY([b])"
clickhouse  toInt64(toDayOfWeek(toDate32(b, 'UTC')))
postgres    extract(isodow FROM (b AT TIME ZONE 'UTC'))::bigint
materialize extract(isodow FROM (b AT TIME ZONE 'UTC'::text))::bigint
-- "WEEK([d])"
clickhouse  toInt64(toISOWeek(toDate32(d)))
postgres    extract(week FROM d::timestamp)::bigint
materialize extract(week FROM d::timestamp)::bigint
-- "WEEK([e])"
clickhouse  toInt64(toISOWeek(toDate32(e)))
postgres    extract(week FROM e::timestamp)::bigint
materialize extract(week FROM e::timestamp)::bigint
-- "WEEK([a])"
clickhouse  toInt64(toISOWeek(a, 'UTC'))
postgres    extract(week FROM (a AT TIME ZONE 'UTC'))::bigint
materialize extract(week FROM (a AT TIME ZONE 'UTC'::text))::bigint
-- "WEEK([b])"
clickhouse  toInt64(toISOWeek(b, 'UTC'))
postgres    extract(week FROM (b AT TIME ZONE 'UTC'))::bigint
materialize extract(week FROM (b AT TIME ZONE 'UTC'::text))::bigint
-- "ISOYEAR([d])"
clickhouse  toInt64(toISOYear(toDate32(d)))
postgres    extract(isoyear FROM d::timestamp)::bigint
materialize extract(year FROM date_trunc('week', d::timestamp) + interval '3 days')::bigint
-- "ISOYEAR([e])"
clickhouse  toInt64(toISOYear(toDate32(e)))
postgres    extract(isoyear FROM e::timestamp)::bigint
materialize extract(year FROM date_trunc('week', e::timestamp) + interval '3 days')::bigint
-- "ISOYEAR([a])"
clickhouse  toInt64(toISOYear(a, 'UTC'))
postgres    extract(isoyear FROM (a AT TIME ZONE 'UTC'))::bigint
materialize extract(year FROM date_trunc('week', (a AT TIME ZONE 'UTC'::text)) + interval '3 days')::bigint
-- "ISOYEAR([b])"
clickhouse  toInt64(toISOYear(b, 'UTC'))
postgres    extract(isoyear FROM (b AT TIME ZONE 'UTC'))::bigint
materialize extract(year FROM date_trunc('week', (b AT TIME ZONE 'UTC'::text)) + interval '3 days')::bigint
-- "QUARTER([d])"
clickhouse  toInt64(toQuarter(toDate32(d)))
postgres    extract(quarter FROM d::timestamp)::bigint
materialize extract(quarter FROM d::timestamp)::bigint
-- "QUARTER([e])"
clickhouse  toInt64(toQuarter(toDate32(e)))
postgres    extract(quarter FROM e::timestamp)::bigint
materialize extract(quarter FROM e::timestamp)::bigint
-- "QUARTER([a])"
clickhouse  toInt64(toQuarter(a, 'UTC'))
postgres    extract(quarter FROM (a AT TIME ZONE 'UTC'))::bigint
materialize extract(quarter FROM (a AT TIME ZONE 'UTC'::text))::bigint
-- "QUARTER([b])"
clickhouse  toInt64(toQuarter(b, 'UTC'))
postgres    extract(quarter FROM (b AT TIME ZONE 'UTC'))::bigint
materialize extract(quarter FROM (b AT TIME ZONE 'UTC'::text))::bigint
-- "DATE_DIFF(\"second\", [a], [b])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(b, 3, 'UTC')) + 0) / 1000) - floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 1000))
postgres    (floor((extract(epoch FROM (b AT TIME ZONE 'UTC')) + 0) / 1) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 1))::bigint
materialize (floor((extract(epoch FROM (b AT TIME ZONE 'UTC'::text)) + 0) / 1) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 1))::bigint
-- "DATE_DIFF(\"second\", [d], [e])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(e, 3, 'UTC')) + 0) / 1000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 0) / 1000))
postgres    (floor((extract(epoch FROM e::timestamp) + 0) / 1) - floor((extract(epoch FROM d::timestamp) + 0) / 1))::bigint
materialize (floor((extract(epoch FROM e::timestamp) + 0) / 1) - floor((extract(epoch FROM d::timestamp) + 0) / 1))::bigint
-- "DATE_DIFF(\"second\", [d], [a])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 1000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 0) / 1000))
postgres    (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 1) - floor((extract(epoch FROM d::timestamp) + 0) / 1))::bigint
materialize (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 1) - floor((extract(epoch FROM d::timestamp) + 0) / 1))::bigint
-- "DATE_ADD(\"second\", [j], [a])"
clickhouse  nullIf(nullIf(least(greatest(addSeconds(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest(j, -12648960001), 12648960001), 12648960001), -12648960001)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest(j, -12648960001), 12648960001), 12648960001), -12648960001) * interval '1 second', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 second' * (CASE WHEN j > -12648960001 AND j < 12648960001 THEN j END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 second' * (CASE WHEN j > -12648960001 AND j < 12648960001 THEN j END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 second' * (CASE WHEN j > -12648960001 AND j < 12648960001 THEN j END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"second\", [i], [d])"
clickhouse  nullIf(nullIf(least(greatest(addSeconds(toDateTime64(d, 3, 'UTC'), nullIf(nullIf(least(greatest(i, -12648960001), 12648960001), 12648960001), -12648960001)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange(d::timestamp + nullif(nullif(least(greatest(i, -12648960001), 12648960001), 12648960001), -12648960001) * interval '1 second', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN (d::timestamp + interval '1 second' * (CASE WHEN i > -12648960001 AND i < 12648960001 THEN i END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 second' * (CASE WHEN i > -12648960001 AND i < 12648960001 THEN i END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 second' * (CASE WHEN i > -12648960001 AND i < 12648960001 THEN i END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"second\", 1, [a])"
clickhouse  nullIf(nullIf(least(greatest(addSeconds(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -12648960001), 12648960001), 12648960001), -12648960001)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["1"]
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -12648960001), 12648960001), 12648960001), -12648960001) * interval '1 second', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["1"]
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 second' * (CASE WHEN $1::bigint > -12648960001 AND $1::bigint < 12648960001 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 second' * (CASE WHEN $1::bigint > -12648960001 AND $1::bigint < 12648960001 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 second' * (CASE WHEN $1::bigint > -12648960001 AND $1::bigint < 12648960001 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["1"]
-- "DATE_ADD(\"second\", -13, [d])"
clickhouse  nullIf(nullIf(least(greatest(addSeconds(toDateTime64(d, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -12648960001), 12648960001), 12648960001), -12648960001)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["-13"]
postgres    (nullif(lower(tsrange(d::timestamp + nullif(nullif(least(greatest($1::bigint, -12648960001), 12648960001), 12648960001), -12648960001) * interval '1 second', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["-13"]
materialize ((CASE WHEN (d::timestamp + interval '1 second' * (CASE WHEN $1::bigint > -12648960001 AND $1::bigint < 12648960001 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 second' * (CASE WHEN $1::bigint > -12648960001 AND $1::bigint < 12648960001 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 second' * (CASE WHEN $1::bigint > -12648960001 AND $1::bigint < 12648960001 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["-13"]
-- "DATE_TRUNC(\"second\", [a])"
clickhouse  fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 1000) * 1000 - 0), 'UTC')
postgres    ((timestamp '1970-01-01' + (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 1) * 1 - 0) * interval '1 second') AT TIME ZONE 'UTC')
materialize (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 1) * 1 - 0)::double precision) AT TIME ZONE 'UTC'::text)
-- "DATE_DIFF(\"minute\", [a], [b])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(b, 3, 'UTC')) + 0) / 60000) - floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 60000))
postgres    (floor((extract(epoch FROM (b AT TIME ZONE 'UTC')) + 0) / 60) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 60))::bigint
materialize (floor((extract(epoch FROM (b AT TIME ZONE 'UTC'::text)) + 0) / 60) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 60))::bigint
-- "DATE_DIFF(\"minute\", [d], [e])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(e, 3, 'UTC')) + 0) / 60000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 0) / 60000))
postgres    (floor((extract(epoch FROM e::timestamp) + 0) / 60) - floor((extract(epoch FROM d::timestamp) + 0) / 60))::bigint
materialize (floor((extract(epoch FROM e::timestamp) + 0) / 60) - floor((extract(epoch FROM d::timestamp) + 0) / 60))::bigint
-- "DATE_DIFF(\"minute\", [d], [a])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 60000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 0) / 60000))
postgres    (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 60) - floor((extract(epoch FROM d::timestamp) + 0) / 60))::bigint
materialize (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 60) - floor((extract(epoch FROM d::timestamp) + 0) / 60))::bigint
-- "DATE_ADD(\"minute\", [j], [a])"
clickhouse  nullIf(nullIf(least(greatest(addMinutes(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest(j, -210816001), 210816001), 210816001), -210816001)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest(j, -210816001), 210816001), 210816001), -210816001) * interval '1 minute', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 minute' * (CASE WHEN j > -210816001 AND j < 210816001 THEN j END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 minute' * (CASE WHEN j > -210816001 AND j < 210816001 THEN j END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 minute' * (CASE WHEN j > -210816001 AND j < 210816001 THEN j END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"minute\", [i], [d])"
clickhouse  nullIf(nullIf(least(greatest(addMinutes(toDateTime64(d, 3, 'UTC'), nullIf(nullIf(least(greatest(i, -210816001), 210816001), 210816001), -210816001)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange(d::timestamp + nullif(nullif(least(greatest(i, -210816001), 210816001), 210816001), -210816001) * interval '1 minute', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN (d::timestamp + interval '1 minute' * (CASE WHEN i > -210816001 AND i < 210816001 THEN i END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 minute' * (CASE WHEN i > -210816001 AND i < 210816001 THEN i END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 minute' * (CASE WHEN i > -210816001 AND i < 210816001 THEN i END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"minute\", 1, [a])"
clickhouse  nullIf(nullIf(least(greatest(addMinutes(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -210816001), 210816001), 210816001), -210816001)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["1"]
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -210816001), 210816001), 210816001), -210816001) * interval '1 minute', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["1"]
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 minute' * (CASE WHEN $1::bigint > -210816001 AND $1::bigint < 210816001 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 minute' * (CASE WHEN $1::bigint > -210816001 AND $1::bigint < 210816001 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 minute' * (CASE WHEN $1::bigint > -210816001 AND $1::bigint < 210816001 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["1"]
-- "DATE_ADD(\"minute\", -13, [d])"
clickhouse  nullIf(nullIf(least(greatest(addMinutes(toDateTime64(d, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -210816001), 210816001), 210816001), -210816001)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["-13"]
postgres    (nullif(lower(tsrange(d::timestamp + nullif(nullif(least(greatest($1::bigint, -210816001), 210816001), 210816001), -210816001) * interval '1 minute', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["-13"]
materialize ((CASE WHEN (d::timestamp + interval '1 minute' * (CASE WHEN $1::bigint > -210816001 AND $1::bigint < 210816001 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 minute' * (CASE WHEN $1::bigint > -210816001 AND $1::bigint < 210816001 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 minute' * (CASE WHEN $1::bigint > -210816001 AND $1::bigint < 210816001 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["-13"]
-- "DATE_TRUNC(\"minute\", [a])"
clickhouse  fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 60000) * 60000 - 0), 'UTC')
postgres    ((timestamp '1970-01-01' + (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 60) * 60 - 0) * interval '1 second') AT TIME ZONE 'UTC')
materialize (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 60) * 60 - 0)::double precision) AT TIME ZONE 'UTC'::text)
-- "DATE_DIFF(\"hour\", [a], [b])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(b, 3, 'UTC')) + 0) / 3600000) - floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 3600000))
postgres    (floor((extract(epoch FROM (b AT TIME ZONE 'UTC')) + 0) / 3600) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 3600))::bigint
materialize (floor((extract(epoch FROM (b AT TIME ZONE 'UTC'::text)) + 0) / 3600) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 3600))::bigint
-- "DATE_DIFF(\"hour\", [d], [e])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(e, 3, 'UTC')) + 0) / 3600000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 0) / 3600000))
postgres    (floor((extract(epoch FROM e::timestamp) + 0) / 3600) - floor((extract(epoch FROM d::timestamp) + 0) / 3600))::bigint
materialize (floor((extract(epoch FROM e::timestamp) + 0) / 3600) - floor((extract(epoch FROM d::timestamp) + 0) / 3600))::bigint
-- "DATE_DIFF(\"hour\", [d], [a])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 3600000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 0) / 3600000))
postgres    (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 3600) - floor((extract(epoch FROM d::timestamp) + 0) / 3600))::bigint
materialize (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 3600) - floor((extract(epoch FROM d::timestamp) + 0) / 3600))::bigint
-- "DATE_ADD(\"hour\", [j], [a])"
clickhouse  nullIf(nullIf(least(greatest(addHours(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest(j, -3513601), 3513601), 3513601), -3513601)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest(j, -3513601), 3513601), 3513601), -3513601) * interval '1 hour', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 hour' * (CASE WHEN j > -3513601 AND j < 3513601 THEN j END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 hour' * (CASE WHEN j > -3513601 AND j < 3513601 THEN j END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 hour' * (CASE WHEN j > -3513601 AND j < 3513601 THEN j END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"hour\", [i], [d])"
clickhouse  nullIf(nullIf(least(greatest(addHours(toDateTime64(d, 3, 'UTC'), nullIf(nullIf(least(greatest(i, -3513601), 3513601), 3513601), -3513601)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange(d::timestamp + nullif(nullif(least(greatest(i, -3513601), 3513601), 3513601), -3513601) * interval '1 hour', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN (d::timestamp + interval '1 hour' * (CASE WHEN i > -3513601 AND i < 3513601 THEN i END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 hour' * (CASE WHEN i > -3513601 AND i < 3513601 THEN i END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 hour' * (CASE WHEN i > -3513601 AND i < 3513601 THEN i END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"hour\", 1, [a])"
clickhouse  nullIf(nullIf(least(greatest(addHours(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -3513601), 3513601), 3513601), -3513601)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["1"]
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -3513601), 3513601), 3513601), -3513601) * interval '1 hour', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["1"]
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 hour' * (CASE WHEN $1::bigint > -3513601 AND $1::bigint < 3513601 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 hour' * (CASE WHEN $1::bigint > -3513601 AND $1::bigint < 3513601 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 hour' * (CASE WHEN $1::bigint > -3513601 AND $1::bigint < 3513601 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["1"]
-- "DATE_ADD(\"hour\", -13, [d])"
clickhouse  nullIf(nullIf(least(greatest(addHours(toDateTime64(d, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -3513601), 3513601), 3513601), -3513601)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["-13"]
postgres    (nullif(lower(tsrange(d::timestamp + nullif(nullif(least(greatest($1::bigint, -3513601), 3513601), 3513601), -3513601) * interval '1 hour', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["-13"]
materialize ((CASE WHEN (d::timestamp + interval '1 hour' * (CASE WHEN $1::bigint > -3513601 AND $1::bigint < 3513601 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 hour' * (CASE WHEN $1::bigint > -3513601 AND $1::bigint < 3513601 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 hour' * (CASE WHEN $1::bigint > -3513601 AND $1::bigint < 3513601 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["-13"]
-- "DATE_TRUNC(\"hour\", [a])"
clickhouse  fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 3600000) * 3600000 - 0), 'UTC')
postgres    ((timestamp '1970-01-01' + (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 3600) * 3600 - 0) * interval '1 second') AT TIME ZONE 'UTC')
materialize (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 3600) * 3600 - 0)::double precision) AT TIME ZONE 'UTC'::text)
-- "DATE_DIFF(\"day\", [a], [b])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(b, 3, 'UTC')) + 0) / 86400000) - floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 86400000))
postgres    (floor((extract(epoch FROM (b AT TIME ZONE 'UTC')) + 0) / 86400) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 86400))::bigint
materialize (floor((extract(epoch FROM (b AT TIME ZONE 'UTC'::text)) + 0) / 86400) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 86400))::bigint
-- "DATE_DIFF(\"day\", [d], [e])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(e, 3, 'UTC')) + 0) / 86400000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 0) / 86400000))
postgres    (floor((extract(epoch FROM e::timestamp) + 0) / 86400) - floor((extract(epoch FROM d::timestamp) + 0) / 86400))::bigint
materialize (floor((extract(epoch FROM e::timestamp) + 0) / 86400) - floor((extract(epoch FROM d::timestamp) + 0) / 86400))::bigint
-- "DATE_DIFF(\"day\", [d], [a])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 86400000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 0) / 86400000))
postgres    (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 86400) - floor((extract(epoch FROM d::timestamp) + 0) / 86400))::bigint
materialize (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 86400) - floor((extract(epoch FROM d::timestamp) + 0) / 86400))::bigint
-- "DATE_ADD(\"day\", [j], [a])"
clickhouse  nullIf(nullIf(least(greatest(addDays(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest(j, -146401), 146401), 146401), -146401)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest(j, -146401), 146401), 146401), -146401) * interval '1 day', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN j > -146401 AND j < 146401 THEN j END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN j > -146401 AND j < 146401 THEN j END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN j > -146401 AND j < 146401 THEN j END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"day\", [i], [d])"
clickhouse  nullIf(nullIf(least(greatest(addDays(toDate32(d), nullIf(nullIf(least(greatest(i, -146401), 146401), 146401), -146401)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest(i, -146401), 146401), 146401), -146401) * interval '1 day')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)
materialize (CASE WHEN (d::timestamp + interval '1 day' * (CASE WHEN i > -146401 AND i < 146401 THEN i END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 day' * (CASE WHEN i > -146401 AND i < 146401 THEN i END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 day' * (CASE WHEN i > -146401 AND i < 146401 THEN i END)::double precision) END)::date
-- "DATE_ADD(\"day\", 1, [a])"
clickhouse  nullIf(nullIf(least(greatest(addDays(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -146401), 146401), 146401), -146401)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["1"]
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -146401), 146401), 146401), -146401) * interval '1 day', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["1"]
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["1"]
-- "DATE_ADD(\"day\", -13, [d])"
clickhouse  nullIf(nullIf(least(greatest(addDays(toDate32(d), nullIf(nullIf(least(greatest({p1:Int64}, -146401), 146401), 146401), -146401)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))   -- ["-13"]
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest($1::bigint, -146401), 146401), 146401), -146401) * interval '1 day')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)   -- ["-13"]
materialize (CASE WHEN (d::timestamp + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 day' * (CASE WHEN $1::bigint > -146401 AND $1::bigint < 146401 THEN $1::bigint END)::double precision) END)::date   -- ["-13"]
-- "DATE_TRUNC(\"day\", [a])"
clickhouse  fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 86400000) * 86400000 - 0), 'UTC')
postgres    ((timestamp '1970-01-01' + (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 86400) * 86400 - 0) * interval '1 second') AT TIME ZONE 'UTC')
materialize (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 86400) * 86400 - 0)::double precision) AT TIME ZONE 'UTC'::text)
-- "DATE_DIFF(\"week\", [a], [b])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(b, 3, 'UTC')) + 259200000) / 604800000) - floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 259200000) / 604800000))
postgres    (floor((extract(epoch FROM (b AT TIME ZONE 'UTC')) + 259200) / 604800) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 259200) / 604800))::bigint
materialize (floor((extract(epoch FROM (b AT TIME ZONE 'UTC'::text)) + 259200) / 604800) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 259200) / 604800))::bigint
-- "DATE_DIFF(\"week\", [d], [e])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(e, 3, 'UTC')) + 259200000) / 604800000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 259200000) / 604800000))
postgres    (floor((extract(epoch FROM e::timestamp) + 259200) / 604800) - floor((extract(epoch FROM d::timestamp) + 259200) / 604800))::bigint
materialize (floor((extract(epoch FROM e::timestamp) + 259200) / 604800) - floor((extract(epoch FROM d::timestamp) + 259200) / 604800))::bigint
-- "DATE_DIFF(\"week\", [d], [a])"
clickhouse  toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 259200000) / 604800000) - floor((toUnixTimestamp64Milli(toDateTime64(d, 3, 'UTC')) + 259200000) / 604800000))
postgres    (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 259200) / 604800) - floor((extract(epoch FROM d::timestamp) + 259200) / 604800))::bigint
materialize (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 259200) / 604800) - floor((extract(epoch FROM d::timestamp) + 259200) / 604800))::bigint
-- "DATE_ADD(\"week\", [j], [a])"
clickhouse  nullIf(nullIf(least(greatest(addWeeks(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest(j, -20916), 20916), 20916), -20916)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest(j, -20916), 20916), 20916), -20916) * interval '7 days', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '7 days' * (CASE WHEN j > -20916 AND j < 20916 THEN j END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '7 days' * (CASE WHEN j > -20916 AND j < 20916 THEN j END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '7 days' * (CASE WHEN j > -20916 AND j < 20916 THEN j END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"week\", [i], [d])"
clickhouse  nullIf(nullIf(least(greatest(addWeeks(toDate32(d), nullIf(nullIf(least(greatest(i, -20916), 20916), 20916), -20916)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest(i, -20916), 20916), 20916), -20916) * interval '7 days')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)
materialize (CASE WHEN (d::timestamp + interval '7 days' * (CASE WHEN i > -20916 AND i < 20916 THEN i END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '7 days' * (CASE WHEN i > -20916 AND i < 20916 THEN i END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '7 days' * (CASE WHEN i > -20916 AND i < 20916 THEN i END)::double precision) END)::date
-- "DATE_ADD(\"week\", 1, [a])"
clickhouse  nullIf(nullIf(least(greatest(addWeeks(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -20916), 20916), 20916), -20916)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["1"]
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -20916), 20916), 20916), -20916) * interval '7 days', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["1"]
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '7 days' * (CASE WHEN $1::bigint > -20916 AND $1::bigint < 20916 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '7 days' * (CASE WHEN $1::bigint > -20916 AND $1::bigint < 20916 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '7 days' * (CASE WHEN $1::bigint > -20916 AND $1::bigint < 20916 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["1"]
-- "DATE_ADD(\"week\", -13, [d])"
clickhouse  nullIf(nullIf(least(greatest(addWeeks(toDate32(d), nullIf(nullIf(least(greatest({p1:Int64}, -20916), 20916), 20916), -20916)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))   -- ["-13"]
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest($1::bigint, -20916), 20916), 20916), -20916) * interval '7 days')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)   -- ["-13"]
materialize (CASE WHEN (d::timestamp + interval '7 days' * (CASE WHEN $1::bigint > -20916 AND $1::bigint < 20916 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '7 days' * (CASE WHEN $1::bigint > -20916 AND $1::bigint < 20916 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '7 days' * (CASE WHEN $1::bigint > -20916 AND $1::bigint < 20916 THEN $1::bigint END)::double precision) END)::date   -- ["-13"]
-- "DATE_TRUNC(\"week\", [a])"
clickhouse  fromUnixTimestamp64Milli(toInt64(floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 259200000) / 604800000) * 604800000 - 259200000), 'UTC')
postgres    ((timestamp '1970-01-01' + (floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 259200) / 604800) * 604800 - 259200) * interval '1 second') AT TIME ZONE 'UTC')
materialize (('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 259200) / 604800) * 604800 - 259200)::double precision) AT TIME ZONE 'UTC'::text)
-- "DATE_DIFF(\"month\", [a], [b])"
clickhouse  toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(b, 'UTC')) / 1) - floor(dateDiff('month', toDate32('1970-01-01'), toDate32(a, 'UTC')) / 1))
postgres    (floor(((extract(year FROM (b AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (b AT TIME ZONE 'UTC')) - 1) / 1) - floor(((extract(year FROM (a AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC')) - 1) / 1))::bigint
materialize (floor(((extract(year FROM (b AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (b AT TIME ZONE 'UTC'::text)) - 1) / 1) - floor(((extract(year FROM (a AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC'::text)) - 1) / 1))::bigint
-- "DATE_DIFF(\"month\", [d], [e])"
clickhouse  toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(e)) / 1) - floor(dateDiff('month', toDate32('1970-01-01'), toDate32(d)) / 1))
postgres    (floor(((extract(year FROM e::timestamp) - 1970) * 12 + extract(month FROM e::timestamp) - 1) / 1) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 1))::bigint
materialize (floor(((extract(year FROM e::timestamp) - 1970) * 12 + extract(month FROM e::timestamp) - 1) / 1) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 1))::bigint
-- "DATE_DIFF(\"month\", [d], [a])"
clickhouse  toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(a, 'UTC')) / 1) - floor(dateDiff('month', toDate32('1970-01-01'), toDate32(d)) / 1))
postgres    (floor(((extract(year FROM (a AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC')) - 1) / 1) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 1))::bigint
materialize (floor(((extract(year FROM (a AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC'::text)) - 1) / 1) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 1))::bigint
-- "DATE_ADD(\"month\", [j], [a])"
clickhouse  nullIf(nullIf(least(greatest(addMonths(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest(j, -4801), 4801), 4801), -4801)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest(j, -4801), 4801), 4801), -4801) * interval '1 month', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 month' * (CASE WHEN j > -4801 AND j < 4801 THEN j END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 month' * (CASE WHEN j > -4801 AND j < 4801 THEN j END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 month' * (CASE WHEN j > -4801 AND j < 4801 THEN j END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"month\", [i], [d])"
clickhouse  nullIf(nullIf(least(greatest(addMonths(toDate32(d), nullIf(nullIf(least(greatest(i, -4801), 4801), 4801), -4801)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest(i, -4801), 4801), 4801), -4801) * interval '1 month')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)
materialize (CASE WHEN (d::timestamp + interval '1 month' * (CASE WHEN i > -4801 AND i < 4801 THEN i END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 month' * (CASE WHEN i > -4801 AND i < 4801 THEN i END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 month' * (CASE WHEN i > -4801 AND i < 4801 THEN i END)::double precision) END)::date
-- "DATE_ADD(\"month\", 1, [a])"
clickhouse  nullIf(nullIf(least(greatest(addMonths(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -4801), 4801), 4801), -4801)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["1"]
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -4801), 4801), 4801), -4801) * interval '1 month', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["1"]
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 month' * (CASE WHEN $1::bigint > -4801 AND $1::bigint < 4801 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 month' * (CASE WHEN $1::bigint > -4801 AND $1::bigint < 4801 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 month' * (CASE WHEN $1::bigint > -4801 AND $1::bigint < 4801 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["1"]
-- "DATE_ADD(\"month\", -13, [d])"
clickhouse  nullIf(nullIf(least(greatest(addMonths(toDate32(d), nullIf(nullIf(least(greatest({p1:Int64}, -4801), 4801), 4801), -4801)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))   -- ["-13"]
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest($1::bigint, -4801), 4801), 4801), -4801) * interval '1 month')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)   -- ["-13"]
materialize (CASE WHEN (d::timestamp + interval '1 month' * (CASE WHEN $1::bigint > -4801 AND $1::bigint < 4801 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 month' * (CASE WHEN $1::bigint > -4801 AND $1::bigint < 4801 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 month' * (CASE WHEN $1::bigint > -4801 AND $1::bigint < 4801 THEN $1::bigint END)::double precision) END)::date   -- ["-13"]
-- "DATE_TRUNC(\"month\", [a])"
clickhouse  toDateTime64(addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(a, 'UTC')) / 1) * 1)), 3, 'UTC')
postgres    (date_trunc('month', (a AT TIME ZONE 'UTC')) AT TIME ZONE 'UTC')
materialize (('1970-01-01'::timestamp + interval '1 months' * (floor(((extract(year FROM (a AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC'::text)) - 1) / 1))::double precision) AT TIME ZONE 'UTC'::text)
-- "DATE_DIFF(\"quarter\", [a], [b])"
clickhouse  toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(b, 'UTC')) / 3) - floor(dateDiff('month', toDate32('1970-01-01'), toDate32(a, 'UTC')) / 3))
postgres    (floor(((extract(year FROM (b AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (b AT TIME ZONE 'UTC')) - 1) / 3) - floor(((extract(year FROM (a AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC')) - 1) / 3))::bigint
materialize (floor(((extract(year FROM (b AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (b AT TIME ZONE 'UTC'::text)) - 1) / 3) - floor(((extract(year FROM (a AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC'::text)) - 1) / 3))::bigint
-- "DATE_DIFF(\"quarter\", [d], [e])"
clickhouse  toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(e)) / 3) - floor(dateDiff('month', toDate32('1970-01-01'), toDate32(d)) / 3))
postgres    (floor(((extract(year FROM e::timestamp) - 1970) * 12 + extract(month FROM e::timestamp) - 1) / 3) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 3))::bigint
materialize (floor(((extract(year FROM e::timestamp) - 1970) * 12 + extract(month FROM e::timestamp) - 1) / 3) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 3))::bigint
-- "DATE_DIFF(\"quarter\", [d], [a])"
clickhouse  toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(a, 'UTC')) / 3) - floor(dateDiff('month', toDate32('1970-01-01'), toDate32(d)) / 3))
postgres    (floor(((extract(year FROM (a AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC')) - 1) / 3) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 3))::bigint
materialize (floor(((extract(year FROM (a AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC'::text)) - 1) / 3) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 3))::bigint
-- "DATE_ADD(\"quarter\", [j], [a])"
clickhouse  nullIf(nullIf(least(greatest(addQuarters(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest(j, -1601), 1601), 1601), -1601)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest(j, -1601), 1601), 1601), -1601) * interval '3 months', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '3 months' * (CASE WHEN j > -1601 AND j < 1601 THEN j END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '3 months' * (CASE WHEN j > -1601 AND j < 1601 THEN j END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '3 months' * (CASE WHEN j > -1601 AND j < 1601 THEN j END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"quarter\", [i], [d])"
clickhouse  nullIf(nullIf(least(greatest(addQuarters(toDate32(d), nullIf(nullIf(least(greatest(i, -1601), 1601), 1601), -1601)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest(i, -1601), 1601), 1601), -1601) * interval '3 months')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)
materialize (CASE WHEN (d::timestamp + interval '3 months' * (CASE WHEN i > -1601 AND i < 1601 THEN i END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '3 months' * (CASE WHEN i > -1601 AND i < 1601 THEN i END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '3 months' * (CASE WHEN i > -1601 AND i < 1601 THEN i END)::double precision) END)::date
-- "DATE_ADD(\"quarter\", 1, [a])"
clickhouse  nullIf(nullIf(least(greatest(addQuarters(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -1601), 1601), 1601), -1601)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["1"]
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -1601), 1601), 1601), -1601) * interval '3 months', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["1"]
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '3 months' * (CASE WHEN $1::bigint > -1601 AND $1::bigint < 1601 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '3 months' * (CASE WHEN $1::bigint > -1601 AND $1::bigint < 1601 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '3 months' * (CASE WHEN $1::bigint > -1601 AND $1::bigint < 1601 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["1"]
-- "DATE_ADD(\"quarter\", -13, [d])"
clickhouse  nullIf(nullIf(least(greatest(addQuarters(toDate32(d), nullIf(nullIf(least(greatest({p1:Int64}, -1601), 1601), 1601), -1601)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))   -- ["-13"]
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest($1::bigint, -1601), 1601), 1601), -1601) * interval '3 months')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)   -- ["-13"]
materialize (CASE WHEN (d::timestamp + interval '3 months' * (CASE WHEN $1::bigint > -1601 AND $1::bigint < 1601 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '3 months' * (CASE WHEN $1::bigint > -1601 AND $1::bigint < 1601 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '3 months' * (CASE WHEN $1::bigint > -1601 AND $1::bigint < 1601 THEN $1::bigint END)::double precision) END)::date   -- ["-13"]
-- "DATE_TRUNC(\"quarter\", [a])"
clickhouse  toDateTime64(addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(a, 'UTC')) / 3) * 3)), 3, 'UTC')
postgres    (date_trunc('quarter', (a AT TIME ZONE 'UTC')) AT TIME ZONE 'UTC')
materialize (('1970-01-01'::timestamp + interval '3 months' * (floor(((extract(year FROM (a AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC'::text)) - 1) / 3))::double precision) AT TIME ZONE 'UTC'::text)
-- "DATE_DIFF(\"year\", [a], [b])"
clickhouse  toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(b, 'UTC')) / 12) - floor(dateDiff('month', toDate32('1970-01-01'), toDate32(a, 'UTC')) / 12))
postgres    (floor(((extract(year FROM (b AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (b AT TIME ZONE 'UTC')) - 1) / 12) - floor(((extract(year FROM (a AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC')) - 1) / 12))::bigint
materialize (floor(((extract(year FROM (b AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (b AT TIME ZONE 'UTC'::text)) - 1) / 12) - floor(((extract(year FROM (a AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC'::text)) - 1) / 12))::bigint
-- "DATE_DIFF(\"year\", [d], [e])"
clickhouse  toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(e)) / 12) - floor(dateDiff('month', toDate32('1970-01-01'), toDate32(d)) / 12))
postgres    (floor(((extract(year FROM e::timestamp) - 1970) * 12 + extract(month FROM e::timestamp) - 1) / 12) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 12))::bigint
materialize (floor(((extract(year FROM e::timestamp) - 1970) * 12 + extract(month FROM e::timestamp) - 1) / 12) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 12))::bigint
-- "DATE_DIFF(\"year\", [d], [a])"
clickhouse  toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(a, 'UTC')) / 12) - floor(dateDiff('month', toDate32('1970-01-01'), toDate32(d)) / 12))
postgres    (floor(((extract(year FROM (a AT TIME ZONE 'UTC')) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC')) - 1) / 12) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 12))::bigint
materialize (floor(((extract(year FROM (a AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC'::text)) - 1) / 12) - floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 12))::bigint
-- "DATE_ADD(\"year\", [j], [a])"
clickhouse  nullIf(nullIf(least(greatest(addYears(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest(j, -401), 401), 401), -401)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest(j, -401), 401), 401), -401) * interval '1 year', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 year' * (CASE WHEN j > -401 AND j < 401 THEN j END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 year' * (CASE WHEN j > -401 AND j < 401 THEN j END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 year' * (CASE WHEN j > -401 AND j < 401 THEN j END)::double precision) END) AT TIME ZONE 'UTC'::text)
-- "DATE_ADD(\"year\", [i], [d])"
clickhouse  nullIf(nullIf(least(greatest(addYears(toDate32(d), nullIf(nullIf(least(greatest(i, -401), 401), 401), -401)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest(i, -401), 401), 401), -401) * interval '1 year')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)
materialize (CASE WHEN (d::timestamp + interval '1 year' * (CASE WHEN i > -401 AND i < 401 THEN i END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 year' * (CASE WHEN i > -401 AND i < 401 THEN i END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 year' * (CASE WHEN i > -401 AND i < 401 THEN i END)::double precision) END)::date
-- "DATE_ADD(\"year\", 1, [a])"
clickhouse  nullIf(nullIf(least(greatest(addYears(toDateTime64(a, 3, 'UTC'), nullIf(nullIf(least(greatest({p1:Int64}, -401), 401), 401), -401)), fromUnixTimestamp64Milli(-2208988800001, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(10413792000000, 'UTC')), fromUnixTimestamp64Milli(-2208988800001, 'UTC'))   -- ["1"]
postgres    (nullif(lower(tsrange((a AT TIME ZONE 'UTC') + nullif(nullif(least(greatest($1::bigint, -401), 401), 401), -401) * interval '1 year', NULL) * tsrange('1899-12-31 23:59:59.999'::timestamp, '2300-01-01')), '1899-12-31 23:59:59.999'::timestamp) AT TIME ZONE 'UTC')   -- ["1"]
materialize ((CASE WHEN ((a AT TIME ZONE 'UTC'::text) + interval '1 year' * (CASE WHEN $1::bigint > -401 AND $1::bigint < 401 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND ((a AT TIME ZONE 'UTC'::text) + interval '1 year' * (CASE WHEN $1::bigint > -401 AND $1::bigint < 401 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN ((a AT TIME ZONE 'UTC'::text) + interval '1 year' * (CASE WHEN $1::bigint > -401 AND $1::bigint < 401 THEN $1::bigint END)::double precision) END) AT TIME ZONE 'UTC'::text)   -- ["1"]
-- "DATE_ADD(\"year\", -13, [d])"
clickhouse  nullIf(nullIf(least(greatest(addYears(toDate32(d), nullIf(nullIf(least(greatest({p1:Int64}, -401), 401), 401), -401)), addDays(toDate32('1900-01-01'), -1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('2299-12-31'), 1)), addDays(toDate32('1900-01-01'), -1))   -- ["-13"]
postgres    nullif(lower(daterange((d::timestamp + nullif(nullif(least(greatest($1::bigint, -401), 401), 401), -401) * interval '1 year')::date, NULL) * daterange('1899-12-31'::date, '2300-01-01')), '1899-12-31'::date)   -- ["-13"]
materialize (CASE WHEN (d::timestamp + interval '1 year' * (CASE WHEN $1::bigint > -401 AND $1::bigint < 401 THEN $1::bigint END)::double precision) >= '1900-01-01'::timestamp AND (d::timestamp + interval '1 year' * (CASE WHEN $1::bigint > -401 AND $1::bigint < 401 THEN $1::bigint END)::double precision) < '2300-01-01'::timestamp THEN (d::timestamp + interval '1 year' * (CASE WHEN $1::bigint > -401 AND $1::bigint < 401 THEN $1::bigint END)::double precision) END)::date   -- ["-13"]
-- "DATE_TRUNC(\"year\", [a])"
clickhouse  toDateTime64(addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(a, 'UTC')) / 12) * 12)), 3, 'UTC')
postgres    (date_trunc('year', (a AT TIME ZONE 'UTC')) AT TIME ZONE 'UTC')
materialize (('1970-01-01'::timestamp + interval '12 months' * (floor(((extract(year FROM (a AT TIME ZONE 'UTC'::text)) - 1970) * 12 + extract(month FROM (a AT TIME ZONE 'UTC'::text)) - 1) / 12))::double precision) AT TIME ZONE 'UTC'::text)
-- "DATE_TRUNC(\"day\", [d])"
clickhouse  addDays(toDate32('1970-01-01'), toInt64(floor((toInt32(toDate32(d)) + 0) / 1) * 1 - 0))
postgres    (timestamp '1970-01-01' + (floor((extract(epoch FROM d::timestamp) + 0) / 86400) * 86400 - 0) * interval '1 second')::date
materialize ('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM d::timestamp) + 0) / 86400) * 86400 - 0)::double precision)::date
-- "DATE_TRUNC(\"week\", [d])"
clickhouse  addDays(toDate32('1970-01-01'), toInt64(floor((toInt32(toDate32(d)) + 3) / 7) * 7 - 3))
postgres    (timestamp '1970-01-01' + (floor((extract(epoch FROM d::timestamp) + 259200) / 604800) * 604800 - 259200) * interval '1 second')::date
materialize ('1970-01-01'::timestamp + interval '1 second' * (floor((extract(epoch FROM d::timestamp) + 259200) / 604800) * 604800 - 259200)::double precision)::date
-- "DATE_TRUNC(\"month\", [d])"
clickhouse  addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(d)) / 1) * 1))
postgres    date_trunc('month', d::timestamp)::date
materialize ('1970-01-01'::timestamp + interval '1 months' * (floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 1))::double precision)::date
-- "DATE_TRUNC(\"quarter\", [d])"
clickhouse  addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(d)) / 3) * 3))
postgres    date_trunc('quarter', d::timestamp)::date
materialize ('1970-01-01'::timestamp + interval '3 months' * (floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 3))::double precision)::date
-- "DATE_TRUNC(\"year\", [d])"
clickhouse  addMonths(toDate32('1970-01-01'), toInt64(floor(dateDiff('month', toDate32('1970-01-01'), toDate32(d)) / 12) * 12))
postgres    date_trunc('year', d::timestamp)::date
materialize ('1970-01-01'::timestamp + interval '12 months' * (floor(((extract(year FROM d::timestamp) - 1970) * 12 + extract(month FROM d::timestamp) - 1) / 12))::double precision)::date
-- "DATE([a])"
clickhouse  toDate32(a)
postgres    (a AT TIME ZONE 'UTC')::date
materialize (a AT TIME ZONE 'UTC'::text)::date
-- "DATETIME([d])"
clickhouse  toDateTime64(d, 3, 'UTC')
postgres    (d::timestamp AT TIME ZONE 'UTC')
materialize (d::timestamp AT TIME ZONE 'UTC'::text)
-- "DATE(\"1969-12-31\")"
clickhouse  {p1:Date32}   -- ["1969-12-31"]
postgres    $1::date   -- ["1969-12-31"]
materialize $1::date   -- ["1969-12-31"]
-- "DATETIME(\"2024-03-10T02:30:00.123-05:00\")"
clickhouse  {p1:DateTime64(3, 'UTC')}   -- ["2024-03-10 07:30:00.123"]
postgres    ($1::timestamp AT TIME ZONE 'UTC')   -- ["2024-03-10 07:30:00.123"]
materialize ($1::timestamp AT TIME ZONE 'UTC'::text)   -- ["2024-03-10 07:30:00.123"]
-- "ISNULL(NOW())"
clickhouse  isNull(now64(3, 'UTC'))
postgres    (date_trunc('milliseconds', now()) IS NULL)
materialize (date_trunc('milliseconds', now()) IS NULL)
-- "DATE_DIFF('day', [a], NOW()) > 100"
clickhouse  (toInt64(floor((toUnixTimestamp64Milli(toDateTime64(now64(3, 'UTC'), 3, 'UTC')) + 0) / 86400000) - floor((toUnixTimestamp64Milli(toDateTime64(a, 3, 'UTC')) + 0) / 86400000)) > {p1:Int64})   -- ["100"]
postgres    ((floor((extract(epoch FROM (date_trunc('milliseconds', now()) AT TIME ZONE 'UTC')) + 0) / 86400) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC')) + 0) / 86400))::bigint > $1::bigint)   -- ["100"]
materialize ((floor((extract(epoch FROM (date_trunc('milliseconds', now()) AT TIME ZONE 'UTC'::text)) + 0) / 86400) - floor((extract(epoch FROM (a AT TIME ZONE 'UTC'::text)) + 0) / 86400))::bigint > $1::bigint)   -- ["100"]
-- "INT([p])"
clickhouse  accurateCastOrNull(toInt256(p), 'Int64')
postgres    nullif(lower(numrange(trunc(p::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs(trunc(p::numeric) + 0.5) < 9223372036854775808 THEN trunc(p::numeric)::bigint END)
-- "INT([q])"
clickhouse  accurateCastOrNull(toInt256(q), 'Int64')
postgres    nullif(lower(numrange(trunc(q::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs(trunc(q::numeric) + 0.5) < 9223372036854775808 THEN trunc(q::numeric)::bigint END)
-- "INT([x])"
clickhouse  accurateCastOrNull(trunc(x), 'Int64')
postgres    nullif(nullif(least(greatest(trunc(x), '-9223372036854777856'::double precision), 9223372036854775808::double precision), '-9223372036854777856'::double precision), 9223372036854775808::double precision)::bigint
materialize (CASE WHEN x >= '-9223372036854775808'::double precision AND x < '9223372036854775808'::double precision THEN trunc(x)::bigint END)
-- "INT([y])"
clickhouse  accurateCastOrNull(trunc(y), 'Int64')
postgres    nullif(nullif(least(greatest(trunc(y), '-9223372036854777856'::double precision), 9223372036854775808::double precision), '-9223372036854777856'::double precision), 9223372036854775808::double precision)::bigint
materialize (CASE WHEN y >= '-9223372036854775808'::double precision AND y < '9223372036854775808'::double precision THEN trunc(y)::bigint END)
-- "FLOAT([i])"
clickhouse  toFloat64(i)
postgres    i::double precision
materialize i::double precision
-- "FLOAT([p])"
clickhouse  toFloat64(toString(p))
postgres    p::double precision
materialize p::double precision
-- "FLOAT([q])"
clickhouse  toFloat64(toString(q))
postgres    q::double precision
materialize q::double precision
-- "DECIMAL([x])"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(toString(x), 30), 6), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6)
postgres    nullif(lower(numrange(round(x::text::numeric, 6), NULL) * numrange(-1e32, 1e32, '()')), -1e32)
materialize (CASE WHEN abs(x) < '1e-7'::double precision THEN 0 WHEN abs(x) < '1e32'::double precision THEN round(x::text::numeric, 6) END)
-- "DECIMAL([y])"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(toString(y), 30), 6), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6)
postgres    nullif(lower(numrange(round(y::text::numeric, 6), NULL) * numrange(-1e32, 1e32, '()')), -1e32)
materialize (CASE WHEN abs(y) < '1e-7'::double precision THEN 0 WHEN abs(y) < '1e32'::double precision THEN round(y::text::numeric, 6) END)
-- "DECIMAL([i])"
clickhouse  toDecimal128(i, 6)
postgres    i::numeric
materialize i::numeric
-- "DECIMAL([q])"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256(q, 10), 6), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6)
postgres    nullif(lower(numrange(round(q::numeric, 6), NULL) * numrange(-1e32, 1e32, '()')), -1e32)
materialize (CASE WHEN abs(round(q::numeric, 6)) < 100000000000000000000000000000000 THEN round(q::numeric, 6) END)
-- "DECIMAL([p])"
clickhouse  toDecimal128(p, 6)
postgres    p::numeric
materialize p::numeric
-- "DECIMAL([p] * [p] * [p])"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256((toDecimal256((toDecimal128(p, 6) * toDecimal128(p, 6)), 12) * toDecimal256(p, 6)), 18), 6), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6)
postgres    nullif(lower(numrange(round(((p::numeric * p::numeric)::numeric * p::numeric)::numeric, 6), NULL) * numrange(-1e32, 1e32, '()')), -1e32)
materialize (CASE WHEN abs(round(((p::numeric * p::numeric)::numeric * p::numeric)::numeric, 6)) < 100000000000000000000000000000000 THEN round(((p::numeric * p::numeric)::numeric * p::numeric)::numeric, 6) END)
-- "DECIMAL([q] * [q])"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256((toDecimal256(q, 10) * toDecimal256(q, 10)), 20), 6), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6)
postgres    nullif(lower(numrange(round((q::numeric * q::numeric)::numeric, 6), NULL) * numrange(-1e32, 1e32, '()')), -1e32)
materialize (CASE WHEN abs(round((q::numeric * q::numeric)::numeric, 6)) < 100000000000000000000000000000000 THEN round((q::numeric * q::numeric)::numeric, 6) END)
-- "INT([p] * [p])"
clickhouse  accurateCastOrNull(toInt256((toDecimal128(p, 6) * toDecimal128(p, 6))), 'Int64')
postgres    nullif(lower(numrange(trunc((p::numeric * p::numeric)::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs(trunc((p::numeric * p::numeric)::numeric) + 0.5) < 9223372036854775808 THEN trunc((p::numeric * p::numeric)::numeric)::bigint END)
-- "INT([x] / 0)"
clickhouse  accurateCastOrNull(trunc((toFloat64(x) / nullIf(toFloat64({p1:Int64}), 0))), 'Int64')   -- ["0"]
postgres    nullif(nullif(least(greatest(trunc((CASE WHEN abs(nullif($1::bigint::double precision, 0)) < 1 THEN CASE WHEN abs(x) > '1.797693134862315e308'::double precision * abs(nullif($1::bigint::double precision, 0)) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * nullif($1::bigint::double precision, 0) ELSE x / nullif($1::bigint::double precision, 0) END WHEN abs(x) < '5e-324'::double precision * abs(nullif($1::bigint::double precision, 0)) AND abs(nullif($1::bigint::double precision, 0)) <= '1.7976931348623157e308'::double precision THEN 0 * x * nullif($1::bigint::double precision, 0) ELSE x / nullif($1::bigint::double precision, 0) END)), '-9223372036854777856'::double precision), 9223372036854775808::double precision), '-9223372036854777856'::double precision), 9223372036854775808::double precision)::bigint   -- ["0"]
materialize (CASE WHEN (CASE WHEN abs(nullif($1::bigint::double precision, 0)) < 1 THEN CASE WHEN abs(x) > '1.797693134862315e308'::double precision * abs(nullif($1::bigint::double precision, 0)) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * nullif($1::bigint::double precision, 0) ELSE x / nullif($1::bigint::double precision, 0) END WHEN abs(x) < '5e-324'::double precision * abs(nullif($1::bigint::double precision, 0)) AND abs(nullif($1::bigint::double precision, 0)) <= '1.7976931348623157e308'::double precision THEN 0 * x * nullif($1::bigint::double precision, 0) ELSE x / nullif($1::bigint::double precision, 0) END) >= '-9223372036854775808'::double precision AND (CASE WHEN abs(nullif($1::bigint::double precision, 0)) < 1 THEN CASE WHEN abs(x) > '1.797693134862315e308'::double precision * abs(nullif($1::bigint::double precision, 0)) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * nullif($1::bigint::double precision, 0) ELSE x / nullif($1::bigint::double precision, 0) END WHEN abs(x) < '5e-324'::double precision * abs(nullif($1::bigint::double precision, 0)) AND abs(nullif($1::bigint::double precision, 0)) <= '1.7976931348623157e308'::double precision THEN 0 * x * nullif($1::bigint::double precision, 0) ELSE x / nullif($1::bigint::double precision, 0) END) < '9223372036854775808'::double precision THEN trunc((CASE WHEN abs(nullif($1::bigint::double precision, 0)) < 1 THEN CASE WHEN abs(x) > '1.797693134862315e308'::double precision * abs(nullif($1::bigint::double precision, 0)) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * nullif($1::bigint::double precision, 0) ELSE x / nullif($1::bigint::double precision, 0) END WHEN abs(x) < '5e-324'::double precision * abs(nullif($1::bigint::double precision, 0)) AND abs(nullif($1::bigint::double precision, 0)) <= '1.7976931348623157e308'::double precision THEN 0 * x * nullif($1::bigint::double precision, 0) ELSE x / nullif($1::bigint::double precision, 0) END))::bigint END)   -- ["0"]
-- "DECIMAL([x] * [x])"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(toString((toFloat64(x) * toFloat64(x))), 30), 6), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6)
postgres    nullif(lower(numrange(round((CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END)::text::numeric, 6), NULL) * numrange(-1e32, 1e32, '()')), -1e32)
materialize (CASE WHEN abs((CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END)) < '1e-7'::double precision THEN 0 WHEN abs((CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END)) < '1e32'::double precision THEN round((CASE WHEN abs(x) > 1 THEN CASE WHEN abs(x) > greatest('1.797693134862315e308'::double precision / abs(x), 1) AND abs(x) <= '1.7976931348623157e308'::double precision THEN 'Infinity'::double precision * x * x ELSE x * x END WHEN abs(x) < '5e-324'::double precision / nullif(abs(x), 0) THEN 0 * x * x ELSE x * x END)::text::numeric, 6) END)
-- "TOINT([i])"
clickhouse  i
postgres    i
materialize i
-- "TOINT([p])"
clickhouse  accurateCastOrNull(toInt256(p), 'Int64')
postgres    nullif(lower(numrange(trunc(p::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs(trunc(p::numeric) + 0.5) < 9223372036854775808 THEN trunc(p::numeric)::bigint END)
-- "TOINT([q])"
clickhouse  accurateCastOrNull(toInt256(q), 'Int64')
postgres    nullif(lower(numrange(trunc(q::numeric), NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs(trunc(q::numeric) + 0.5) < 9223372036854775808 THEN trunc(q::numeric)::bigint END)
-- "TOINT([y])"
clickhouse  accurateCastOrNull(trunc(y), 'Int64')
postgres    nullif(nullif(least(greatest(trunc(y), '-9223372036854777856'::double precision), 9223372036854775808::double precision), '-9223372036854777856'::double precision), 9223372036854775808::double precision)::bigint
materialize (CASE WHEN y >= '-9223372036854775808'::double precision AND y < '9223372036854775808'::double precision THEN trunc(y)::bigint END)
-- "TOINT([s])"
clickhouse  accurateCastOrNull(toInt256OrNull(extract(s, '^[ \t\r\n]*([+-]?0*[0-9]{1,19})[ \t\r\n]*$')), 'Int64')
postgres    nullif(lower(numrange((regexp_match(s, '^[ \t\r\n]*([+-]?0*[0-9]{1,19})[ \t\r\n]*$'))[1]::numeric, NULL) * numrange(-9223372036854775809, 9223372036854775807, '[]')), -9223372036854775809)::bigint
materialize (CASE WHEN abs((regexp_match(s, '^[ \t\r\n]*([+-]?0*[0-9]{1,19})[ \t\r\n]*$'))[1]::numeric + 0.5) < 9223372036854775808 THEN (regexp_match(s, '^[ \t\r\n]*([+-]?0*[0-9]{1,19})[ \t\r\n]*$'))[1]::numeric::bigint END)
-- "TOFLOAT([i])"
clickhouse  toFloat64(i)
postgres    i::double precision
materialize i::double precision
-- "TOFLOAT([q])"
clickhouse  toFloat64(toString(q))
postgres    q::double precision
materialize q::double precision
-- "TODECIMAL([i], 2)"
clickhouse  toDecimal128(i, 2)
postgres    i::numeric
materialize i::numeric
-- "TODECIMAL([p], 2)"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256(p, 6), 2), -toDecimal256('1000000000000000000000000000000000000', 2)), toDecimal256('1000000000000000000000000000000000000', 2)), toDecimal256('1000000000000000000000000000000000000', 2)), -toDecimal256('1000000000000000000000000000000000000', 2)), 2)
postgres    nullif(lower(numrange(round(p::numeric, 2), NULL) * numrange(-1e36, 1e36, '()')), -1e36)
materialize (CASE WHEN abs(round(p::numeric, 2)) < 1000000000000000000000000000000000000 THEN round(p::numeric, 2) END)
-- "TODECIMAL([q], 0)"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256(q, 10), 0), -toDecimal256('100000000000000000000000000000000000000', 0)), toDecimal256('100000000000000000000000000000000000000', 0)), toDecimal256('100000000000000000000000000000000000000', 0)), -toDecimal256('100000000000000000000000000000000000000', 0)), 0)
postgres    nullif(lower(numrange(round(q::numeric, 0), NULL) * numrange(-1e38, 1e38, '()')), -1e38)
materialize (CASE WHEN abs(round(q::numeric, 0)) < 100000000000000000000000000000000000000 THEN round(q::numeric, 0) END)
-- "TODECIMAL([q], 20)"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256(q, 10), 20), -toDecimal256('1000000000000000000', 20)), toDecimal256('1000000000000000000', 20)), toDecimal256('1000000000000000000', 20)), -toDecimal256('1000000000000000000', 20)), 20)
postgres    nullif(lower(numrange(round(q::numeric, 20), NULL) * numrange(-1e18, 1e18, '()')), -1e18)
materialize (CASE WHEN abs(round(q::numeric, 20)) < 1000000000000000000 THEN round(q::numeric, 20) END)
-- "TODECIMAL([x], 2)"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(toString(x), 30), 2), -toDecimal256('1000000000000000000000000000000000000', 2)), toDecimal256('1000000000000000000000000000000000000', 2)), toDecimal256('1000000000000000000000000000000000000', 2)), -toDecimal256('1000000000000000000000000000000000000', 2)), 2)
postgres    nullif(lower(numrange(round(x::text::numeric, 2), NULL) * numrange(-1e36, 1e36, '()')), -1e36)
materialize (CASE WHEN abs(x) < '1e-3'::double precision THEN 0 WHEN abs(x) < '1e36'::double precision THEN round(x::text::numeric, 2) END)
-- "TODECIMAL([y], 38)"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(toString(y), 39), 38), -toDecimal256('1', 38)), toDecimal256('1', 38)), toDecimal256('1', 38)), -toDecimal256('1', 38)), 38)
postgres    nullif(lower(numrange(round(y::text::numeric, 38), NULL) * numrange(-1e0, 1e0, '()')), -1e0)
materialize (CASE WHEN abs(y) < '1e-39'::double precision THEN 0 WHEN abs(y) < '1e0'::double precision THEN round(y::text::numeric, 38) END)
-- "TODECIMAL([s], 1)"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(extract(extract(s, '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'), '^([^.]*(?:[.][0-9]{1,2})?)'), 2), 1), -toDecimal256('10000000000000000000000000000000000000', 1)), toDecimal256('10000000000000000000000000000000000000', 1)), toDecimal256('10000000000000000000000000000000000000', 1)), -toDecimal256('10000000000000000000000000000000000000', 1)), 1)
postgres    nullif(lower(numrange(round((regexp_match((regexp_match(s, '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1), NULL) * numrange(-1e37, 1e37, '()')), -1e37)
materialize (CASE WHEN abs(round((regexp_match((regexp_match(s, '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1)) < 10000000000000000000000000000000000000 THEN round((regexp_match((regexp_match(s, '^[ \t\r\n]*([+-]?0*[0-9]{1,37}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,2})?)'))[1]::numeric, 1) END)
-- "TODECIMAL(TEXT([p]), 6)"
clickhouse  toDecimal128(nullIf(nullIf(least(greatest(round(toDecimal256OrNull(extract(extract(ifNull(toString(p), ''), '^[ \t\r\n]*([+-]?0*[0-9]{1,32}(?:[.][0-9]+)?)[ \t\r\n]*$'), '^([^.]*(?:[.][0-9]{1,7})?)'), 7), 6), -toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), toDecimal256('100000000000000000000000000000000', 6)), -toDecimal256('100000000000000000000000000000000', 6)), 6)
postgres    nullif(lower(numrange(round((regexp_match((regexp_match(coalesce(trim_scale(p)::text, ''), '^[ \t\r\n]*([+-]?0*[0-9]{1,32}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,7})?)'))[1]::numeric, 6), NULL) * numrange(-1e32, 1e32, '()')), -1e32)
materialize (CASE WHEN abs(round((regexp_match((regexp_match(coalesce(CASE WHEN position('.' IN p::text) > 0 THEN rtrim(rtrim(p::text, '0'), '.') ELSE p::text END, ''), '^[ \t\r\n]*([+-]?0*[0-9]{1,32}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,7})?)'))[1]::numeric, 6)) < 100000000000000000000000000000000 THEN round((regexp_match((regexp_match(coalesce(CASE WHEN position('.' IN p::text) > 0 THEN rtrim(rtrim(p::text, '0'), '.') ELSE p::text END, ''), '^[ \t\r\n]*([+-]?0*[0-9]{1,32}(?:[.][0-9]+)?)[ \t\r\n]*$'))[1], '^([^.]*(?:[.][0-9]{1,7})?)'))[1]::numeric, 6) END)
-- "TODATE([a])"
clickhouse  toDate32(a)
postgres    (a AT TIME ZONE 'UTC')::date
materialize (a AT TIME ZONE 'UTC'::text)::date
-- "TODATE([s])"
clickhouse  toDate32(fromUnixTimestamp64Milli(arrayMap(g -> if(length(g) > 0 AND toDayOfMonth(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[1]) - 1970) * 12 + toInt32OrZero(g[2]) - 1), toInt32OrZero(g[3]) - 1)) = toInt32OrZero(g[3]), (((toInt64(toInt32(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[1]) - 1970) * 12 + toInt32OrZero(g[2]) - 1), toInt32OrZero(g[3]) - 1))) * 24 + 0) * 60 + 0) * 60 + 0) * 1000 + 0, NULL), [extractGroups(ifNull(s, ''), {p1:String})])[1], 'UTC'))   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[ \t\r\n]*$"]
postgres    ((((SELECT CASE WHEN coalesce((v.x)[3]::int, 0) <= extract(day FROM ((v.x)[1] || '-' || (v.x)[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((v.x)[1] || '-' || (v.x)[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((v.x)[3]::int, 0) - 1) * 24 + 0) * 60 + 0) * 60 + 0 + 0::double precision / 1000)::double precision END FROM (SELECT regexp_match(s, $1::text) AS x OFFSET 0) AS v)) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')::date   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[ \t\r\n]*$"]
materialize (((CASE WHEN coalesce((regexp_match(s, $1::text))[3]::int, 0) <= extract(day FROM ((regexp_match(s, $1::text))[1] || '-' || (regexp_match(s, $1::text))[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((regexp_match(s, $1::text))[1] || '-' || (regexp_match(s, $1::text))[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((regexp_match(s, $1::text))[3]::int, 0) - 1) * 24 + 0) * 60 + 0) * 60 + 0 + 0::double precision / 1000)::double precision END) AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text)::date   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[ \t\r\n]*$"]
-- "TODATE(TEXT([d]))"
clickhouse  toDate32(fromUnixTimestamp64Milli(arrayMap(g -> if(length(g) > 0 AND toDayOfMonth(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[1]) - 1970) * 12 + toInt32OrZero(g[2]) - 1), toInt32OrZero(g[3]) - 1)) = toInt32OrZero(g[3]), (((toInt64(toInt32(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[1]) - 1970) * 12 + toInt32OrZero(g[2]) - 1), toInt32OrZero(g[3]) - 1))) * 24 + 0) * 60 + 0) * 60 + 0) * 1000 + 0, NULL), [extractGroups(ifNull(ifNull(toString(toDate32(d)), ''), ''), {p1:String})])[1], 'UTC'))   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[ \t\r\n]*$"]
postgres    ((((SELECT CASE WHEN coalesce((v.x)[3]::int, 0) <= extract(day FROM ((v.x)[1] || '-' || (v.x)[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((v.x)[1] || '-' || (v.x)[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((v.x)[3]::int, 0) - 1) * 24 + 0) * 60 + 0) * 60 + 0 + 0::double precision / 1000)::double precision END FROM (SELECT regexp_match(coalesce(to_char(d, 'YYYY-MM-DD'), ''), $1::text) AS x OFFSET 0) AS v)) AT TIME ZONE 'UTC') AT TIME ZONE 'UTC')::date   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[ \t\r\n]*$"]
materialize (((CASE WHEN coalesce((regexp_match(coalesce(d::text, ''), $1::text))[3]::int, 0) <= extract(day FROM ((regexp_match(coalesce(d::text, ''), $1::text))[1] || '-' || (regexp_match(coalesce(d::text, ''), $1::text))[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((regexp_match(coalesce(d::text, ''), $1::text))[1] || '-' || (regexp_match(coalesce(d::text, ''), $1::text))[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((regexp_match(coalesce(d::text, ''), $1::text))[3]::int, 0) - 1) * 24 + 0) * 60 + 0) * 60 + 0 + 0::double precision / 1000)::double precision END) AT TIME ZONE 'UTC'::text) AT TIME ZONE 'UTC'::text)::date   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[ \t\r\n]*$"]
-- "TODATETIME(TEXT([a]))"
clickhouse  fromUnixTimestamp64Milli(arrayMap(t -> if(t >= -2208988800000 AND t < 10413792000000, t, NULL), [arrayMap(g -> if(length(g) > 0 AND toDayOfMonth(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[1]) - 1970) * 12 + toInt32OrZero(g[2]) - 1), toInt32OrZero(g[3]) - 1)) = toInt32OrZero(g[3]), (((toInt64(toInt32(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[1]) - 1970) * 12 + toInt32OrZero(g[2]) - 1), toInt32OrZero(g[3]) - 1))) * 24 + toInt32OrZero(g[4])) * 60 + toInt32OrZero(g[5]) - toInt32OrZero(concat(g[8], '1')) * (toInt32OrZero(g[9]) * 60 + toInt32OrZero(g[10]))) * 60 + toInt32OrZero(g[6])) * 1000 + toInt32OrZero(left(concat(g[7], '00'), 3)), NULL), [extractGroups(ifNull(ifNull(replaceOne(toString(toDateTime64(a, 3, 'UTC')), ' ', 'T') || 'Z', ''), ''), {p1:String})])[1]])[1], 'UTC')   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[T ]([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:[.]([0-9]{1,3})[0-9]*)?)?(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?[ \t\r\n]*$"]
postgres    (((SELECT CASE WHEN v.x >= '1900-01-01'::timestamp AND v.x < '2300-01-01'::timestamp THEN v.x END FROM (SELECT ((SELECT CASE WHEN coalesce((v.x)[3]::int, 0) <= extract(day FROM ((v.x)[1] || '-' || (v.x)[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((v.x)[1] || '-' || (v.x)[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((v.x)[3]::int, 0) - 1) * 24 + coalesce((v.x)[4]::int, 0)) * 60 + coalesce((v.x)[5]::int, 0) - coalesce(((v.x)[8] || '1')::int * ((v.x)[9]::int * 60 + (v.x)[10]::int), 0)) * 60 + coalesce((v.x)[6]::int, 0) + coalesce(left((v.x)[7] || '00', 3)::int, 0)::double precision / 1000)::double precision END FROM (SELECT regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text) AS x OFFSET 0) AS v)) AS x OFFSET 0) AS v)) AT TIME ZONE 'UTC')   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[T ]([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:[.]([0-9]{1,3})[0-9]*)?)?(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?[ \t\r\n]*$"]
materialize ((CASE WHEN (CASE WHEN coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) <= extract(day FROM ((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) - 1) * 24 + coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[4]::int, 0)) * 60 + coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[5]::int, 0) - coalesce(((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[8] || '1')::int * ((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[9]::int * 60 + (regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[10]::int), 0)) * 60 + coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[6]::int, 0) + coalesce(left((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[7] || '00', 3)::int, 0)::double precision / 1000)::double precision END) >= '1900-01-01'::timestamp AND (CASE WHEN coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) <= extract(day FROM ((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) - 1) * 24 + coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[4]::int, 0)) * 60 + coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[5]::int, 0) - coalesce(((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[8] || '1')::int * ((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[9]::int * 60 + (regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[10]::int), 0)) * 60 + coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[6]::int, 0) + coalesce(left((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[7] || '00', 3)::int, 0)::double precision / 1000)::double precision END) < '2300-01-01'::timestamp THEN (CASE WHEN coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) <= extract(day FROM ((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) - 1) * 24 + coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[4]::int, 0)) * 60 + coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[5]::int, 0) - coalesce(((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[8] || '1')::int * ((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[9]::int * 60 + (regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[10]::int), 0)) * 60 + coalesce((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[6]::int, 0) + coalesce(left((regexp_match(coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[7] || '00', 3)::int, 0)::double precision / 1000)::double precision END) END) AT TIME ZONE 'UTC'::text)   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[T ]([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:[.]([0-9]{1,3})[0-9]*)?)?(?:Z|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?[ \t\r\n]*$"]
-- "TODATETIME(TEXT([b]), 'YYYY-MM-DD[T]HH:mm:ss.SSSZ')"
clickhouse  fromUnixTimestamp64Milli(arrayMap(t -> if(t >= -2208988800000 AND t < 10413792000000, t, NULL), [arrayMap(g -> if(length(g) > 0 AND toDayOfMonth(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[1]) - 1970) * 12 + toInt32OrZero(g[2]) - 1), toInt32OrZero(g[3]) - 1)) = toInt32OrZero(g[3]), (((toInt64(toInt32(addDays(addMonths(toDate32('1970-01-01'), (toInt32OrZero(g[1]) - 1970) * 12 + toInt32OrZero(g[2]) - 1), toInt32OrZero(g[3]) - 1))) * 24 + toInt32OrZero(g[4])) * 60 + toInt32OrZero(g[5]) - toInt32OrZero(concat(g[8], '1')) * (toInt32OrZero(g[9]) * 60 + toInt32OrZero(g[10]))) * 60 + toInt32OrZero(g[6])) * 1000 + toInt32OrZero(left(concat(g[7], '00'), 3)), NULL), [extractGroups(ifNull(ifNull(replaceOne(toString(toDateTime64(b, 3, 'UTC')), ' ', 'T') || 'Z', ''), ''), {p1:String})])[1]])[1], 'UTC')   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])\\.([0-9][0-9][0-9])(?:Z|([+-])([01][0-9]|2[0-3]):?([0-5][0-9]))[ \t\r\n]*$"]
postgres    (((SELECT CASE WHEN v.x >= '1900-01-01'::timestamp AND v.x < '2300-01-01'::timestamp THEN v.x END FROM (SELECT ((SELECT CASE WHEN coalesce((v.x)[3]::int, 0) <= extract(day FROM ((v.x)[1] || '-' || (v.x)[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((v.x)[1] || '-' || (v.x)[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((v.x)[3]::int, 0) - 1) * 24 + coalesce((v.x)[4]::int, 0)) * 60 + coalesce((v.x)[5]::int, 0) - coalesce(((v.x)[8] || '1')::int * ((v.x)[9]::int * 60 + (v.x)[10]::int), 0)) * 60 + coalesce((v.x)[6]::int, 0) + coalesce(left((v.x)[7] || '00', 3)::int, 0)::double precision / 1000)::double precision END FROM (SELECT regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text) AS x OFFSET 0) AS v)) AS x OFFSET 0) AS v)) AT TIME ZONE 'UTC')   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])\\.([0-9][0-9][0-9])(?:Z|([+-])([01][0-9]|2[0-3]):?([0-5][0-9]))[ \t\r\n]*$"]
materialize ((CASE WHEN (CASE WHEN coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) <= extract(day FROM ((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) - 1) * 24 + coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[4]::int, 0)) * 60 + coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[5]::int, 0) - coalesce(((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[8] || '1')::int * ((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[9]::int * 60 + (regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[10]::int), 0)) * 60 + coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[6]::int, 0) + coalesce(left((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[7] || '00', 3)::int, 0)::double precision / 1000)::double precision END) >= '1900-01-01'::timestamp AND (CASE WHEN coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) <= extract(day FROM ((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) - 1) * 24 + coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[4]::int, 0)) * 60 + coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[5]::int, 0) - coalesce(((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[8] || '1')::int * ((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[9]::int * 60 + (regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[10]::int), 0)) * 60 + coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[6]::int, 0) + coalesce(left((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[7] || '00', 3)::int, 0)::double precision / 1000)::double precision END) < '2300-01-01'::timestamp THEN (CASE WHEN coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) <= extract(day FROM ((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date + interval '1 month' - interval '1 day') THEN ((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[1] || '-' || (regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[2] || '-1')::date::timestamp + interval '1 second' * ((((coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[3]::int, 0) - 1) * 24 + coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[4]::int, 0)) * 60 + coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[5]::int, 0) - coalesce(((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[8] || '1')::int * ((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[9]::int * 60 + (regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[10]::int), 0)) * 60 + coalesce((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[6]::int, 0) + coalesce(left((regexp_match(coalesce(to_char(b AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), ''), $1::text))[7] || '00', 3)::int, 0)::double precision / 1000)::double precision END) END) AT TIME ZONE 'UTC'::text)   -- ["^[ \t\r\n]*(19[0-9][0-9]|2[0-2][0-9][0-9])-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])\\.([0-9][0-9][0-9])(?:Z|([+-])([01][0-9]|2[0-3]):?([0-5][0-9]))[ \t\r\n]*$"]
-- "TOTEXT([i])"
clickhouse  ifNull(toString(i), '')
postgres    coalesce(i::text, '')
materialize coalesce(i::text, '')
-- "TOTEXT([q])"
clickhouse  ifNull(toString(q), '')
postgres    coalesce(trim_scale(q)::text, '')
materialize coalesce(CASE WHEN position('.' IN q::text) > 0 THEN rtrim(rtrim(q::text, '0'), '.') ELSE q::text END, '')
-- "TOTEXT([y])"
clickhouse  ifNull(toString(y), '')
postgres    CASE WHEN y IS NULL THEN '' WHEN abs(y) >= 1e-6 AND abs(y) < 1e21 THEN trim_scale(y::text::numeric)::text ELSE replace(regexp_replace(lower(y::text), 'e\+?(-?)0*', 'e\1'), 'infinity', 'inf') END
materialize (CASE WHEN y IS NULL THEN '' WHEN abs(y) >= '1e-6' AND abs(y) < '1e21' THEN CASE WHEN position('.' IN y::text::numeric::text) > 0 THEN rtrim(rtrim(y::text::numeric::text, '0'), '.') ELSE y::text::numeric::text END ELSE replace(replace(replace(replace(lower(y::text), 'e+0', 'e'), 'e+', 'e'), 'e-0', 'e-'), 'infinity', 'inf') END)
-- "TOTEXT([s])"
clickhouse  ifNull(s, '')
postgres    coalesce(s, '')
materialize coalesce(s, '')
-- "TOTEXT([d])"
clickhouse  ifNull(toString(toDate32(d)), '')
postgres    coalesce(to_char(d, 'YYYY-MM-DD'), '')
materialize coalesce(d::text, '')
-- "TOTEXT([a])"
clickhouse  ifNull(replaceOne(toString(toDateTime64(a, 3, 'UTC')), ' ', 'T') || 'Z', '')
postgres    coalesce(to_char(a AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')
materialize coalesce(to_char(a AT TIME ZONE 'UTC'::text, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '')
-- "TOTEXT([f])"
clickhouse  multiIf(f, 'true', NOT f, 'false', '')
postgres    coalesce(f::text, '')
materialize coalesce(f::text, '')
