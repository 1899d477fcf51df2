/** What a time range reaches: the event time of each table, to its end and no further. */
import type { Mutant } from "./mutant.ts";
import { TESTS } from "./tests.ts";

export const ranges: readonly Mutant[] = [
  {
    name: "ranges: the end is included",
    file: "compiler/plan/ranges.ts",
    find: 'call("lt", [moment, end])',
    replace: 'call("le", [moment, end])',
    caughtBy: TESTS.semantics,
    only: "ClickHouse",
    family: "a range is about the event time of each table",
    why: "both ends look alike",
  },
  {
    name: "ranges: the catalogue has the say on a source of current state",
    file: "compiler/nodes/data_source.ts",
    find: 'return name === "" ? null : undefined;',
    replace: "return undefined;",
    caughtBy: TESTS.semantics,
    only: "ClickHouse",
    family: "a range leaves a source of current state alone",
    why: "the state of now is cut by when it was updated",
  },
  {
    name: "ranges: the catalogue has the say on a source's own event time",
    file: "compiler/plan/scan.ts",
    find: "name === eventTime",
    replace: "name === table.eventTime",
    caughtBy: TESTS.semantics,
    only: "ClickHouse",
    family: "a source names the column that a range is about",
    why: "events are shown by another time than the one that was chosen",
  },
  {
    name: "ranges: on the first time that a table has",
    file: "compiler/plan/scan.ts",
    find: "all.find(({ name }) => name === eventTime)",
    replace: 'all.find(({ type }) => type.type === "datetime")',
    caughtBy: TESTS.askedFilters,
    why: "the state of now is cut by when it was updated",
  },
];
