import assert from "node:assert/strict";
import { tenantNameOf } from "@/lib/server/auth/tenant_name.ts";

Deno.test("a tenant is called by its name, and by its id written as one where it has none", () => {
  const names = [
    [{ tenant_id: "tenant-a", name: "Alder Capital" }, "Alder Capital"],
    [{ tenant_id: "tenant-a", name: " Alder Capital " }, "Alder Capital"],
    [{ tenant_id: "north-desk", name: "" }, "North Desk"],
    [{ tenant_id: "north_desk.eu", name: "north_desk.eu" }, "North Desk Eu"],
    [{ tenant_id: "élan", name: "  " }, "Élan"],
    [{ tenant_id: "--", name: "" }, "--"],
  ] as const;
  for (const [tenant, expected] of names) assert.equal(tenantNameOf(tenant), expected);
});
