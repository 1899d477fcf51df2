/**
 * What a function of the language cannot be without: a case that the engines run, and a place in a formula as deep as
 * the language allows.
 */
import assert from "node:assert/strict";
import { checkFormula } from "@/compiler/formula/mod.ts";
import { functions } from "@/compiler/formula/library/mod.ts";
import { compile } from "@/compiler/mod.ts";
import type { Catalog } from "@/compiler/schema/types.ts";
import { CASES } from "../cases/all.ts";
import { chain, everything, node } from "../support/graphs.ts";
import { FORMULAS } from "./formulas.ts";
import { HOSTILE, SCOPE } from "./hostile.ts";

const calledIn = (text: string) => [...text.matchAll(/\b([A-Z][A-Z0-9_]*)\s*\(/g)].map(([, name]) => name!);
const all = Object.values(FORMULAS).flat();
/** `agreement_test.ts` runs these over hostile rows on every engine and beside an evaluator, but for the clock's. */
const agreed = new Set(all.filter((formula) => !formula.includes("NOW()")).flatMap(calledIn));
/** `semantics_test.ts` runs these. */
const meant = new Set(CASES.flatMap(({ graph }) => calledIn(JSON.stringify(graph))));

Deno.test("every function of one row is compared over hostile rows, every other has a case", () => {
  const missing = functions.filter(({ name, level }) =>
    !(level === "scalar" && name !== "NOW" ? agreed : meant).has(name)
  );
  assert.deepEqual(missing.map(({ name }) => name), []);
});

const catalog: Catalog = {
  tables: [{
    database: "flowforge",
    table: "hostile",
    store: "clickhouse",
    columns: HOSTILE.map(({ name, type }) => ({ ...type, name })),
  }],
};

/** What brings a result back to the type of the argument that it takes the place of. */
const BACK: Readonly<Record<string, string>> = {
  string: "TOTEXT([v])",
  int64: "LENGTH(TOTEXT([v]))",
  decimal: "TODECIMAL(TOTEXT([v]), 2)",
  float64: "TOFLOAT(TOTEXT([v]))",
  date: "TODATE(TOTEXT([v]))",
  datetime: "TODATETIME(TOTEXT([v]))",
};

/** Enough that what is cut too late is too deep for a store, and few enough levels where each step becomes one. */
const STEPS = 40;

/** The type of a formula's first column. */
const typeRead = (formula: string) =>
  HOSTILE.find(({ name }) => name === /\[(\w+)\]/.exec(formula)?.[1])?.type.type ?? "";

/** The formula of its own result, again and again: each step reads the one before where its first column stands. */
function chained(formula: string) {
  const place = /\[(\w+)\]/.exec(formula)!;
  const type = typeRead(formula);
  const isBack = checkFormula(formula, SCOPE).type?.type === type;
  const again = formula.replace(place[0], () => isBack ? "[v]" : BACK[type] ?? place[0]);
  const steps = Array.from(
    { length: STEPS },
    (_, at) => node(`f${at}`, "formula", { as: "v", expression: at === 0 ? formula : again }),
  );
  return chain(node("a", "data_source", { database: "flowforge", table: "hostile" }), ...steps);
}

Deno.test("whatever a function is made of, a chain of it is cut into levels that a store reads", () => {
  // Texts of floats and of truth values are long themselves, so a chain through them says nothing of the function.
  const chains = all.toReversed().filter((formula) => {
    const given = checkFormula(formula, SCOPE).type?.type ?? "";
    return formula.includes("[") && (given === typeRead(formula) || !["boolean", "float64"].includes(given));
  });
  const first = new Map(chains.map((formula) => [calledIn(formula)[0], formula]));
  const refused: string[] = [];
  for (const [name, formula] of first) {
    const graph = chained(formula);
    for (const dialect of ["clickhouse", "postgres"] as const) {
      const result = compile(graph, `f${STEPS - 1}`, { catalog, dialect, entitlements: everything });
      if (!result.ok) refused.push(`${name} in ${dialect}: ${result.problems[0]?.message}`);
    }
  }
  assert.deepEqual(refused, []);
});
