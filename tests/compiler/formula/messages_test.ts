/** What a newcomer reads: habits of other languages are recognised, one fault is told once, units are offered. */
import assert from "node:assert/strict";
import { checkFormula, completions } from "@/compiler/formula/mod.ts";
import { SCOPE } from "./hostile.ts";

const only = (formula: string) => {
  const { problems } = checkFormula(formula, SCOPE);
  assert.equal(problems.length, 1, `${formula}: ${JSON.stringify(problems)}`);
  const [problem] = problems;
  assert.ok(problem);
  return problem;
};

Deno.test("habits of other languages get a hint", () => {
  const cases: readonly (readonly [string, RegExp])[] = [
    ["= [i] + 1", /no = in front/],
    ["[f] && [g]", /Use AND/],
    ["[i] ** 2", /\^ for a power/],
    ["1,000", /not inside numbers/],
    ["[i] × 2", /Write \*\./],
    ["[i] ≥ 2", /Write >=\./],
    ["# note", /\/\/ before a comment/],
    ["[i] mod 2", /Write %/],
    ["TODAY()", /DATE\(NOW\(\)\)/],
    ["LEN([s])", /LENGTH/],
    ["IFNULL([i], 0)", /COALESCE/],
    ["NOW", /Write NOW\(\)\./],
    ["[ i ]", /\[i\]/],
    ["[i] = '5'", /TEXT\(/],
    ["[f] = 1", /true or false/],
    ["[a] > 'soon'", /Write DATE\("2024-01-31"\)\./],
    ["DATE_DIFF('day', '2024-01-01', [d])", /Write DATE\("2024-01-01"\)\./],
    ["DATE_ADD('day', 1, '2024-01-01 10:00')", /Write DATETIME\("2024-01-01 10:00"\)\./],
    ["DATE_DIFF(day, [a], [b])", /"day"/],
  ];
  for (const [formula, hint] of cases) {
    const { problems: [problem] } = checkFormula(formula, SCOPE);
    assert.match(problem?.hint ?? "", hint, formula);
    assert.match(problem?.message ?? "", /^Cannot .*[^.]\.$/s, formula);
  }
});

Deno.test("one fault is one problem, which names what was found", () => {
  assert.match(only("ROUND([p], 100)").message, /from -60 to 60 expected, 100 found/);
  assert.match(only("[price").message, /\] is missing/);
  assert.match(only("CASE WHEN [f] 1 END").message, /THEN is expected, "1" found/);
  assert.match(only(")").message, /a value is expected/);
  assert.match(only("1e400").message, /too large/);
  assert.match(only('DATE_TRUNC("hour", [d])').message, /to the hour/);
  assert.match(only("sum").message, /Cannot use SUM alone/);
});

Deno.test("completions() offers the units where a call begins with one", () => {
  const labels = (text: string, position = text.length) =>
    completions(text, position, []).items.map(({ label }) => label);
  const units = ["second", "minute", "hour", "day", "week", "month", "quarter", "year"];
  assert.deepEqual(labels("DATE_DIFF("), units);
  assert.deepEqual(labels('DATE_ADD("'), units);
  assert.deepEqual(labels("1 + date_trunc( 'm"), ["minute", "month"]);
  assert.deepEqual(labels("DATE_DIFF(da"), ["day"]);
  assert.deepEqual(completions('DATE_DIFF("mo", [a], [b])', 13, []), {
    from: 10,
    to: 14,
    items: [{ label: "month", kind: "keyword", insert: '"month"', detail: "unit" }],
  });
  // An open quote ends where the cursor is, not where the formula does.
  assert.deepEqual(completions('DATE_DIFF("da, [a], [b])', 13, []).to, 13);
  assert.deepEqual(labels('DATE_DIFF("day", '), labels("1 + "));
  assert.deepEqual(labels('LEFT("'), []);
  assert.ok(labels("ROUND(").includes("ABS"));
});

Deno.test("completions() answers at every place of every formula, inside its bounds", () => {
  const columns = [{ name: "a]b", type: "int64", nullable: true }, {
    name: "price",
    type: "decimal",
    nullable: false,
  }] as const;
  const texts = [
    "",
    "IF([price] > 1, \"a\", 'b') // end",
    'CASE WHEN [a]]b] = 1e3 THEN DATE_DIFF("day", [x], NOW()) END',
    "DATE_ADD('",
    '[pri & "𝄞',
    "((((NOT ",
    ",,)]'\"",
  ];
  for (const text of texts) {
    for (let place = -1; place <= text.length + 1; place++) {
      const { from, to, items } = completions(text, place, columns);
      assert.ok(from >= 0 && from <= to && to <= text.length, `${text} at ${place}`);
      assert.ok(items.every((item) => item.insert !== "" && item.label !== ""));
      for (const item of items) {
        if (item.kind === "function") assert.ok(item.detail !== "");
      }
    }
  }
});
