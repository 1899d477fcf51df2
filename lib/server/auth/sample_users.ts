/** The people of the sample data. They can sign in without a password, in development only. */
import type { Identity } from "@/lib/server/types.ts";
import { SAMPLE_TENANTS } from "@/lib/server/metadata/seed.ts";
import { tenantNameOf } from "./tenant_name.ts";

export const SAMPLE_USERS: readonly Identity[] = SAMPLE_TENANTS.flatMap(({ users, ...tenant }) =>
  users.map(({ id: userId, email, name, role }) => ({
    tenantId: tenant.id,
    tenantName: tenantNameOf(tenant),
    userId,
    email,
    name,
    role,
  }))
);
