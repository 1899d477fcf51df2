import assert from "node:assert/strict";
import { seedWorkspace } from "@/lib/server/templates/workspace.ts";
import { freePlace } from "@/lib/grid/places.ts";
import type { WidgetInput } from "@/lib/server/widgets/schema.ts";

type Seeded = Parameters<typeof seedWorkspace>;

Deno.test("the tiles of the sample dashboards have places of their own", async () => {
  const pins: WidgetInput[] = [];
  let made = 0;
  const services = {
    dashboards: {
      list: () => Promise.resolve({ items: [] }),
      create: () => Promise.resolve({ id: `d${made++}` }),
    },
    workflows: { create: () => Promise.resolve({ id: "w" }) },
    widgets: { create: (_who: unknown, pin: WidgetInput) => Promise.resolve(pins.push(pin)) },
  };
  await seedWorkspace(services as unknown as Seeded[0], {} as Seeded[1], ["AAPL"]);
  assert.ok(made > 1 && pins.length > 6);
  for (const [dashboard, ofOne] of Map.groupBy(pins, ({ dashboard_id }) => dashboard_id)) {
    ofOne.forEach(({ layout }, at) => {
      const before = ofOne.slice(0, at).map((pin) => pin.layout!);
      assert.deepEqual(freePlace(before, layout!), layout, `${dashboard} ${at}`);
    });
  }
});
