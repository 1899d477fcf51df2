import assert from "node:assert/strict";
import type { TypeName } from "@/compiler/mod.ts";
import { filterParameters, filtersFromQuery } from "@/lib/server/api/filters.ts";
import type { FilterOption } from "@/lib/server/dashboards/schema.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import { withFilter } from "../../routes/dashboards/(_view)/added_filter.ts";

const option = (column: string, type: TypeName): FilterOption => ({
  column,
  type,
  isEventTime: false,
  isOffered: false,
  hasValues: false,
});
const NAMES = ["limit", "offset", "range", "refresh", "key", "theme", ".dot", "note.in", "a.>", "plain"];
const options = [
  ...NAMES.map((name) => option(name, "string")),
  option("price", "decimal"),
  option("at", "datetime"),
];
const added = (column: string, operator: string, value: string, query = "") =>
  withFilter({ column, operator, value, query }, options);
const read = (query: string) => filtersFromQuery(filterParameters(query));

Deno.test("a column is filtered whatever its name means in an address", () => {
  for (const column of NAMES) {
    for (const operator of ["=", "!=", "contains"]) {
      const { filters, range, empty } = read(added(column, operator, "A, B"));
      assert.deepEqual({ filters, range, empty }, {
        filters: [{ column, operator, value: "A, B" }],
        range: undefined,
        empty: [],
      });
    }
  }
});

Deno.test("lists keep quoted commas, pairs replace each other, and what was chosen stays", () => {
  const list = added("plain", "in", `"Amazon.com, Inc.", Apple`, "symbol=AAPL&refresh=60");
  assert.deepEqual(read(list).filters, [
    { column: "symbol", operator: "=", value: "AAPL" },
    { column: "plain", operator: "in", value: ["Amazon.com, Inc.", "Apple"] },
  ]);
  assert.match(list, /refresh=60/);
  const between = added("price", "between", "3, 4", added("price", "between", "1,2"));
  assert.deepEqual(read(between).filters, [{ column: "price", operator: "between", value: ["3", "4"] }]);
  assert.deepEqual(read(added("at", "=", " 2026-11-22 ")).filters, [
    { column: "at", operator: "=", value: "2026-11-22" },
  ]);
  assert.deepEqual(read(added("at", "is_null", "")).filters, [{ column: "at", operator: "is_null" }]);
});

Deno.test("what could not be applied is refused with the field that is wrong", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ["elsewhere", "=", "1", "column"],
    ["price", "contains", "1", "operator"],
    ["price", ">", "dear", "value"],
    ["price", ">", " ", "value"],
    ["price", "between", "1", "value"],
    ["at", "last_n", "soon", "at.last_n"],
  ];
  for (const [column, operator, value, field] of cases) {
    assert.throws(() => added(column, operator, value), (error) => {
      assert.ok(error instanceof FlowForgeError);
      assert.equal(error.status, 422);
      assert.equal(error.options.problems?.[0]?.field, field);
      return true;
    });
  }
});
