/** What the functions that read refuse, and how they say it; the same of a cast in select. */
import assert from "node:assert/strict";
import { type Catalog, propagate } from "@/compiler/mod.ts";
import { checkFormula } from "@/compiler/formula/mod.ts";
import { catalog, chain, node, source } from "../support/graphs.ts";
import { SCOPE } from "./hostile.ts";

Deno.test("a format, a scale or a type that cannot be read by is one problem with its place", () => {
  const cases: readonly (readonly [formula: string, message: RegExp, place: string])[] = [
    ['TODATE([s], "MM YYYY")', /"MM YYYY" as a format: it has no day/, '"MM YYYY"'],
    ['TODATE([s], "D.M.")', /it has no year/, '"D.M."'],
    ['TODATE([s], "YYYY-DD")', /it has no month/, '"YYYY-DD"'],
    ['TODATE([s], "")', /it has no year/, '""'],
    ['TODATE([s], "[YYYY]-MM-DD")', /it has no year/, '"[YYYY]-MM-DD"'],
    ['TODATETIME([s], "D.M.YY hh:mm")', /12-hour clock need A/, '"D.M.YY hh:mm"'],
    ['TODATETIME([s], "D.M.YY h")', /12-hour clock need A/, '"D.M.YY h"'],
    ['TODATETIME([s], "D.M.YY HH:mm A")', /A needs hours/, '"D.M.YY HH:mm A"'],
    ['TODATE([s], "D.M.YY YYYY")', /the year stands twice/, '"D.M.YY YYYY"'],
    ["TODATE([s], [t])", /text in quotes expected, string found/, "[t]"],
    ['TODATE([a], "YYYY-MM-DD")', /it is for text/, '"YYYY-MM-DD"'],
    ["TODATE([d])", /text or a datetime expected, date found/, "[d]"],
    ["TODATE([i])", /text or a datetime expected, int64 found/, "[i]"],
    ["TODATETIME([d])", /text expected, date found/, "[d]"],
    ["TOINT([f])", /text or a number expected, boolean found/, "[f]"],
    ["TOFLOAT([a])", /text or a number expected, datetime found/, "[a]"],
    ["TODECIMAL([s], 39)", /from 0 to 38 expected, 39 found/, "39"],
    ["TODECIMAL([s], -1)", /from 0 to 38 expected/, "-1"],
    ["TODECIMAL([s], [i])", /from 0 to 38 expected, int64 found/, "[i]"],
    ["TODECIMAL([s])", /Cannot call TODECIMAL with 1 argument: 2 expected/, "TODECIMAL([s])"],
  ];
  for (const [formula, message, place] of cases) {
    const { problems } = checkFormula(formula, SCOPE);
    assert.equal(problems.length, 1, `${formula}: ${JSON.stringify(problems)}`);
    assert.match(problems[0]?.message ?? "", message, formula);
    assert.equal(formula.slice(problems[0]?.span?.start, problems[0]?.span?.end), place, formula);
  }
});

Deno.test("a null is read as null of the type that is asked for", () => {
  for (
    const [formula, type] of [["TOINT(null)", "int64"], ["TODATE(null)", "date"], [
      "TODECIMAL(null, 2)",
      "decimal",
    ]]
  ) assert.equal(checkFormula(formula ?? "", SCOPE).type?.type, type, formula);
});

Deno.test("select says what is wrong with a cast, beside its setting", () => {
  const problemsOf = (...casts: readonly unknown[]) => {
    const graph = chain(source(), node("s", "select", { columns: ["side", "flag"], casts }));
    const { nodes } = propagate(graph, catalog as Catalog);
    return (nodes.s?.problems ?? []).map(({ code, field, message }) => ({ code, field, message }));
  };
  const cases:
    readonly (readonly [casts: readonly unknown[], code: string, field: string, message: RegExp])[] = [
      [[{ column: "flag", type: "int64" }], "wrong_type", "casts[0].type", /boolean found/],
      [[{ column: "side", type: "date", format: "MM" }], "invalid_format", "casts[0].format", /has no year/],
      [[{ column: "quantity", type: "string" }], "unknown_column", "casts[0].column", /not selected/],
      [
        [{ column: "side", type: "date" }, { column: "side", type: "int64" }],
        "duplicate_name",
        "casts[1].column",
        /has a type already/,
      ],
      [[{ column: "side", type: "boolean" }], "invalid_setting", "casts[0].type", /"boolean"/],
      [[{ column: "side", type: "decimal", scale: 39 }], "too_large", "casts[0].scale", /39/],
      [[{ column: "nowhere", type: "int64" }], "unknown_column", "casts[0].column", /nowhere/],
    ];
  for (const [casts, code, field, message] of cases) {
    const problems = problemsOf(...casts);
    assert.equal(problems.length, 1, JSON.stringify(problems));
    assert.deepEqual([problems[0]?.code, problems[0]?.field], [code, field]);
    assert.match(problems[0]?.message ?? "", message);
  }
  assert.deepEqual(problemsOf({ column: "side", type: "date", format: "" }), []);
});

Deno.test("pieces of text, dates and numbers refuse what they have no meaning for", () => {
  const cases: readonly (readonly [formula: string, message: RegExp])[] = [
    ['SPLIT_PART([s], "", 1)', /Cannot split at an empty separator/],
    ['DATE_TRUNC("hour", [d])', /a date has no time of day/],
    ["GREATEST([f], [g])", /Cannot call GREATEST of boolean/],
    ["LEAST([i], [s])", /Cannot mix results of LEAST/],
    ["GREATEST()", /at least 1 expected/],
    ["WEEKDAY([s])", /a date or datetime expected, string found/],
    ["TRUNC([p], [i])", /from -60 to 60 expected/],
    ["SUBSTRING([s], [p])", /a whole number expected, decimal/],
  ];
  for (const [formula, message] of cases) {
    const { problems } = checkFormula(formula, SCOPE);
    assert.equal(problems.length, 1, `${formula}: ${JSON.stringify(problems)}`);
    assert.match(problems[0]?.message ?? "", message, formula);
  }
});

Deno.test("types are kept where a function promises it", () => {
  const types = {
    "TRUNC([p], 2)": "decimal",
    "TRUNC([i], -1)": "int64",
    "TRUNC([x])": "float64",
    "SIGN([x])": "int64",
    "EXP([i])": "float64",
    "GREATEST([i], [p])": "decimal",
    "LEAST([d], [a])": "datetime",
    "GREATEST([s])": "string",
    "WEEK([a])": "int64",
    'DATE_TRUNC("month", [d])': "date",
  };
  for (const [formula, type] of Object.entries(types)) {
    assert.equal(checkFormula(formula, SCOPE).type?.type, type, formula);
  }
});
