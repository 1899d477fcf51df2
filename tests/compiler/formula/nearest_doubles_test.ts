/** Where an exact number becomes floating point it becomes the nearest double, bit by bit, on every engine. */
import assert from "node:assert/strict";
import { type CatalogTable, compile, type Graph } from "@/compiler/mod.ts";
import { type Engine, openClickHouse, openPostgres } from "../support/engines.ts";
import { chain, node } from "../support/graphs.ts";
import { fraction, nearestDouble, roundedAsRead, truncatedAsRead } from "./exact_doubles.ts";

const SHAPES = [[9, 2], [15, 4], [16, 0], [18, 6], [20, 0], [38, 10], [38, 30], [60, 40]] as const;
const ROWS = 400;
const SEED = Number(Deno.env.get("FUZZ_SEED") ?? Date.now() % 1e9);

const decimals = SHAPES.map(([precision, scale]) => ({
  name: `d${precision}_${scale}`,
  type: "decimal" as const,
  nullable: false,
  precision,
  scale,
}));
/** The columns behind the first two, in their order. */
const exact = [{ name: "i", precision: 19, scale: 0 }, ...decimals];
const table = (engine: Engine): CatalogTable => ({
  database: "flowforge",
  table: "exact",
  store: "clickhouse",
  columns: [
    { name: "id", type: "int64", nullable: false },
    { name: "f", type: "float64", nullable: false },
    { name: "i", type: "int64", nullable: false },
    ...decimals.map((column) => ({
      ...column,
      storeType: `${
        engine.dialect === "clickhouse" ? "Decimal" : "numeric"
      }(${column.precision}, ${column.scale})`,
    })),
  ],
});

/** Mulberry32. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = state + 0x6d2b79f5 | 0;
    let t = Math.imul(state ^ state >>> 15, 1 | state);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) % below;
  };
}

function randomRows(seed: number): readonly (readonly [number, number, ...string[]])[] {
  const draw = drawer(seed);
  return Array.from({ length: ROWS }, (_, id) => {
    const whole = BigInt.asIntN(64, BigInt(draw(2 ** 32)) << BigInt(draw(33)));
    const decimals = SHAPES.map(([precision, scale]) => {
      const digits = Array.from({ length: 1 + draw(precision) }, () => draw(10)).join("").padStart(
        scale + 1,
        "0",
      );
      const whole = digits.slice(0, digits.length - scale).replace(/^0+(?=\d)/, "");
      const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
      return /[1-9]/.test(text) && draw(2) ? `-${text}` : text;
    });
    const float = (draw(2) ? -1 : 1) *
      (draw(2) ? draw(100_000) / 10 ** draw(5) : draw(2 ** 31) * 10 ** (draw(12) - 9));
    return [id, Object.is(float, -0) ? 0 : float, String(whole), ...decimals] as const;
  });
}

const byId = node("o", "sort", { keys: [{ column: "id", direction: "asc" }] });

/** A double as text that names it alone: the shortest. */
const asText = (column: string) => node("t", "formula", { as: "text", expression: `[${column}] & ""` });
const only = (...columns: string[]) => node("s", "select", { columns });
const formula = (expression: string) => [node("x", "formula", { as: "x", expression })];
const metric = (name: string, column: string) => [
  node("g", "group_by", { keys: [{ column: "id" }], metrics: [{ function: name, column, as: "x" }] }),
];
const over = (name: string, column: string) => [
  node("w", "window", { function: name, column, as: "x", partition_by: ["id"], order_by: [] }),
];

/** Everything that makes a double of a decimal, and changes nothing else. */
const WAYS = (column: string): Readonly<Record<string, Graph["nodes"]>> => ({
  cast: formula(`FLOAT([${column}])`),
  division: formula(`[${column}] / 1`),
  product: formula(`[${column}] * 1e0`),
  power: formula(`[${column}] ^ 1`),
  branch: formula(`IF([id] < 0, 1e0, [${column}])`),
  average: metric("avg", column),
  median: metric("median", column),
  percentile: [
    node("g", "group_by", {
      keys: [{ column: "id" }],
      metrics: [{ function: "percentile", column, p: 90, as: "x" }],
    }),
  ],
  "average over a window": over("avg", column),
});

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `exact numbers become the nearest doubles: ${
      open === openClickHouse ? "ClickHouse" : "PostgreSQL"
    }`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      console.log(`seed ${SEED}`);
      const engine = await open();
      const rows = randomRows(SEED);
      const stored = table(engine);
      const run = async (...nodes: Graph["nodes"]) => {
        const value = chain(
          node("a", "data_source", { database: stored.database, table: stored.table }),
          ...nodes,
        );
        const target = value.nodes.at(-1)?.id ?? "";
        const compiled = compile(value, target, { catalog: { tables: [stored] }, dialect: engine.dialect });
        assert.ok(compiled.ok, JSON.stringify(compiled));
        return await engine.run(compiled);
      };
      const agrees = (
        answers: readonly (readonly unknown[])[],
        expected: readonly number[],
        of: (at: number) => unknown,
      ) => {
        const wrong = expected.flatMap((value, at) => {
          const given = String(answers[at]?.[0]);
          return nearestDouble(...fraction(given)) === value ? [] : [`${of(at)}: ${given}, not ${value}`];
        });
        assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} of ${expected.length}, seed ${SEED}`);
      };
      try {
        await engine.fill(stored, rows);
        for (const [index, { name }] of decimals.entries()) {
          const cells = rows.map((row) => String(row[index + 3]));
          const expected = cells.map((text) => nearestDouble(...fraction(text)));
          for (const [way, nodes] of Object.entries(WAYS(name))) {
            await test.step(`${way} of ${name}`, async () => {
              agrees(await run(...nodes, byId, asText("x"), only("text")), expected, (at) => cells[at]);
            });
          }
        }
        for (const [index, { name, precision, scale }] of exact.entries()) {
          // ClickHouse has no room to add these up.
          if (engine.dialect === "clickhouse" && precision > 38) continue;
          const units = rows.map((row) => BigInt(String(row[index + 2]).replace(".", "")));
          const mean = (from: number, to: number) => {
            const some = units.slice(Math.max(from, 0), to);
            const sum = some.reduce((sum, each) => sum + each, 0n);
            return nearestDouble(sum, BigInt(some.length) * 10n ** BigInt(scale));
          };
          await test.step(`average of every ${name}`, async () => {
            const every = node("g", "group_by", {
              keys: [],
              metrics: [{ function: "avg", column: name, as: "x" }],
            });
            agrees(await run(every, asText("x"), only("text")), [mean(0, ROWS)], () => "the average");
          });
          for (const preceding of ["unbounded", 2] as const) {
            await test.step(`average of ${name} over the rows before, ${preceding}`, async () => {
              const running = node("w", "window", {
                function: "avg",
                column: name,
                as: "x",
                partition_by: [],
                order_by: [{ column: "id", direction: "asc" }],
                frame: { preceding, following: "current" },
              });
              const expected = rows.map((_, at) => mean(preceding === 2 ? at - 2 : 0, at + 1));
              agrees(await run(running, byId, asText("x"), only("text")), expected, (at) => `row ${at}`);
            });
          }
        }
        await test.step("TRUNC to 2 digits", async () => {
          const answers = await run(...formula("TRUNC([f], 2)"), byId, asText("x"), only("text"));
          agrees(answers, rows.map(([, f]) => truncatedAsRead(f, 2)), (at) => rows[at]?.[1]);
        });
        for (const digits of [0, 1, 2, 6, -2]) {
          await test.step(`ROUND to ${digits} digits`, async () => {
            const answers = await run(...formula(`ROUND([f], ${digits})`), byId, asText("x"), only("text"));
            agrees(answers, rows.map(([, f]) => roundedAsRead(f, digits)), (at) => rows[at]?.[1]);
          });
        }
      } finally {
        await engine.close();
      }
    },
  });
}

Deno.test("nearestDouble() and roundedAsRead() agree with what is known", () => {
  for (
    const [text, value] of [["0.1", 0.1], ["-2.6", -2.6], ["9007199254740993", 9007199254740992], [
      "1e23",
      1e23,
    ]] as const
  ) {
    assert.equal(nearestDouble(...fraction(text)), value);
  }
  assert.equal(roundedAsRead(2.675, 2), 2.68);
  assert.equal(roundedAsRead(-2.6, 0), -3);
  assert.equal(roundedAsRead(-0.5, 0), -1);
  assert.equal(roundedAsRead(1250, -2), 1300);
});
