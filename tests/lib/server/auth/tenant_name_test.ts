import assert from "node:assert/strict";
import { tenantNameOf } from "@/lib/server/auth/tenant_name.ts";

Deno.test("a tenant is called by its name, and by its id written as one where it has none", () => {
  const names = [
    [{ id: "tenant-a", name: "Alder Capital" }, "Alder Capital"],
    [{ id: "tenant-a", name: " Alder Capital " }, "Alder Capital"],
    [{ id: "north-desk", name: "" }, "North Desk"],
    [{ id: "north_desk.eu", name: "north_desk.eu" }, "North Desk Eu"],
    [{ id: "élan", name: "  " }, "Élan"],
    [{ id: "--", name: "" }, "--"],
  ] as const;
  for (const [tenant, expected] of names) assert.equal(tenantNameOf(tenant), expected);
});
