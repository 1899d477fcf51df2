/** The people of the sample data. They can sign in without a password, in development only. */
import type { Role } from "@/lib/services/types.ts";

export interface SampleUser {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly tenantId: string;
}

export const SAMPLE_TENANTS = [
  { id: "tenant-a", name: "Meridian Trading" },
  { id: "tenant-b", name: "Northbank Capital" },
] as const;

export const SAMPLE_USERS: readonly SampleUser[] = [
  { email: "admin@tenant-a.test", name: "Ada Admin", role: "admin", tenantId: "tenant-a" },
  { email: "analyst@tenant-a.test", name: "Alan Analyst", role: "analyst", tenantId: "tenant-a" },
  { email: "admin@tenant-b.test", name: "Bea Admin", role: "admin", tenantId: "tenant-b" },
  { email: "viewer@tenant-b.test", name: "Vik Viewer", role: "viewer", tenantId: "tenant-b" },
];
