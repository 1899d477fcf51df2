/** Who may do what: one table, read by services (which decide) and by the API's description (which tells). */
import type { Role } from "./roles.ts";

const EVERYONE: readonly Role[] = ["admin", "analyst", "viewer"];
const EDITORS: readonly Role[] = ["admin", "analyst"];
const ADMINS: readonly Role[] = ["admin"];

export const PERMISSIONS = {
  "workflow:read": EDITORS,
  "workflow:write": EDITORS,
  "preview:run": EDITORS,
  "schema:read": EDITORS,
  "dashboard:read": EVERYONE,
  "dashboard:write": EDITORS,
  "api_key:manage": ADMINS,
  "audit:read": ADMINS,
  "user:read": ADMINS,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof PERMISSIONS;

/** True when the role may do the action; an unknown role or action may do nothing. */
export function can(role: Role, action: Action): boolean {
  return Object.hasOwn(PERMISSIONS, action) && (PERMISSIONS[action] as readonly Role[]).includes(role);
}
