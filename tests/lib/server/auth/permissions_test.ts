import assert from "node:assert/strict";
import { type Action, can, PERMISSIONS } from "@/lib/server/auth/permissions.ts";
import type { Role } from "@/lib/server/auth/roles.ts";

const EXPECTED: Readonly<Record<Role, readonly Action[]>> = {
  admin: Object.keys(PERMISSIONS) as Action[],
  analyst: [
    "workflow:read",
    "workflow:write",
    "preview:run",
    "schema:read",
    "dashboard:read",
    "dashboard:write",
  ],
  viewer: ["dashboard:read"],
};

Deno.test("can() gives each role exactly its actions", () => {
  for (const [role, allowed] of Object.entries(EXPECTED)) {
    const able = Object.keys(PERMISSIONS).filter((action) => can(role as Role, action as Action));
    assert.deepEqual(able.toSorted(), allowed.toSorted(), role);
  }
});

Deno.test("can() gives nothing to roles and actions it does not know", () => {
  for (const role of ["", "owner", "ADMIN", "__proto__", "constructor"]) {
    assert.equal(can(role as Role, "dashboard:read"), false, role);
  }
  for (const action of ["", "toString", "__proto__", "dashboard:own"]) {
    assert.equal(can("admin", action as Action), false, action);
  }
});
