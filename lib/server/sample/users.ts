/** The people of the sample data. They can sign in without a password, in development only. */
import { tenantNameOf } from "@/lib/server/auth/tenant_name.ts";
import type { Identity } from "@/lib/server/identity.ts";
import { SAMPLE_TENANTS } from "./tenants.ts";

export const SAMPLE_USERS: readonly Identity[] = SAMPLE_TENANTS.flatMap(({ users, ...tenant }) =>
  users.map(({ id: userId, ...user }) => ({
    ...user,
    userId,
    tenantId: tenant.tenant_id,
    tenantName: tenantNameOf(tenant),
  }))
);
