/** Tables of other stores: which rows are asked for, and where they are bound. */
import type { Mutant } from "./mutant.ts";
import { TESTS } from "./tests.ts";

const WANTED = "compiler/plan/wanted_symbols.ts";
const HANDED = "compiler/emit/handed.ts";

export const handing: readonly Mutant[] = [
  {
    name: "handing: OR asks for what both sides allow",
    file: WANTED,
    find: 'if (op === "or") return args.map((arg) => namedBy(arg, id)).reduce(either, []);',
    replace: 'if (op === "or") return args.map((arg) => namedBy(arg, id)).reduce(both, "all");',
    caughtBy: TESTS.handed,
    family: "the entitled symbols are asked for",
    why: "as AND does",
  },
  {
    name: "handing: a filter asks for symbols beyond the entitlement",
    file: WANTED,
    find: "one.filter((symbol) => other.includes(symbol))",
    replace: "other",
    caughtBy: TESTS.handed,
    family: "the entitled symbols are asked for",
    why: "the statement takes them away again",
  },
  {
    name: "handing: the second reader of a table decides whose rows there are",
    file: HANDED,
    find: "handed.symbols = either(handed.symbols, wanted);",
    replace: "handed.symbols = wanted;",
    caughtBy: TESTS.handed,
    family: "a table that is read twice",
    why: "mostly a table is read once",
  },
  {
    name: "handing: no rows where no column is read",
    file: HANDED,
    find: "if (columns.size > 0) return [...columns.values()];",
    replace: "return [...columns.values()];",
    caughtBy: TESTS.handed,
    family: "rows are counted where no column",
    why: "what is not read need not be bound",
  },
  {
    name: "handing: a bound column is read as its own store has it",
    file: "compiler/emit/sources.ts",
    find: "isHanded ? { ...stored, column: { ...stored.column, storeType: undefined } } : stored",
    replace: "stored",
    caughtBy: TESTS.handed,
    family: "what is bound has our own types",
    why: "the catalogue says so",
  },
];
