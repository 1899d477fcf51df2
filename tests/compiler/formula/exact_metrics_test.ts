/** Metrics of exact numbers are the nearest double to the exact value, bit by bit against fractions of whole numbers. */
import assert from "node:assert/strict";
import { openClickHouse, openPostgres } from "../support/engines.ts";
import { node } from "../support/graphs.ts";
import { fraction, nearestDouble } from "./exact_doubles.ts";
import { asText, byId, exact, filled, only, randomRows, SEED, unitsOf } from "./exact_rows.ts";
import { type Fraction, medianOf, percentileOf } from "./fractions.ts";

const PERCENTS = [0, 7, 25, 50, 97.5, 99.9, 100];
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
        for (const [index, { name, scale }] of exact.entries()) {
          const units = unitsOf(rows, index);
          // Of some rows, to have an even and an odd number of them.
          const some = (count: number) => [
            node("f", "filter", {
              logic: "and",
              conditions: [{ column: "id", operator: "<", value: String(count) }],
            }),
          ];
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
          for (const preceding of [1, 4] as const) {
            await test.step(`median of ${name} over ${preceding} rows before`, async () => {
              const running = node("w", "window", {
                function: "median",
                column: name,
                as: "x",
                partition_by: [],
                order_by: [{ column: "id", direction: "asc" }],
                frame: { preceding, following: "current" },
              });
              const answers = await run(...some(few), running, byId, asText("x"), only("text"));
              const expected = units.slice(0, few).map((_, at) =>
                double(medianOf(units.slice(Math.max(at - preceding, 0), at + 1)), scale)
              );
              assert.deepEqual(answers.map(([cell]) => read(cell)), expected, `seed ${SEED}`);
            });
          }
        }
      } finally {
        await engine.close();
      }
    },
  });
}
