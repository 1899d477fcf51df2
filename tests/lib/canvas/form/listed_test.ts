import { deepEqual, equal } from "node:assert/strict";
import fc from "fast-check";
import { pastedValues, typedValues } from "@/lib/canvas/form/listed.ts";

Deno.test("a typed text is one value, commas and all", () => {
  deepEqual(typedValues("Amazon.com, Inc.", "string"), ["Amazon.com, Inc."]);
  deepEqual(typedValues(' "as is"', "string"), [' "as is"']);
  deepEqual(typedValues("A,B", undefined), ["A,B"], "of an unknown column too");
  deepEqual(typedValues("  ", "string"), []);
});

Deno.test("commas separate numbers and times", () => {
  deepEqual(typedValues("1, 2;3", "int64"), ["1", "2", "3"]);
  deepEqual(typedValues("2026-11-27, 2026-11-27T10:00:00Z,", "datetime"), [
    "2026-11-27",
    "2026-11-27T10:00:00Z",
  ]);
});

Deno.test("a pasted list has a value a line or a cell; one text goes on to be typed in", () => {
  deepEqual(pastedValues("Amazon.com, Inc.\r\nApple Inc.\n", "string"), ["Amazon.com, Inc.", "Apple Inc."]);
  deepEqual(pastedValues("AAPL\tMSFT", "string"), ["AAPL", "MSFT"]);
  equal(pastedValues("Amazon.com, Inc.", "string"), null);
  deepEqual(pastedValues("Amazon.com, Inc.\n", "string"), ["Amazon.com, Inc."]);
  deepEqual(pastedValues("1,2\n3", "int64"), ["1", "2", "3"]);
  equal(pastedValues("12", "int64"), null);
});

Deno.test("quotes in a pasted list are read as CSV has them, where all of it is such a list", () => {
  const cases: readonly (readonly [string, readonly string[] | null])[] = [
    ['"Amazon.com, Inc.","Apple Inc."', ["Amazon.com, Inc.", "Apple Inc."]],
    ['"Amazon.com, Inc.", Apple\n"a ""b"" c"', ["Amazon.com, Inc.", "Apple", 'a "b" c']],
    ['"Amazon.com, Inc."', ["Amazon.com, Inc."]],
    ['"one\nvalue"\t"two"', ["one\nvalue", "two"]],
    ['"Bud" Light', null],
    ['the "best", they say', null],
    ['"open', null],
  ];
  for (const [pasted, values] of cases) deepEqual(pastedValues(pasted, "string"), values, pasted);
});

Deno.test("what is written as CSV is read back", () => {
  const value = fc.string({ unit: "grapheme", minLength: 1 });
  const separator = fc.constantFrom(",", ", ", "\n", "\r\n", "\t");
  fc.assert(fc.property(fc.array(value, { minLength: 1, maxLength: 6 }), separator, (values, between) => {
    const csv = values.map((each) => `"${each.replaceAll('"', '""')}"`).join(between);
    deepEqual(pastedValues(csv, "string"), values);
  }));
});

Deno.test("lines without quotes are read back", () => {
  const line = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) =>
    text === text.trim() && !/["\t\r\n]/.test(text)
  );
  fc.assert(fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (values) => {
    deepEqual(pastedValues(values.join("\n"), "string"), values);
  }));
});
