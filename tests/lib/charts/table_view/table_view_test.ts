import assert from "node:assert/strict";
import { gridOf } from "@/lib/charts/shared/grid.ts";
import { tableView } from "@/lib/charts/table_view/mod.ts";
import type { GridPicture } from "@/lib/charts/types.ts";
import { blotter } from "@/tests/components/charts/samples.ts";
import { sized } from "@/tests/lib/charts/support.ts";

Deno.test("tableView() says when rows are missing", () => {
  assert.match((tableView(sized(blotter)) as GridPicture).note, /^First 40 rows; there are more$/);
  assert.equal(gridOf(sized({ ...blotter, truncated: false })).note, "40 rows");
  assert.match(gridOf(sized({ ...blotter, truncated: false }), 10).note, /^First 10 rows; there are more$/);
});
