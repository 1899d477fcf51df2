/** Metrics of exact numbers are the nearest double to the exact value, bit by bit against fractions of whole numbers. */
import assert from "node:assert/strict";
import { openClickHouse, openPostgres } from "../support/engines.ts";
import { node } from "../support/graphs.ts";
import { fraction, nearestDouble } from "./exact_doubles.ts";
import { asText, byId, exact, filled, only, randomRows, SEED, unitsOf } from "./exact_rows.ts";
import { type Fraction, medianOf, nearestRoot, percentileOf, varianceOf, weightedOf } from "./fractions.ts";

/** The first rows, to have an even and an odd number of them. */
const some = (count: number) => [
  node("f", "filter", {
    logic: "and",
    conditions: [{ column: "id", operator: "<", value: String(count) }],
  }),
];
const PERCENTS = [0, 7, 25, 50, 97.5, 99.9, 100];
/** Values and their weights. */
const PAIRS = [
  ["i", "i"],
  ["d18_6", "d9_2"],
  ["d20_0", "i"],
  ["d15_4", "d15_4"],
  ["i", "d18_6"],
  ["d38_10", "d9_2"],
] as const;

/** A double and its two neighbours. */
function besides(value: number | null): readonly (number | null)[] {
  if (value === null || value === 0) return [value];
  const bits = new BigInt64Array(new Float64Array([value]).buffer)[0] ?? 0n;
  return [...new Float64Array(new BigInt64Array([bits - 1n, bits, bits + 1n]).buffer)];
}

const over = (name: string, column: string, preceding: number) =>
  node("w", "window", {
    function: name,
    column,
    as: "x",
    partition_by: [],
    order_by: [{ column: "id", direction: "asc" }],
    frame: { preceding, following: "current" },
  });

const read = (cell: unknown) => cell === "" ? null : nearestDouble(...fraction(String(cell)));
const double = (value: Fraction | null, scale: number) =>
  value && nearestDouble(value[0], value[1] * 10n ** BigInt(scale));

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `metrics of exact numbers are the nearest doubles: ${open.name}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      console.log(`seed ${SEED}`);
      const engine = await open();
      const rows = randomRows(SEED);
      const run = await filled(engine, rows);
      const few = rows.length / 10;
      try {
        for (const [index, { name, precision, scale }] of exact.entries()) {
          const units = unitsOf(rows, index);
          for (const count of [1, 2, few, few + 1, rows.length]) {
            await test.step(`percentiles and median of ${count} ${name}`, async () => {
              const metrics = [
                ...PERCENTS.map((p) => ({ function: "percentile", column: name, p, as: `p${p}` })),
                { function: "median", column: name, as: "median" },
              ];
              const texts = metrics.map(({ as }, at) =>
                node(`t${at}`, "formula", { as: `text${at}`, expression: `[${as}] & ""` })
              );
              const [row] = await run(
                ...some(count),
                node("g", "group_by", { keys: [], metrics }),
                ...texts,
                only(...metrics.map((_, at) => `text${at}`)),
              );
              const expected = [
                ...PERCENTS.map((p) => percentileOf(units.slice(0, count), String(p))),
                medianOf(units.slice(0, count)),
              ].map((value) => double(value, scale));
              assert.deepEqual(row?.map(read), expected, `seed ${SEED}`);
            });
          }
          const fits = engine.dialect === "postgres" || precision <= 28;
          for (const count of [1, 2, few + 1, rows.length]) {
            await test.step(`variance and deviation of ${count} ${name}`, async () => {
              const [row] = await run(
                ...some(count),
                node("g", "group_by", {
                  keys: [],
                  metrics: ["variance", "stddev"].map((as) => ({ function: as, column: name, as })),
                }),
                ...["variance", "stddev"].map((as) =>
                  node(as, "formula", { as: `${as}_text`, expression: `[${as}] & ""` })
                ),
                only("variance_text", "stddev_text"),
              );
              const wanted = varianceOf(units.slice(0, count));
              const [variance, deviation] = row?.map(read) ?? [];
              const exact = double(wanted, 2 * scale);
              const root = wanted && nearestRoot([wanted[0], wanted[1] * 100n ** BigInt(scale)]);
              if (fits || exact === null || root === null) {
                assert.equal(variance, exact, `seed ${SEED}`);
                assert.equal(deviation, exact === null ? null : Math.sqrt(exact));
                assert.ok(besides(root).includes(deviation ?? null), `${deviation}, not ${root}`);
              } else {
                const size = Math.max(...units.slice(0, count).map((each) => Math.abs(Number(each))));
                const share = count * 2 ** -52;
                const largest = size / 10 ** scale;
                assert.ok(Math.abs(Number(deviation) - root) <= share * largest, `${deviation}, not ${root}`);
                assert.ok(Math.abs(Number(variance) - exact) <= share * largest ** 2, `${variance}`);
              }
            });
          }
          if (fits) {
            await test.step(`deviation of ${name} over 2 rows before`, async () => {
              const answers = await run(
                ...some(few),
                over("stddev", name, 2),
                byId,
                asText("x"),
                only("text"),
              );
              const expected = units.slice(0, few).map((_, at) => {
                const variance = varianceOf(units.slice(Math.max(at - 2, 0), at + 1));
                return variance && Math.sqrt(Number(double(variance, 2 * scale)));
              });
              assert.deepEqual(answers.map(([cell]) => read(cell)), expected, `seed ${SEED}`);
            });
          }
          for (const preceding of [1, 4] as const) {
            await test.step(`median of ${name} over ${preceding} rows before`, async () => {
              const answers = await run(
                ...some(few),
                over("median", name, preceding),
                byId,
                asText("x"),
                only("text"),
              );
              const expected = units.slice(0, few).map((_, at) =>
                double(medianOf(units.slice(Math.max(at - preceding, 0), at + 1)), scale)
              );
              assert.deepEqual(answers.map(([cell]) => read(cell)), expected, `seed ${SEED}`);
            });
          }
        }
        await test.step("what is left over decides what lies half-way", async () => {
          const [row] = await run(
            ...some(2),
            node("v", "formula", {
              as: "v",
              expression: `IF([id] = 0, ${2n ** 53n + 1n}, ${2n ** 53n + 2n})`,
            }),
            node("h", "formula", { as: "heavy", expression: `TODECIMAL("${10n ** 37n}", 0)` }),
            node("w", "formula", { as: "w", expression: "IF([id] = 0, [heavy], 1)" }),
            node("g", "group_by", {
              keys: [],
              metrics: [{ function: "weighted_avg", column: "v", weight: "w", as: "x" }],
            }),
            asText("x"),
            only("text"),
          );
          assert.deepEqual(row?.map(read), [2 ** 53 + 2]);
        });
        await test.step("an average next to nothing has all its digits", async () => {
          const answers = await run(
            node("v", "formula", { as: "v", expression: "IF([id] = 0, 1, 0)" }),
            over("avg", "v", rows.length),
            byId,
            asText("x"),
            only("text"),
          );
          assert.deepEqual(answers.map(([cell]) => read(cell)), rows.map((_, at) => 1 / (at + 1)));
        });
        for (const [column, weight] of PAIRS) {
          const [at, by] = [column, weight].map((name) => exact.findIndex((each) => each.name === name));
          const [units, weights] = [unitsOf(rows, at ?? 0), unitsOf(rows, by ?? 0)];
          await test.step(`${column} weighted by ${weight}`, async () => {
            const answers = await run(
              node("x", "formula", { as: "part", expression: "[id] % 97" }),
              node("g", "group_by", {
                keys: [{ column: "part" }],
                metrics: [{ function: "weighted_avg", column, weight, as: "x" }],
              }),
              node("o", "sort", { keys: [{ column: "part", direction: "asc" }] }),
              asText("x"),
              only("text"),
            );
            const expected = answers.map((_, part) => {
              const of = (all: readonly bigint[]) => all.filter((_, id) => id % 97 === part);
              return double(weightedOf(of(units), of(weights)), exact[at ?? 0]?.scale ?? 0);
            });
            assert.deepEqual(answers.map(([cell]) => read(cell)), expected, `seed ${SEED}`);
          });
        }
      } finally {
        await engine.close();
      }
    },
  });
}
