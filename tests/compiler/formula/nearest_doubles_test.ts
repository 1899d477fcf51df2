/** Where an exact number becomes floating point it becomes the nearest double, bit by bit, on every engine. */
import assert from "node:assert/strict";
import type { Graph } from "@/compiler/mod.ts";
import { openClickHouse, openPostgres } from "../support/engines.ts";
import { node } from "../support/graphs.ts";
import { fraction, nearestDouble, roundedAsRead, truncatedAsRead } from "./exact_doubles.ts";
import {
  asText,
  byId,
  decimals,
  exact,
  filled,
  only,
  randomRows,
  ROWS,
  SEED,
  unitsOf,
} from "./exact_rows.ts";

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
      const run = await filled(engine, rows);
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
          const units = unitsOf(rows, index);
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
