/** Two tenants and four people to try the product with; development and tests only. */
import type { Entitlements } from "@/lib/server/entitlements/schema.ts";
import type { Metadata } from "@/lib/server/metadata/open.ts";
import type { UserSummary } from "@/lib/server/people/schema.ts";

interface SampleTenant {
  readonly tenant_id: string;
  readonly name: string;
  readonly entitlements: Entitlements;
  readonly users: readonly UserSummary[];
}

export const SAMPLE_TENANTS: readonly SampleTenant[] = [
  {
    tenant_id: "tenant-a",
    name: "Alder Capital",
    entitlements: { tables: "all", symbols: "all" },
    users: [
      { id: "user-a-admin", email: "admin@tenant-a.test", name: "Ada Alder", role: "admin" },
      { id: "user-a-analyst", email: "analyst@tenant-a.test", name: "Anton Ames", role: "analyst" },
    ],
  },
  {
    tenant_id: "tenant-b",
    name: "Birch Securities",
    entitlements: { tables: "all", symbols: ["JPM", "BAC", "GS"] },
    users: [
      { id: "user-b-admin", email: "admin@tenant-b.test", name: "Bea Birch", role: "admin" },
      { id: "user-b-viewer", email: "viewer@tenant-b.test", name: "Ben Brook", role: "viewer" },
    ],
  },
];

/** Adds what is missing and leaves what is there as it is. */
export async function seedSampleTenants({ lookups, repositories }: Metadata): Promise<void> {
  for (const { tenant_id, name, entitlements, users } of SAMPLE_TENANTS) {
    await lookups.ensureTenant({ tenant_id, name });
    const own = repositories(tenant_id);
    if (await own.entitlements.get() === null) await own.entitlements.set(entitlements);
    for (const user of users) {
      if (await own.users.get(user.id) === null) await own.users.create(user);
    }
  }
}
