/** Questions of TPC-H as workflows, each beside the same question in hand-written SQL that both engines read. */
import type { Graph } from "@/compiler/mod.ts";
import { node } from "../support/graphs.ts";

export interface Question {
  readonly name: string;
  readonly graph: Graph;
  readonly sql: string;
}

type Config = Record<string, unknown>;
interface Step {
  readonly id: string;
  readonly type: string;
  readonly config: Config;
  readonly inputs: readonly string[];
}

const step = (type: string) => (id: string, config: Config, ...inputs: string[]): Step => ({
  id,
  type,
  config,
  inputs,
});
const [groupBy, formula, sort, limit] = [step("group_by"), step("formula"), step("sort"), step("limit")];
const read = (name: string): Step => step("data_source")(name, { database: "tpch", table: name });
const is = (column: string, operator: string, value: unknown) => ({ column, operator, value });
const than = (column: string, operator: string, other_column: string) => ({ column, operator, other_column });
const all = (...conditions: unknown[]) => ({ logic: "and", conditions });
const any = (...conditions: unknown[]) => ({ logic: "or", conditions });
const filter = (id: string, input: string, ...conditions: unknown[]): Step =>
  step("filter")(id, all(...conditions), input);
const join = (id: string, left: string, right: string, keys: Record<string, string>, kind = "inner"): Step =>
  step("join")(
    id,
    { kind, keys: Object.entries(keys).map(([a, b]) => ({ left: a, right: b })), suffix: `_${id}` },
    left,
    right,
  );
const cast = (id: string, input: string, as: string, expression: string): Step =>
  formula(id, { as, expression }, input);
const by = (...names: string[]) => ({
  keys: names.map((name) => ({
    column: name.replace("-", ""),
    direction: name.startsWith("-") ? "desc" : "asc",
  })),
});
const keys = (...names: string[]) => names.map((column) => ({ column }));
const metric = (name: string, column: string, as: string, where?: unknown) => ({
  function: name,
  column,
  as,
  ...(where === undefined ? {} : { where }),
});
const REVENUE = "[l_extendedprice] * (1 - [l_discount])";
const REVENUE_SQL = "CAST(l_extendedprice AS DOUBLE PRECISION) * (1 - CAST(l_discount AS DOUBLE PRECISION))";

function flow(...steps: readonly Step[]): Graph {
  return {
    version: 1,
    nodes: steps.map(({ id, type, config }) => node(id, type, config)),
    edges: steps.flatMap(({ id, inputs }) =>
      inputs.map((source, at) => ({
        source,
        target: id,
        ...(inputs.length === 2 ? { port: at === 0 ? "left" as const : "right" as const } : {}),
      }))
    ),
  };
}

export const QUESTIONS: readonly Question[] = [
  {
    name: "Q1 pricing summary",
    graph: flow(
      read("lineitem"),
      filter("f", "lineitem", is("l_shipdate", "<=", "1998-03-01")),
      cast("price", "f", "disc_price", REVENUE),
      cast("charge", "price", "charge", "[disc_price] * (1 + [l_tax])"),
      groupBy("g", {
        keys: keys("l_returnflag", "l_linestatus"),
        metrics: [
          metric("sum", "l_quantity", "sum_qty"),
          metric("sum", "l_extendedprice", "sum_base"),
          metric("sum", "disc_price", "sum_disc"),
          metric("sum", "charge", "sum_charge"),
          metric("avg", "l_quantity", "avg_qty"),
          metric("avg", "l_extendedprice", "avg_price"),
          metric("avg", "l_discount", "avg_disc"),
          { function: "count", as: "orders" },
        ],
      }, "charge"),
      sort("o", by("l_returnflag", "l_linestatus"), "g"),
    ),
    sql: `SELECT l_returnflag, l_linestatus, sum(l_quantity), sum(l_extendedprice), sum(${REVENUE_SQL}),
      sum(${REVENUE_SQL} * (1 + CAST(l_tax AS DOUBLE PRECISION))), avg(l_quantity), avg(l_extendedprice),
      avg(l_discount), count(*)
      FROM tpch.lineitem WHERE l_shipdate <= DATE '1998-03-01'
      GROUP BY l_returnflag, l_linestatus ORDER BY l_returnflag, l_linestatus`,
  },
  {
    name: "Q3 shipping priority",
    graph: flow(
      read("customer"),
      read("orders"),
      read("lineitem"),
      filter("c", "customer", is("c_mktsegment", "=", "BUILDING")),
      filter("o", "orders", is("o_orderdate", "before", "1995-03-15")),
      filter("l", "lineitem", is("l_shipdate", "after", "1995-03-15")),
      join("co", "c", "o", { c_custkey: "o_custkey" }),
      join("col", "co", "l", { o_orderkey: "l_orderkey" }),
      cast("r", "col", "revenue", REVENUE),
      groupBy("g", {
        keys: keys("o_orderkey", "o_orderdate", "o_shippriority"),
        metrics: [metric("sum", "revenue", "revenue")],
      }, "r"),
      sort("s", by("-revenue", "o_orderdate"), "g"),
      limit("top", { count: 10 }, "s"),
    ),
    sql: `SELECT o.o_orderkey, o.o_orderdate, o.o_shippriority, sum(${REVENUE_SQL}) AS revenue
      FROM tpch.customer AS c JOIN tpch.orders AS o ON c.c_custkey = o.o_custkey
      JOIN tpch.lineitem AS l ON l.l_orderkey = o.o_orderkey
      WHERE c.c_mktsegment = 'BUILDING' AND o.o_orderdate < DATE '1995-03-15' AND l.l_shipdate > DATE '1995-03-15'
      GROUP BY o.o_orderkey, o.o_orderdate, o.o_shippriority ORDER BY revenue DESC, o.o_orderdate LIMIT 10`,
  },
  {
    name: "Q4 order priority checking",
    graph: flow(
      read("orders"),
      read("lineitem"),
      filter("o", "orders", is("o_orderdate", ">=", "1993-07-01"), is("o_orderdate", "<", "1993-10-01")),
      filter("late", "lineitem", than("l_commitdate", "<", "l_receiptdate")),
      join("j", "o", "late", { o_orderkey: "l_orderkey" }, "semi"),
      groupBy("g", { keys: keys("o_orderpriority"), metrics: [{ function: "count", as: "orders" }] }, "j"),
      sort("s", by("o_orderpriority"), "g"),
    ),
    sql: `SELECT o_orderpriority, count(*) FROM tpch.orders
      WHERE o_orderdate >= DATE '1993-07-01' AND o_orderdate < DATE '1993-10-01'
      AND o_orderkey IN (SELECT l_orderkey FROM tpch.lineitem WHERE l_commitdate < l_receiptdate)
      GROUP BY o_orderpriority ORDER BY o_orderpriority`,
  },
  {
    name: "Q5 local supplier volume",
    graph: flow(
      ...["customer", "orders", "lineitem", "supplier", "nation", "region"].map(read),
      filter("o", "orders", is("o_orderdate", ">=", "1994-01-01"), is("o_orderdate", "<", "1996-01-01")),
      filter("asia", "region", is("r_name", "=", "ASIA")),
      join("j1", "customer", "o", { c_custkey: "o_custkey" }),
      join("j2", "j1", "lineitem", { o_orderkey: "l_orderkey" }),
      join("j3", "j2", "supplier", { l_suppkey: "s_suppkey", c_nationkey: "s_nationkey" }),
      join("j4", "j3", "nation", { s_nationkey: "n_nationkey" }),
      join("j5", "j4", "asia", { n_regionkey: "r_regionkey" }),
      cast("r", "j5", "revenue", REVENUE),
      groupBy("g", { keys: keys("n_name"), metrics: [metric("sum", "revenue", "revenue")] }, "r"),
      sort("s", by("-revenue"), "g"),
    ),
    sql: `SELECT n.n_name, sum(${REVENUE_SQL}) AS revenue
      FROM tpch.customer AS c JOIN tpch.orders AS o ON c.c_custkey = o.o_custkey
      JOIN tpch.lineitem AS l ON l.l_orderkey = o.o_orderkey
      JOIN tpch.supplier AS s ON l.l_suppkey = s.s_suppkey AND c.c_nationkey = s.s_nationkey
      JOIN tpch.nation AS n ON s.s_nationkey = n.n_nationkey JOIN tpch.region AS r ON n.n_regionkey = r.r_regionkey
      WHERE r.r_name = 'ASIA' AND o.o_orderdate >= DATE '1994-01-01' AND o.o_orderdate < DATE '1996-01-01'
      GROUP BY n.n_name ORDER BY revenue DESC`,
  },
  {
    name: "Q6 forecast of revenue",
    graph: flow(
      read("lineitem"),
      filter(
        "f",
        "lineitem",
        is("l_shipdate", ">=", "1994-01-01"),
        is("l_shipdate", "<", "1995-01-01"),
        is("l_discount", "between", ["0.05", "0.07"]),
        is("l_quantity", "<", 24),
      ),
      cast("r", "f", "saved", "[l_extendedprice] * [l_discount]"),
      groupBy("g", { metrics: [metric("sum", "saved", "revenue")] }, "r"),
    ),
    sql: `SELECT sum(CAST(l_extendedprice AS DOUBLE PRECISION) * CAST(l_discount AS DOUBLE PRECISION))
      FROM tpch.lineitem WHERE l_shipdate >= DATE '1994-01-01' AND l_shipdate < DATE '1995-01-01'
      AND l_discount BETWEEN 0.05 AND 0.07 AND l_quantity < 24`,
  },
  {
    name: "Q7 volume shipping",
    graph: flow(
      ...["supplier", "lineitem", "orders", "customer", "nation"].map(read),
      join("j1", "supplier", "nation", { s_nationkey: "n_nationkey" }),
      join("j2", "j1", "lineitem", { s_suppkey: "l_suppkey" }),
      join("j3", "j2", "orders", { l_orderkey: "o_orderkey" }),
      join("j4", "j3", "customer", { o_custkey: "c_custkey" }),
      join("j5", "j4", "nation", { c_nationkey: "n_nationkey" }),
      filter(
        "f",
        "j5",
        any(
          all(is("n_name", "=", "FRANCE"), is("n_name_j5", "=", "GERMANY")),
          all(is("n_name", "=", "GERMANY"), is("n_name_j5", "=", "FRANCE")),
        ),
        is("l_shipdate", "between", ["1995-01-01", "1996-12-31"]),
      ),
      cast("y", "f", "year", "YEAR([l_shipdate])"),
      cast("r", "y", "volume", REVENUE),
      groupBy("g", {
        keys: keys("n_name", "n_name_j5", "year"),
        metrics: [metric("sum", "volume", "revenue")],
      }, "r"),
      sort("s", by("n_name", "n_name_j5", "year"), "g"),
    ),
    sql: `SELECT a.n_name AS one, b.n_name AS two, EXTRACT(YEAR FROM l.l_shipdate) AS y, sum(${REVENUE_SQL})
      FROM tpch.supplier AS s JOIN tpch.lineitem AS l ON s.s_suppkey = l.l_suppkey
      JOIN tpch.orders AS o ON o.o_orderkey = l.l_orderkey JOIN tpch.customer AS c ON c.c_custkey = o.o_custkey
      JOIN tpch.nation AS a ON s.s_nationkey = a.n_nationkey JOIN tpch.nation AS b ON c.c_nationkey = b.n_nationkey
      WHERE ((a.n_name = 'FRANCE' AND b.n_name = 'GERMANY') OR (a.n_name = 'GERMANY' AND b.n_name = 'FRANCE'))
      AND l.l_shipdate BETWEEN DATE '1995-01-01' AND DATE '1996-12-31'
      GROUP BY a.n_name, b.n_name, EXTRACT(YEAR FROM l.l_shipdate) ORDER BY one, two, y`,
  },
  {
    name: "Q10 returned items",
    graph: flow(
      ...["customer", "orders", "lineitem", "nation"].map(read),
      filter("o", "orders", is("o_orderdate", ">=", "1993-10-01"), is("o_orderdate", "<", "1994-04-01")),
      filter("l", "lineitem", is("l_returnflag", "=", "R")),
      join("j1", "customer", "o", { c_custkey: "o_custkey" }),
      join("j2", "j1", "l", { o_orderkey: "l_orderkey" }),
      join("j3", "j2", "nation", { c_nationkey: "n_nationkey" }),
      cast("r", "j3", "revenue", REVENUE),
      groupBy("g", {
        keys: keys("c_custkey", "c_name", "c_acctbal", "n_name"),
        metrics: [metric("sum", "revenue", "revenue")],
      }, "r"),
      sort("s", by("-revenue", "c_custkey"), "g"),
      limit("top", { count: 20 }, "s"),
    ),
    sql: `SELECT c.c_custkey, c.c_name, c.c_acctbal, n.n_name, sum(${REVENUE_SQL}) AS revenue
      FROM tpch.customer AS c JOIN tpch.orders AS o ON c.c_custkey = o.o_custkey
      JOIN tpch.lineitem AS l ON l.l_orderkey = o.o_orderkey JOIN tpch.nation AS n ON c.c_nationkey = n.n_nationkey
      WHERE o.o_orderdate >= DATE '1993-10-01' AND o.o_orderdate < DATE '1994-04-01' AND l.l_returnflag = 'R'
      GROUP BY c.c_custkey, c.c_name, c.c_acctbal, n.n_name ORDER BY revenue DESC, c.c_custkey LIMIT 20`,
  },
  {
    name: "Q11 important stock",
    graph: flow(
      ...["partsupp", "supplier", "nation"].map(read),
      filter("n", "nation", is("n_name", "in", ["GERMANY", "FRANCE", "INDIA"])),
      join("j1", "partsupp", "supplier", { ps_suppkey: "s_suppkey" }),
      join("j2", "j1", "n", { s_nationkey: "n_nationkey" }),
      cast("v", "j2", "worth", "[ps_supplycost] * [ps_availqty]"),
      groupBy("parts", { keys: keys("ps_partkey"), metrics: [metric("sum", "worth", "value")] }, "v"),
      groupBy("whole", { metrics: [metric("sum", "worth", "everything")] }, "v"),
      join("x", "parts", "whole", {}, "cross"),
      cast("share", "x", "least", "[everything] * 0.02"),
      filter("f", "share", than("value", ">", "least")),
      step("select")("c", { columns: ["ps_partkey", "value"] }, "f"),
      sort("s", by("-value"), "c"),
    ),
    sql: `WITH worth AS (SELECT ps.ps_partkey AS k,
        CAST(ps.ps_supplycost AS DOUBLE PRECISION) * CAST(ps.ps_availqty AS DOUBLE PRECISION) AS v
      FROM tpch.partsupp AS ps JOIN tpch.supplier AS s ON ps.ps_suppkey = s.s_suppkey
      JOIN tpch.nation AS n ON s.s_nationkey = n.n_nationkey WHERE n.n_name IN ('GERMANY', 'FRANCE', 'INDIA'))
      SELECT k, sum(v) AS value FROM worth GROUP BY k
      HAVING sum(v) > (SELECT sum(v) * 0.02 FROM worth) ORDER BY value DESC`,
  },
  {
    name: "Q12 shipping modes",
    graph: flow(
      ...["orders", "lineitem"].map(read),
      filter(
        "l",
        "lineitem",
        is("l_shipmode", "in", ["MAIL", "SHIP"]),
        than("l_commitdate", "<", "l_receiptdate"),
        than("l_shipdate", "<", "l_commitdate"),
        is("l_receiptdate", ">=", "1994-01-01"),
        is("l_receiptdate", "<", "1995-01-01"),
      ),
      join("j", "orders", "l", { o_orderkey: "l_orderkey" }),
      groupBy("g", {
        keys: keys("l_shipmode"),
        metrics: [
          { function: "count", as: "high", where: all(is("o_orderpriority", "in", ["1-URGENT", "2-HIGH"])) },
          {
            function: "count",
            as: "low",
            where: all(is("o_orderpriority", "not_in", ["1-URGENT", "2-HIGH"])),
          },
        ],
      }, "j"),
      sort("s", by("l_shipmode"), "g"),
    ),
    sql: `SELECT l.l_shipmode, sum(CASE WHEN o.o_orderpriority IN ('1-URGENT', '2-HIGH') THEN 1 ELSE 0 END),
      sum(CASE WHEN o.o_orderpriority IN ('1-URGENT', '2-HIGH') THEN 0 ELSE 1 END)
      FROM tpch.orders AS o JOIN tpch.lineitem AS l ON o.o_orderkey = l.l_orderkey
      WHERE l.l_shipmode IN ('MAIL', 'SHIP') AND l.l_commitdate < l.l_receiptdate AND l.l_shipdate < l.l_commitdate
      AND l.l_receiptdate >= DATE '1994-01-01' AND l.l_receiptdate < DATE '1995-01-01'
      GROUP BY l.l_shipmode ORDER BY l.l_shipmode`,
  },
  {
    name: "Q13 distribution of customers",
    graph: flow(
      ...["customer", "orders"].map(read),
      filter("o", "orders", is("o_orderpriority", "!=", "5-LOW")),
      join("j", "customer", "o", { c_custkey: "o_custkey" }, "left"),
      groupBy("each", { keys: keys("c_custkey"), metrics: [metric("count", "o_orderkey", "orders")] }, "j"),
      groupBy("g", { keys: keys("orders"), metrics: [{ function: "count", as: "customers" }] }, "each"),
      sort("s", by("-customers", "-orders"), "g"),
    ),
    sql: `SELECT n, count(*) AS customers FROM (
        SELECT c.c_custkey AS k, coalesce(max(t.n), 0) AS n FROM tpch.customer AS c LEFT JOIN (
          SELECT o_custkey, count(*) AS n FROM tpch.orders WHERE o_orderpriority <> '5-LOW' GROUP BY o_custkey
        ) AS t ON t.o_custkey = c.c_custkey GROUP BY c.c_custkey
      ) AS each GROUP BY n ORDER BY customers DESC, n DESC`,
  },
  {
    name: "Q14 effect of promotions",
    graph: flow(
      ...["lineitem", "part"].map(read),
      filter("l", "lineitem", is("l_shipdate", ">=", "1995-09-01"), is("l_shipdate", "<", "1995-11-01")),
      join("j", "l", "part", { l_partkey: "p_partkey" }),
      cast("r", "j", "revenue", REVENUE),
      groupBy("g", {
        metrics: [
          metric("sum", "revenue", "promoted", all(is("p_type", "starts_with", "PROMO"))),
          metric("sum", "revenue", "total"),
        ],
      }, "r"),
      cast("share", "g", "share", "100 * [promoted] / [total]"),
      step("select")("c", { columns: ["share"] }, "share"),
    ),
    sql:
      `SELECT 100 * sum(CASE WHEN p.p_type LIKE 'PROMO%' THEN ${REVENUE_SQL} ELSE 0 END) / sum(${REVENUE_SQL})
      FROM tpch.lineitem AS l JOIN tpch.part AS p ON l.l_partkey = p.p_partkey
      WHERE l.l_shipdate >= DATE '1995-09-01' AND l.l_shipdate < DATE '1995-11-01'`,
  },
  {
    name: "Q19 discounted revenue",
    graph: flow(
      ...["lineitem", "part"].map(read),
      filter(
        "l",
        "lineitem",
        is("l_shipmode", "in", ["AIR", "AIR REG"]),
        is("l_shipinstruct", "=", "DELIVER IN PERSON"),
      ),
      join("j", "l", "part", { l_partkey: "p_partkey" }),
      filter(
        "f",
        "j",
        any(
          all(
            is("p_brand", "=", "Brand#12"),
            is("p_container", "in", ["SM CASE", "SM BOX"]),
            is("l_quantity", "between", [1, 30]),
          ),
          all(
            is("p_brand", "=", "Brand#23"),
            is("p_container", "in", ["MED BAG", "MED BOX"]),
            is("p_size", "between", [1, 10]),
          ),
          all(is("p_brand", "=", "Brand#34"), is("p_container", "in", ["LG CASE", "LG BOX"])),
        ),
      ),
      cast("r", "f", "revenue", REVENUE),
      groupBy("g", { metrics: [metric("sum", "revenue", "revenue")] }, "r"),
    ),
    sql: `SELECT sum(${REVENUE_SQL}) FROM tpch.lineitem AS l JOIN tpch.part AS p ON l.l_partkey = p.p_partkey
      WHERE l.l_shipmode IN ('AIR', 'AIR REG') AND l.l_shipinstruct = 'DELIVER IN PERSON' AND (
        (p.p_brand = 'Brand#12' AND p.p_container IN ('SM CASE', 'SM BOX') AND l.l_quantity BETWEEN 1 AND 30)
        OR (p.p_brand = 'Brand#23' AND p.p_container IN ('MED BAG', 'MED BOX') AND p.p_size BETWEEN 1 AND 10)
        OR (p.p_brand = 'Brand#34' AND p.p_container IN ('LG CASE', 'LG BOX')))`,
  },
];
