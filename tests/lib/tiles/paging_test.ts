import { deepEqual, equal } from "node:assert/strict";
import { DEEPEST_OFFSET, placeOf, readOffset } from "@/lib/tiles/paging.ts";

const page = (count: number, truncated: boolean, config = {}) => ({
  rows: Array.from({ length: count }, () => [1]),
  truncated,
  config,
});

Deno.test("a table that fits on one page has no neighbours", () => {
  deepEqual(placeOf(page(12, false), 0), { first: 1, last: 12, previous: null, next: null, deepest: false });
});

Deno.test("a page in the middle leads both ways, by the table's own page size", () => {
  deepEqual(placeOf(page(20, true, { page_size: 20 }), 20), {
    first: 21,
    last: 40,
    previous: 0,
    next: 40,
    deepest: false,
  });
  equal(placeOf(page(3, false, { page_size: 20 }), 40).previous, 20, "the last page goes back a whole page");
});

Deno.test("pages end where the deepest offset does", () => {
  equal(placeOf(page(50, true), DEEPEST_OFFSET - 50).next, DEEPEST_OFFSET);
  const end = placeOf(page(50, true), DEEPEST_OFFSET);
  equal(end.next, null);
  equal(end.deepest, true);
  equal(placeOf(page(50, false), DEEPEST_OFFSET).deepest, false, "nothing more to see is no reason to warn");
});

Deno.test("an address asks for a page within reach, or for the first", () => {
  const at = (query: string) => readOffset(new URL(`http://desk.test/tile?${query}`));
  deepEqual(["", "offset=100", "offset=-5", "offset=x", "offset=1.5", "offset=99999"].map(at), [
    0,
    100,
    0,
    0,
    0,
    DEEPEST_OFFSET,
  ]);
});
