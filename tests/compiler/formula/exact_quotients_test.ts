/** Quotients of exact numbers are the nearest double to the exact one, bit by bit: `/`, shares and straight lines. */
import assert from "node:assert/strict";
import { openClickHouse, openPostgres } from "../support/engines.ts";
import { node } from "../support/graphs.ts";
import { fraction, nearestDouble } from "./exact_doubles.ts";
import { asText, byId, exact, filled, only, randomRows, SEED, unitsOf } from "./exact_rows.ts";

const formula = (as: string, expression: string) => node(as, "formula", { as, expression });
const read = (cell: unknown) => cell === "" ? null : nearestDouble(...fraction(String(cell)));

function quotient(top: bigint, above: number, bottom: bigint, below: number): number | null {
  if (bottom === 0n) return null;
  const sign = bottom < 0n ? -1n : 1n;
  return nearestDouble(sign * top * 10n ** BigInt(below), sign * bottom * 10n ** BigInt(above));
}

for (const open of [openClickHouse, openPostgres]) {
  Deno.test({
    name: `quotients of exact numbers are the nearest doubles: ${open.name}`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn(test) {
      console.log(`seed ${SEED}`);
      const engine = await open();
      const rows = randomRows(SEED);
      const run = await filled(engine, rows);
      const agrees = (answers: readonly (readonly unknown[])[], expected: readonly (number | null)[]) => {
        const wrong = expected.flatMap((value, at) =>
          read(answers[at]?.[0]) === value ? [] : [`row ${at}: ${answers[at]?.[0]}, not ${value}`]
        );
        assert.deepEqual(wrong.slice(0, 3), [], `${wrong.length} of ${expected.length}, seed ${SEED}`);
      };
      try {
        for (const [index, above] of exact.entries()) {
          for (const [at, below] of exact.entries()) {
            // Half of ClickHouse's digits are for the divisor.
            if (engine.dialect === "clickhouse" && below.precision > 38) continue;
            await test.step(`${above.name} / ${below.name}`, async () => {
              const [tops, bottoms] = [unitsOf(rows, index), unitsOf(rows, at)];
              const answers = await run(
                formula("x", `[${above.name}] / [${below.name}]`),
                byId,
                asText("x"),
                only("text"),
              );
              agrees(answers, tops.map((top, row) => quotient(top, above.scale, bottoms[row]!, below.scale)));
            });
          }
        }
        await test.step("small numbers, and literals", async () => {
          const answers = await run(
            formula("x", "([id] * 0.1 - 7) / ([id] * 3 - 60.3)"),
            byId,
            asText("x"),
            only("text"),
          );
          agrees(answers, rows.map(([id]) => quotient(BigInt(id) - 70n, 1, BigInt(id) * 30n - 603n, 1)));
          const [row] = await run(
            formula("x", "0.3 / 0.1"),
            formula("whole", "FLOOR(0.3 / 0.1)"),
            formula("xt", '[x] & ""'),
            formula("yt", '[whole] & ""'),
            only("xt", "yt"),
          );
          assert.deepEqual(row?.map(read), [3, 3]);
        });
        await test.step("what is left over decides what lies half-way", async () => {
          const middle = (2n ** 53n + 1n) * 10n ** 17n;
          for (const [top, expected] of [[middle, 2 ** 53], [middle + 1n, 2 ** 53 + 2]] as const) {
            const [row] = await run(
              formula("x", `TODECIMAL("${top}", 0) / TODECIMAL("${10n ** 17n}", 0)`),
              asText("x"),
              only("text"),
            );
            assert.equal(read(row?.[0]), expected);
          }
        });
        for (const { name, scale, precision } of exact) {
          if (precision > 20) continue;
          await test.step(`share of ${name}`, async () => {
            const units = unitsOf(rows, exact.findIndex((each) => each.name === name));
            const answers = await run(
              node("w", "window", {
                function: "share",
                column: name,
                as: "x",
                partition_by: [],
                order_by: [],
              }),
              byId,
              asText("x"),
              only("text"),
            );
            const total = units.reduce((sum, each) => sum + each, 0n);
            agrees(answers, units.map((each) => quotient(each, scale, total, scale)));
          });
        }
        await test.step("straight lines of a fill", async () => {
          const answers = await run(
            node("f", "filter", {
              logic: "and",
              conditions: [{ column: "id", operator: "<", value: 2 }],
            }),
            formula("v", "[id] + 1"),
            formula("d", 'DATE_ADD("day", [id] * 3, TODATE("2024-01-01"))'),
            node("l", "fill", {
              time: "d",
              bucket: { size: 1, unit: "day" },
              partition_by: [],
              columns: [{ column: "v", mode: "linear" }],
            }),
            asText("v"),
            node("o", "sort", { keys: [{ column: "d", direction: "asc" }] }),
            only("text"),
          );
          assert.deepEqual(answers.map(([cell]) => read(cell)), [1, 4 / 3, 5 / 3, 2]);
        });
      } finally {
        await engine.close();
      }
    },
  });
}
