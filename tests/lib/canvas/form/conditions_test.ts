import assert from "node:assert/strict";
import type { Column } from "@/compiler/browser.ts";
import { newCondition, withColumn, withOperator } from "@/lib/canvas/form/conditions.ts";

const columns: readonly Column[] = [
  { name: "price", type: "decimal", nullable: false },
  { name: "quantity", type: "int64", nullable: false },
  { name: "symbol", type: "string", nullable: false },
  { name: "event_time", type: "datetime", nullable: false },
];

Deno.test("newCondition() starts with the first column and an operator of its type", () => {
  assert.deepEqual(newCondition(columns), { column: "price", operator: "=" });
  assert.deepEqual(newCondition([]), { column: "", operator: "=" });
});

Deno.test("withOperator() keeps what the new operator can use", () => {
  const equal = { column: "symbol", operator: "=", value: "AAPL", ignore_case: true };
  assert.deepEqual(withOperator(equal, "in"), {
    column: "symbol",
    operator: "in",
    value: ["AAPL"],
    ignore_case: true,
  });
  assert.deepEqual(withOperator(equal, "is_null"), { column: "symbol", operator: "is_null" });
  const range = withOperator({ column: "price", operator: ">", value: 5 }, "between");
  assert.deepEqual(range.value, [5, ""]);
  assert.deepEqual(withOperator(range, "<").value, 5);
  const recent = withOperator(
    { column: "event_time", operator: "after", value: "2026-01-01T00:00:00Z" },
    "last_n",
  );
  assert.deepEqual(recent.value, { size: 1, unit: "day" });
});

Deno.test("withOperator() drops the other column when the operator takes no single value", () => {
  const compared = { column: "price", operator: ">", other_column: "quantity" };
  assert.equal(withOperator(compared, "<").other_column, "quantity");
  assert.equal("other_column" in withOperator(compared, "between"), false);
});

Deno.test("withColumn() keeps the operator only when the new type has it", () => {
  const condition = { column: "price", operator: ">", value: 100, note: "kept" };
  assert.deepEqual(withColumn(condition, "quantity", columns), {
    column: "quantity",
    operator: ">",
    note: "kept",
  });
  const renamed = withColumn({ column: "symbol", operator: "starts_with", value: "A" }, "price", columns);
  assert.notEqual(renamed.operator, "starts_with");
  const unknown = withColumn(condition, "gone", columns);
  assert.equal(unknown.value, 100, "a column that is missing for now loses nothing");
});
