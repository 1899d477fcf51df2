import assert from "node:assert/strict";
import { signal } from "@preact/signals";
import fc from "fast-check";
import { createDecoder } from "@/lib/fresh/islands/deserialize.ts";
import { Serializer, toScriptJson } from "@/lib/fresh/islands/serialize.ts";
import type { Encoded, Row } from "@/lib/fresh/islands/format.ts";

const seed = Math.floor(Math.random() * 2 ** 31);
console.log(`fast-check seed: ${seed}`);

function roundTrip<T>(value: T): { result: T; json: string } {
  const serializer = new Serializer(() => 0);
  const root = serializer.encode(value, "props");
  const json = toScriptJson({ root, rows: serializer.rows });
  const read = JSON.parse(json) as { root: Encoded; rows: Row[] };
  const decode = createDecoder(read.rows, { slot: (number) => number, signal });
  return { result: decode(read.root) as T, json };
}

const leaf = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("</script>", "<!--", "__proto__", "constructor", "\u2028"),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.bigInt(),
  fc.constantFrom(null, undefined, NaN, Infinity, -Infinity, -0),
  fc.date({ noInvalidDate: false }),
  fc.webUrl().map((url) => new URL(url)),
  fc.uint8Array(),
  fc.constantFrom(/a+</gi, /[/]/u),
);
const key = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "hasOwnProperty"));
const { value } = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, leaf, tie("array"), tie("object"), tie("map"), tie("set")),
  array: fc.array(tie("value"), { maxLength: 5 }),
  // Entries rather than assignment, so that "__proto__" is an ordinary key.
  object: fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((entries) =>
    Object.fromEntries(entries)
  ),
  map: fc.array(fc.tuple(tie("value"), tie("value")), { maxLength: 4 }).map((entries) => new Map(entries)),
  set: fc.array(tie("value"), { maxLength: 4 }).map((items) => new Set(items)),
}));

Deno.test("props come back equal, as text that cannot leave its script element", () => {
  fc.assert(
    fc.property(value, (original) => {
      const { result, json } = roundTrip({ original });
      assert.deepStrictEqual(result, { original });
      assert.ok(!json.includes("<"));
    }),
    { seed, numRuns: 500 },
  );
});

Deno.test("circular and shared references are restored", () => {
  const shared = { name: "shared" };
  const circle: { self?: unknown; list: unknown[]; map: Map<unknown, unknown> } = {
    list: [shared, shared],
    map: new Map(),
  };
  circle.self = circle;
  circle.map.set(circle, shared);
  const { result } = roundTrip(circle);
  assert.equal(result.self, result);
  assert.equal(result.list[0], result.list[1]);
  assert.equal(result.map.get(result), result.list[0]);
});

Deno.test("a signal referenced twice is one signal", () => {
  const count = signal({ value: 1 });
  const { result } = roundTrip({ a: count, b: count });
  assert.equal(result.a, result.b);
  assert.deepEqual(result.a.value, { value: 1 });
});

Deno.test("a __proto__ key becomes an own entry and pollutes nothing", () => {
  const hostile = JSON.parse('{"__proto__":{"polluted":true},"a":1}') as object;
  const { result } = roundTrip(hostile);
  assert.deepEqual(Object.keys(result), ["__proto__", "a"]);
  assert.equal(Object.getPrototypeOf(result), Object.prototype);
  assert.equal(Reflect.get({}, "polluted"), undefined);
});

Deno.test("functions, symbols and class instances are refused with the place they are at", () => {
  assert.throws(
    () => roundTrip({ onClick: () => {} }),
    /Cannot pass props\.onClick to an island: it is a function/,
  );
  assert.throws(() => roundTrip([Symbol("a")]), /props\[0\].*symbol/);
  class Own {}
  assert.throws(() => roundTrip({ own: new Own() }), /props\.own.*instance of Own/);
});
