/** One row becomes several: unpivots, and the series that rows are laid out on. */
import type { Mutant } from "./mutant.ts";
import { TESTS } from "./tests.ts";

export const spreading: readonly Mutant[] = [
  {
    name: "unpivot: the names of the columns the other way round",
    file: "compiler/nodes/unpivot.ts",
    find: "const names = listed.map(",
    replace: "const names = listed.toReversed().map(",
    caughtBy: TESTS.semantics,
    only: "ClickHouse",
    family: "unpivot: a row for each listed column",
    why: "two lists that have to run alike",
  },
  {
    name: "unpivot: rows of one row in any order",
    file: "compiler/nodes/unpivot.ts",
    find: "[...input.order, ascending(position)]",
    replace: "input.order",
    caughtBy: TESTS.golden,
    family: "unpivot",
    why: "engines give them in the listed order mostly, unasked",
  },
  {
    name: "unpivot: the type of the first column for all",
    file: "compiler/nodes/unpivot.ts",
    find: "    common = wider;",
    replace: "    common = columns[0]?.type ?? wider;",
    caughtBy: TESTS.oracle,
    family: "random workflows mean what the oracle says",
    why: "the columns are mostly of one type",
  },
  {
    name: "unpivot: a listed column stays as well",
    file: "compiler/nodes/unpivot.ts",
    find: "input.columns.filter((column) => !listed.includes(column))",
    replace: "input.columns.filter((column) => listed.indexOf(column) < 1)",
    caughtBy: TESTS.semantics,
    only: "ClickHouse",
    family: "unpivot: ",
    why: "an index that is taken for a truth",
  },
  {
    name: "fusion: rows that were cut are multiplied where they are cut",
    file: "compiler/plan/fusion.ts",
    find: "limited: { project: joins,",
    replace: "limited: { expand: joins, project: joins,",
    caughtBy: TESTS.semantics,
    only: "ClickHouse",
    family: "unpivot: ",
    why: "a series is joined in FROM, which stands before LIMIT",
  },
  {
    name: "series: one number too many",
    file: "compiler/dialects/postgres/mod.ts",
    find: "${end} - 1, ${step}) AS",
    replace: "${end}, ${step}) AS",
    caughtBy: TESTS.semantics,
    only: "PostgreSQL",
    family: "unpivot: ",
    why: "generate_series() includes its end, range() does not",
  },
];
