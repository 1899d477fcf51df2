import assert from "node:assert/strict";
import fc from "fast-check";
import type { Field } from "@/compiler/browser.ts";
import { autoNamed } from "@/lib/canvas/form/auto_name.ts";
import { initialRecord } from "@/lib/canvas/form/initial.ts";
import { moved } from "@/lib/canvas/form/moved.ts";
import { momentOf, momentValue, parseScalar, showScalar } from "@/lib/canvas/form/scalar.ts";

Deno.test("parseScalar() never loses a digit", () => {
  assert.equal(parseScalar("100", "int64"), 100);
  assert.equal(parseScalar("0.10", "decimal"), "0.10");
  assert.equal(parseScalar("9007199254740993", "int64"), "9007199254740993");
  assert.equal(parseScalar("1e", "float64"), "1e");
  assert.equal(parseScalar("", "int64"), undefined);
  assert.equal(parseScalar("", "string"), "");
  assert.equal(parseScalar("7", "string"), "7");
});

Deno.test("times are entered and shown in UTC", () => {
  assert.equal(parseScalar("2026-03-29T01:30", "datetime"), "2026-03-29T01:30:00Z");
  assert.equal(showScalar("2026-03-29T01:30:00Z", "datetime"), "2026-03-29T01:30:00");
  assert.equal(showScalar("2026-03-29T02:30:00+02:00", "datetime"), "2026-03-29T00:30:00");
  assert.equal(showScalar("2026-11-22T10:00:00", "datetime"), "2026-11-22T10:00:00", "no zone is UTC");
  for (const text of ["nonsense", "22 November", "11/22/2026"]) {
    assert.equal(showScalar(parseScalar(text, "datetime"), "datetime"), text, "no time is made of it");
    assert.equal(momentOf(text), null);
  }
  assert.equal(parseScalar("2026-11-27T10:00:00Z", "datetime"), "2026-11-27T10:00:00Z");
  assert.equal(parseScalar("2026-11-27", "datetime"), "2026-11-27", "a date means its day");
  assert.equal(showScalar("2026-11-27", "datetime"), "2026-11-27");
  assert.equal(parseScalar(" 2026-11-27T12:00:00.5+02:00", "datetime"), "2026-11-27T10:00:00.500Z");
  assert.equal(parseScalar("soon ", "datetime"), "soon", "what is no time is said by the compiler");
});

Deno.test("a date and a time of day make a moment, a date alone its day", () => {
  assert.deepEqual(momentOf("2026-11-22T10:00:00"), { date: "2026-11-22", time: "10:00:00" });
  assert.deepEqual(momentOf("20261122T1000+02"), { date: "2026-11-22", time: "08:00:00" });
  assert.deepEqual(momentOf("2026-11-22"), { date: "2026-11-22", time: "" });
  assert.equal(momentValue({ date: "2026-11-22", time: "10:30" }), "2026-11-22T10:30:00Z");
  assert.equal(momentValue({ date: "2026-11-22", time: "" }), "2026-11-22");
  assert.equal(momentValue({ date: "", time: "10:30" }), undefined);
});

Deno.test("what is shown of a time is read as the same time", () => {
  const moments = fc.date({ min: new Date("1971-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(fc.property(moments, (moment) => {
    const value = parseScalar(moment.toISOString(), "datetime");
    assert.equal(parseScalar(showScalar(value, "datetime"), "datetime"), value);
  }));
});

Deno.test("truths are read in words, and other words stay to be complained of", () => {
  assert.equal(parseScalar("TRUE", "boolean"), true);
  assert.equal(parseScalar("false", "boolean"), false);
  assert.equal(parseScalar("yes", "boolean"), "yes");
});

Deno.test("moved() reorders and refuses places that do not exist", () => {
  assert.deepEqual(moved(["a", "b", "c"], 0, 2), ["b", "c", "a"]);
  assert.deepEqual(moved(["a", "b", "c"], 2, 0), ["c", "a", "b"]);
  assert.deepEqual(moved(["a", "b"], 0, 2), ["a", "b"]);
  assert.deepEqual(moved(["a", "b"], 0, -1), ["a", "b"]);
});

const metric: readonly Field[] = [
  { key: "function", label: "Function", kind: "choice", options: [{ value: "sum", label: "sum" }] },
  { key: "column", label: "Column", kind: "column" },
  { key: "as", label: "Name", kind: "text" },
];

Deno.test("autoNamed() follows function and column until a name is typed", () => {
  const first = autoNamed({ function: "sum", as: "" }, { function: "sum", column: "price", as: "" }, metric);
  assert.equal(first.as, "sum_price");
  const second = autoNamed(first, { ...first, function: "avg" }, metric);
  assert.equal(second.as, "avg_price");
  const typed = autoNamed(second, { ...second, as: "mean" }, metric);
  assert.equal(typed.as, "mean");
  assert.equal(autoNamed(typed, { ...typed, function: "max" }, metric).as, "mean");
});

Deno.test("autoNamed() leaves records without those fields alone", () => {
  const after = { column: "price", direction: "asc" };
  assert.equal(autoNamed({}, after, [{ key: "column", label: "Column", kind: "column" }]), after);
});

Deno.test("initialRecord() fills what must be there and leaves out what is optional", () => {
  assert.deepEqual(initialRecord(metric), { function: "sum", column: "", as: "" });
  assert.deepEqual(
    initialRecord([
      { key: "size", label: "Size", kind: "number", integer: true, min: 1 },
      { key: "note", label: "Note", kind: "text", optional: true },
      { key: "when", label: "When", kind: "text", when: { key: "size", in: ["x"] } },
    ]),
    { size: 1 },
  );
  const frame = { key: "preceding", label: "Rows before", kind: "number", words: ["unbounded"] } as const;
  assert.deepEqual(initialRecord([frame]), { preceding: "unbounded" });
});
