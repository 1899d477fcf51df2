/** Two tenants and four people to try the product with; development and tests only. */
import type { EntitlementsRecord, Metadata, NewUser } from "./types.ts";

interface SampleTenant {
  readonly id: string;
  readonly name: string;
  readonly entitlements: EntitlementsRecord;
  readonly users: readonly (NewUser & { readonly id: string })[];
}

export const SAMPLE_TENANTS: readonly SampleTenant[] = [
  {
    id: "tenant-a",
    name: "Alder Capital",
    entitlements: { tables: "all", symbols: "all" },
    users: [
      { id: "user-a-admin", email: "admin@tenant-a.test", name: "Ada Alder", role: "admin" },
      { id: "user-a-analyst", email: "analyst@tenant-a.test", name: "Anton Ames", role: "analyst" },
    ],
  },
  {
    id: "tenant-b",
    name: "Birch Securities",
    entitlements: { tables: "all", symbols: ["JPM", "BAC", "GS"] },
    users: [
      { id: "user-b-admin", email: "admin@tenant-b.test", name: "Bea Birch", role: "admin" },
      { id: "user-b-viewer", email: "viewer@tenant-b.test", name: "Ben Brook", role: "viewer" },
    ],
  },
];

/** Adds what is missing and leaves what is there as it is. */
export async function seedSampleTenants(metadata: Metadata): Promise<void> {
  for (const { id, name, entitlements, users } of SAMPLE_TENANTS) {
    await metadata.ensureTenant({ id, name });
    const repositories = metadata.repositories(id);
    if (await repositories.entitlements.get() === null) await repositories.entitlements.set(entitlements);
    for (const user of users) {
      if (await repositories.users.get(user.id) === null) await repositories.users.create(user);
    }
  }
}
