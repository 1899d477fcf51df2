import assert from "node:assert/strict";
import fc from "fast-check";
import { checkFormula, completions, type Scope, tokenize } from "@/compiler/formula/mod.ts";
import { functionReference } from "@/compiler/formula/library/reference.ts";
import { param } from "@/compiler/functions/mod.ts";
import type { TypeName } from "@/compiler/schema/types.ts";
import { evaluate } from "./evaluator/evaluate.ts";

const scope: Scope = new Map(
  ([["price", "decimal"], ["qty", "int64"], ["symbol", "string"], ["day", "date"], ["a]b", "float64"]] as [
    string,
    TypeName,
  ][]).map(([name, type], id) => [name, { id, type: { type, nullable: false } }]),
);

function valueOf(formula: string) {
  const { expr, problems } = checkFormula(formula, scope);
  assert.ok(expr, `${formula}: ${problems[0]?.message}`);
  return evaluate(expr, new Map());
}

Deno.test("checkFormula() binds operators as documented", () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ["-2^2", -4],
    ["2^3^2", 512],
    ["2^-1", 0.5],
    ["2 + 3 * 4", 14n],
    ["(2 + 3) * 4", 20n],
    ["10 - 4 - 3", 3n],
    ["-7 % 3", -1n],
    ["1 = 1 AND 2 <> 3", true],
    ["true or false and false", true],
    ["NOT 1 == 2", true],
    ["'a' & 1 + 1", "a2"],
    ['\'it\'\'s\' & "say ""x"""', 'it\'ssay "x"'],
    ["1 // one\n+ 2", 3n],
    ["iF(false, 1, TRUE, 2, 3)", 2n],
    ["9223372036854775807 + 1", null],
    ["1 / 0", null],
    ["1e3", 1000],
  ];
  for (const [formula, expected] of cases) assert.deepEqual(valueOf(formula), expected, formula);
});

Deno.test("checkFormula() says what is wrong and where", () => {
  const cases: readonly (readonly [string, string, number, number, RegExp?])[] = [
    ["[prise] + 1", "unknown_column", 0, 7, /\[price\]/],
    ["ROND([price], 2)", "unknown_function", 0, 4, /ROUND/],
    ["price", "unknown_name", 0, 5, /\[price\]/],
    ["[symbol] + 1", "wrong_type", 0, 8, /&/],
    ["[day] + 1", "wrong_type", 0, 5, /DATE_ADD/],
    ["[day] > '2024-01-01'", "wrong_type", 8, 20, /DATE\("2024-01-01"\)/],
    ["[qty] = null", "null_comparison", 0, 12, /ISNULL/],
    ["CASE [qty] WHEN null THEN 1 END", "null_comparison", 16, 20],
    ["SUM([qty])", "wrong_level", 0, 3, /Group by/],
    ["LAG([qty])", "wrong_level", 0, 3, /Window/],
    ["IF([qty], 1, 2)", "wrong_type", 3, 8],
    ["IF([qty] > 1, 1, 'a')", "wrong_type", 17, 20],
    ["LEFT([symbol])", "wrong_arguments", 0, 14],
    ["DATE('2024-02-30')", "invalid_literal", 5, 17],
    ["DATE_DIFF('dya', [day], [day])", "wrong_unit", 10, 15, /"day"/],
    ["MATCHES([symbol], '(')", "invalid_pattern", 18, 21],
    ["[price] +", "formula_syntax", 9, 9],
    ["([price]", "formula_syntax", 0, 1],
    ["'open", "formula_syntax", 0, 5],
    ["[qty] || 1", "formula_syntax", 6, 7],
  ];
  for (const [formula, code, start, end, hint] of cases) {
    const { expr, problems } = checkFormula(formula, scope);
    assert.equal(expr, undefined, formula);
    const [first] = problems;
    assert.deepEqual([first?.code, first?.span], [code, { start, end }], `${formula}: ${first?.message}`);
    if (hint !== undefined) assert.match(first?.hint ?? "", hint, formula);
  }
});

Deno.test("checkFormula() reports every fault of a formula", () => {
  const { problems } = checkFormula("[x] + UPPR([y]) & (1", scope);
  assert.deepEqual(problems.map((problem) => problem.code), [
    "unknown_column",
    "unknown_function",
    "unknown_column",
    "formula_syntax",
  ]);
});

Deno.test("checkFormula() allows aggregates and windows where they have a meaning", () => {
  const keys = new Set([1]);
  assert.equal(checkFormula("SUM([price]) / COUNT()", scope, { allow: "aggregate" }).level, "aggregate");
  assert.equal(checkFormula("SUM([price]) * [qty]", scope, { allow: "aggregate", keys }).problems.length, 0);
  assert.equal(
    checkFormula("SUM([price]) * [qty]", scope, { allow: "aggregate" }).problems[0]?.code,
    "mixed_levels",
  );
  assert.equal(
    checkFormula("SUM(MAX([price]))", scope, { allow: "aggregate" }).problems[0]?.code,
    "nested_aggregate",
  );
  assert.equal(checkFormula("LAG([price])", scope, { allow: "window" }).problems[0]?.code, "order_needed");
  const orderBy = [{
    expr: param(null, { type: "string", nullable: true }),
    direction: "asc",
    nulls: "last",
  }] as const;
  const ordered = (text: string) => checkFormula(text, scope, { allow: "window", orderBy });
  assert.equal(ordered("LAG([price])").level, "window");
  for (const text of ["SUM([price])", "COUNT()", "RUNNING_TOTAL(SUM([price]))", "SUM(LAG([price]))"]) {
    assert.equal(ordered(text).problems[0]?.code, "wrong_level", text);
  }
});

Deno.test("checkFormula() survives anything", () => {
  for (const text of ["(", "[", "-", "NOT ", "CASE ", "IF(", "1+", "a", "'", "2^", "&", "((", "1,"]) {
    // An odd number of quotes, so that none closes.
    const formula = text.repeat(9_999 / text.length);
    assert.ok(checkFormula(formula, scope).problems.length > 0, text);
  }
  assert.equal(checkFormula("1".repeat(10_001), scope).problems[0]?.code, "too_large");
  assert.equal(checkFormula("(".repeat(10_000), scope).problems[0]?.code, "too_large");
  const pieces = fc.constantFrom(
    "[price]",
    "[",
    "]",
    "(",
    ")",
    "IF(",
    "CASE ",
    "WHEN ",
    "THEN ",
    "END",
    "'",
    '"',
    ",",
    "+",
    "-",
    "^",
    "1e",
    "2.5",
    "null",
    "=",
    "//",
    "\n",
    "é",
    "DATE(",
    " ",
  );
  fc.assert(fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(200), (parts, position) => {
    const text = parts.join("");
    for (const { span } of checkFormula(text, scope).problems) {
      assert.ok(span && span.start >= 0 && span.start <= span.end && span.end <= text.length, text);
    }
    completions(text, position, []);
    let end = 0;
    for (const token of tokenize(text)) {
      assert.ok(token.span.start >= end && token.span.end > token.span.start);
      end = token.span.end;
    }
  }));
});

Deno.test("completions() offers columns, functions and keywords at the place", () => {
  const columns = [{ name: "price", type: "decimal", nullable: false }, {
    name: "a]b",
    type: "string",
    nullable: true,
  }] as const;
  const labels = (text: string, position = text.length) =>
    completions(text, position, columns).items.map((item) => item.label);
  assert.deepEqual(labels("1 + [pr"), ["price"]);
  assert.deepEqual(completions("ROUND([pr, 2)", 9, columns), {
    from: 6,
    to: 9,
    items: [{ label: "price", kind: "column", insert: "[price]", detail: "decimal(18,6)" }],
  });
  assert.equal(completions("[a]]", 4, columns).items[0]?.insert, "[a]]b]");
  assert.deepEqual(labels("rou"), ["ROUND"]);
  assert.deepEqual(labels("'rou"), []);
  assert.ok(labels("").includes("CASE"));
  assert.ok(!labels("").includes("SUM"));
});

Deno.test("functionReference examples are sound", () => {
  const names = ["pnl", "price", "id", "rate", "variance", "bid", "size", "quantity", "ratio", "return"];
  const typed = (type: TypeName, list: readonly string[]) =>
    list.map((name, id) => [name, { id, type: { type, nullable: true } }] as const);
  const all: Scope = new Map([
    ...typed("int64", names),
    ...typed("string", ["symbol", "name", "side"]),
    ...typed("datetime", ["time", "opened", "closed", "date"]),
  ]);
  const orderBy = [{
    expr: { kind: "column", id: 91, type: { type: "datetime", nullable: true } },
    direction: "asc",
    nulls: "last",
  }] as const;
  for (const { example, help, name, level } of functionReference) {
    assert.match(help, /\w.*\.$|…$/, name);
    const { problems } = checkFormula(example, all, { allow: level, orderBy });
    assert.deepEqual(problems, [], name);
  }
});
