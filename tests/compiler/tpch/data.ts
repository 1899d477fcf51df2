/** The TPC-H schema with a few thousand rows of our own, drawn so that every question finds some. */
import type { Catalog, CatalogTable } from "@/compiler/mod.ts";
import type { TypeName } from "@/compiler/schema/types.ts";
import type { Engine } from "../support/engines.ts";

const table = (name: string, columns: Readonly<Record<string, TypeName>>): CatalogTable => ({
  database: "tpch",
  table: name,
  store: "clickhouse",
  columns: Object.entries(columns).map(([column, type]) => ({
    name: column,
    type,
    nullable: false,
    ...(type === "decimal" ? { precision: 18, scale: 6 } : {}),
  })),
});

const region = table("region", { r_regionkey: "int64", r_name: "string" });
const nation = table("nation", { n_nationkey: "int64", n_name: "string", n_regionkey: "int64" });
const supplier = table("supplier", { s_suppkey: "int64", s_name: "string", s_nationkey: "int64" });
const customer = table("customer", {
  c_custkey: "int64",
  c_name: "string",
  c_nationkey: "int64",
  c_mktsegment: "string",
  c_acctbal: "decimal",
});
const part = table("part", {
  p_partkey: "int64",
  p_type: "string",
  p_brand: "string",
  p_container: "string",
  p_size: "int64",
});
const partsupp = table("partsupp", {
  ps_partkey: "int64",
  ps_suppkey: "int64",
  ps_availqty: "int64",
  ps_supplycost: "decimal",
});
const orders = table("orders", {
  o_orderkey: "int64",
  o_custkey: "int64",
  o_orderdate: "date",
  o_orderpriority: "string",
  o_shippriority: "int64",
});
const lineitem = table("lineitem", {
  l_orderkey: "int64",
  l_partkey: "int64",
  l_suppkey: "int64",
  l_linenumber: "int64",
  l_quantity: "decimal",
  l_extendedprice: "decimal",
  l_discount: "decimal",
  l_tax: "decimal",
  l_returnflag: "string",
  l_linestatus: "string",
  l_shipdate: "date",
  l_commitdate: "date",
  l_receiptdate: "date",
  l_shipmode: "string",
  l_shipinstruct: "string",
});

export const catalog: Catalog = {
  tables: [region, nation, supplier, customer, part, partsupp, orders, lineitem],
};

const REGIONS = ["AFRICA", "AMERICA", "ASIA", "EUROPE", "MIDDLE EAST"];
const NATIONS = [
  "FRANCE",
  "GERMANY",
  "INDIA",
  "JAPAN",
  "BRAZIL",
  "CANADA",
  "KENYA",
  "EGYPT",
  "CHINA",
  "PERU",
];
const NATION_REGIONS = [3, 3, 2, 2, 1, 1, 0, 4, 2, 1];
const SEGMENTS = ["BUILDING", "AUTOMOBILE", "MACHINERY", "HOUSEHOLD"];
const PRIORITIES = ["1-URGENT", "2-HIGH", "3-MEDIUM", "4-NOT SPECIFIED", "5-LOW"];
const MODES = ["MAIL", "SHIP", "AIR", "AIR REG", "TRUCK"];
const TYPES = [
  "PROMO BURNISHED COPPER",
  "PROMO PLATED BRASS",
  "ECONOMY ANODIZED STEEL",
  "STANDARD POLISHED TIN",
];
const CONTAINERS = ["SM CASE", "SM BOX", "MED BAG", "MED BOX", "LG CASE", "LG BOX"];
const BRANDS = ["Brand#12", "Brand#23", "Brand#34"];
const INSTRUCTIONS = ["DELIVER IN PERSON", "COLLECT COD", "NONE"];

const day = (from: string, days: number) =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

export async function fillTpch(engine: Engine): Promise<void> {
  let state = 20240131;
  const below = (limit: number) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 65536) % limit;
  };
  const pick = (list: readonly string[]) => list[below(list.length)];
  const rows = <T>(count: number, make: (key: number) => T) =>
    Array.from({ length: count }, (_, at) => make(at + 1));
  const cents = (value: number) => (value / 100).toFixed(2);

  await engine.fill(region, REGIONS.map((name, at) => [at, name]));
  await engine.fill(nation, NATIONS.map((name, at) => [at, name, NATION_REGIONS[at]]));
  await engine.fill(supplier, rows(20, (key) => [key, `Supplier ${key}`, below(10)]));
  await engine.fill(
    customer,
    rows(150, (key) => [key, `Customer ${key}`, below(10), pick(SEGMENTS), cents(below(900_000) - 90_000)]),
  );
  await engine.fill(
    part,
    rows(60, (key) => [key, pick(TYPES), pick(BRANDS), pick(CONTAINERS), 1 + below(15)]),
  );
  await engine.fill(
    partsupp,
    rows(60, (key) => key).flatMap((key) =>
      [0, 5, 10].map((step) => [key, 1 + (key + step) % 20, 1 + below(999), cents(100 + below(99_900))])
    ),
  );
  const lines: unknown[][] = [];
  const heads = rows(900, (key) => {
    const ordered = day("1992-01-01", below(2400));
    for (let line = 1; line <= 1 + below(5); line++) {
      const partKey = 1 + below(60);
      const quantity = 1 + below(50);
      const shipped = day(ordered, 1 + below(120));
      const isLate = shipped > "1995-06-17";
      lines.push([
        key,
        partKey,
        1 + (partKey + 5 * below(3)) % 20,
        line,
        quantity,
        cents(quantity * (90_000 + below(100_000))),
        cents(below(11)),
        cents(below(9)),
        isLate ? "N" : pick(["A", "R"]),
        isLate ? "O" : "F",
        shipped,
        day(ordered, 30 + below(60)),
        day(shipped, 1 + below(30)),
        pick(MODES),
        pick(INSTRUCTIONS),
      ]);
    }
    // A third of the customers never orders.
    return [key, 1 + below(100), ordered, pick(PRIORITIES), 0];
  });
  await engine.fill(orders, heads);
  await engine.fill(lineitem, lines);
}
