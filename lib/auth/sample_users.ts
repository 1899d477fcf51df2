/** The people of the sample data. They can sign in without a password, in development only. */
import type { Identity } from "@/lib/services/types.ts";
import { SAMPLE_TENANTS } from "@/lib/stores/metadata/seed.ts";

export const SAMPLE_USERS: readonly Identity[] = SAMPLE_TENANTS.flatMap(({ id: tenantId, users }) =>
  users.map(({ id: userId, email, name, role }) => ({ tenantId, userId, email, name, role }))
);
