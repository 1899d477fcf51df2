import assert from "node:assert/strict";
import fc from "fast-check";
import { cleanLabel, fitText, textWidth } from "@/lib/charts/shared/text.ts";

Deno.test("fitText() fits, and cuts between letters, not inside them", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.integer({ min: 20, max: 200 }),
      (text, width) => {
        assert.ok(textWidth(fitText(text, width)) <= width + 0.01);
      },
    ),
  );
  assert.equal(fitText("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 44), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦…");
  assert.equal(fitText("short", 100), "short");
});

Deno.test("cleanLabel() leaves one well-formed line without direction overrides", () => {
  assert.equal(cleanLabel("a\nb\u0000\u202Ec\uD800"), "a b c\uFFFD");
});
