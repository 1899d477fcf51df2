/** Laying a statement out moves lines, never what is quoted, and the marks go with their text. */
import assert from "node:assert/strict";
import { type Fragment, indented, joined, laidOut, marked, sql } from "@/compiler/emit/fragments.ts";

const inner = (name: string): Fragment =>
  joined([sql`SELECT ${marked(`${name} AS c1`, "columns")}`, marked(`FROM ${name}`, "table")], "\n");

Deno.test("levels stand to the right of what reads them", () => {
  const nested = sql`SELECT 1\nFROM (\n${
    indented(sql`SELECT 2\nFROM (\n${indented(inner("t"))}\n) AS s2`)
  }\n) AS s1`;
  assert.equal(
    laidOut(nested).text,
    [
      "SELECT 1",
      "FROM (",
      "  SELECT 2",
      "  FROM (",
      "    SELECT t AS c1",
      "    FROM t",
      "  ) AS s2",
      ") AS s1",
    ]
      .join("\n"),
  );
});

Deno.test("a line break in a name stays what it is", () => {
  const name = '"two\nlines"';
  const { text, marks } = laidOut(sql`FROM (\n${indented(indented(inner(name)))}\n)`);
  assert.equal(text, `FROM (\n    SELECT ${name} AS c1\n    FROM ${name}\n)`);
  assert.deepEqual(marks.map(({ nodeId, start, end }) => [nodeId, text.slice(start, end)]), [
    ["columns", `${name} AS c1`],
    ["table", `FROM ${name}`],
  ]);
});

Deno.test("a mark over several lines begins and ends with its text", () => {
  const whole = marked(sql`A\n${indented("B\nC")}\nD`, "node");
  const { text, marks } = laidOut(sql`(\n${indented(whole)}\n)`);
  assert.equal(text, "(\n  A\n    B\nC\n  D\n)");
  assert.deepEqual(marks.map(({ start, end }) => text.slice(start, end)), ["A\n    B\nC\n  D"]);
});
