import assert from "node:assert/strict";
import { attachment } from "@/lib/server/http/csv_file.ts";

Deno.test("attachment() names a file for every reader", () => {
  assert.equal(attachment("a_1.csv"), `attachment; filename="a_1.csv"; filename*=UTF-8''a_1.csv`);
  assert.equal(
    attachment("Überschuß-株.csv"),
    `attachment; filename="Uberschu---.csv"; filename*=UTF-8''%C3%9Cberschu%C3%9F-%E6%A0%AA.csv`,
  );
});
