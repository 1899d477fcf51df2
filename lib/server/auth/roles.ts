/** From the role that may do most to the one that may do least. */
export const ROLES = ["admin", "analyst", "viewer"] as const;

export type Role = (typeof ROLES)[number];
