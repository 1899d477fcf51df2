/** A long export is sent as it comes: what passes through the app is many times what it holds. */
import assert from "node:assert/strict";
import { makeWorkspace, openTestApp } from "./support.ts";

const ROWS = 1_000;
const PARTS = 300;

const app = await openTestApp({
  adapt: (stores) => ({
    ...stores,
    analytical: {
      ...stores.analytical,
      async *stream({ columns }) {
        for (let part = 0; part < PARTS; part++) {
          yield Array.from(
            { length: ROWS },
            (_, row) => columns.map(() => `${part * ROWS + row}-${"x".repeat(90)}`),
          );
        }
      },
    },
  }),
});
Deno.test.afterAll(() => app.close());

Deno.test("300,000 rows pass through without being held", async () => {
  const { widget } = await makeWorkspace(app);
  const { url, close } = app.serve();
  const response = await fetch(`${url}/api/v1/widgets/${widget}/export.csv`, {
    headers: { "x-dev-tenant": "tenant-a" },
  });
  const before = Deno.memoryUsage().external + Deno.memoryUsage().heapUsed;
  let most = 0;
  let size = 0;
  let lines = -1;
  for await (const chunk of response.body!) {
    size += chunk.length;
    for (const byte of chunk) if (byte === 10) lines++;
    const { external, heapUsed } = Deno.memoryUsage();
    most = Math.max(most, external + heapUsed - before);
  }
  assert.equal(lines, ROWS * PARTS);
  assert.ok(size > 150_000_000, `${size} bytes`);
  assert.ok(most < size / 2, `${Math.round(most / 1e6)} MB were held of ${Math.round(size / 1e6)} MB`);
  await close();
});
