/** Sign-in and sessions. The cookie holds a secret, the store its digest, so neither alone is worth anything. */
import { SESSION_LIFETIME_MS } from "@/lib/server/auth/cookie.ts";
import { randomSecret, sha256 } from "@/lib/server/auth/secrets.ts";
import { SAMPLE_USERS } from "@/lib/server/auth/sample_users.ts";
import { tenantNameOf } from "@/lib/server/auth/tenant_name.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { UserRecord } from "@/lib/server/metadata/types.ts";
import { audited } from "@/lib/server/audit/service.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import type { RateLimits } from "@/lib/server/rate_limits.ts";
import type { Identity, Role, Services } from "@/lib/server/types.ts";

const ROLES: readonly Role[] = ["admin", "analyst", "viewer"];
const USER_SHAPE = /^[\w.@+-]{1,120}$/;

export function createSessions(
  context: ServiceContext,
  limits: RateLimits,
): Services["sessions"] {
  const { metadata } = context.stores;
  const development = context.config.environment === "development";

  return {
    sampleUsers: () => development ? SAMPLE_USERS : [],

    async signInDevelopment(email, request) {
      if (!development) {
        throw new FlowForgeError(
          "forbidden",
          "Cannot sign in this way: sample users exist in development only.",
        );
      }
      await limits.take("signIn", request.clientAddress ?? "unknown");
      const sample = SAMPLE_USERS.find((user) => user.email === email);
      const user = sample === undefined ? null : await metadata.lookups.userByEmail(sample.email);
      if (user === null) throw new FlowForgeError("not_signed_in", "Cannot sign in: no such sample user.");
      const tenant = await metadata.lookups.tenantById(user.tenant_id);
      const identity = identityOf(user, tenant?.name ?? "");
      const token = randomSecret();
      const session = {
        token_hash: await sha256(token),
        user_id: user.id,
        expires_at: new Date(context.clock.now() + SESSION_LIFETIME_MS).toISOString(),
      };
      return await audited(context, identity, request)(async ({ sessions }) => {
        await sessions.create(session);
        const { id, email } = user;
        const event = { action: "signed_in", resource: "session", id, detail: { email } };
        return { answer: { token, identity }, event };
      });
    },

    async identify(token) {
      if (token.length < 32 || token.length > 128) return null;
      const session = await metadata.lookups.sessionByHash(await sha256(token));
      if (session === null || Date.parse(session.expires_at) <= context.clock.now()) return null;
      return identityOf(session.user, session.tenant_name);
    },

    async fromDevelopmentHeaders(headers) {
      const tenantId = headers.get("x-dev-tenant");
      if (!development || tenantId === null) return null;
      const role = ROLES.find((known) => known === (headers.get("x-dev-role") ?? "admin"));
      const user = headers.get("x-dev-user") ?? `${role}@${tenantId}.test`;
      const tenant = tenantId.length > 64 ? null : await metadata.lookups.tenantById(tenantId);
      if (tenant === null || role === undefined || !USER_SHAPE.test(user)) {
        throw new FlowForgeError(
          "not_signed_in",
          "Cannot use the development headers: unknown tenant, role or user.",
        );
      }
      return {
        tenantId: tenant.id,
        tenantName: tenantNameOf(tenant),
        userId: user,
        email: user,
        name: user,
        role,
      };
    },

    async signOut(token) {
      const hash = await sha256(token);
      const session = await metadata.lookups.sessionByHash(hash);
      if (session !== null) await metadata.repositories(session.tenant_id).sessions.remove(hash);
    },
  };
}

function identityOf({ tenant_id, id, email, name, role }: UserRecord, tenantName: string): Identity {
  const tenant = tenantNameOf({ id: tenant_id, name: tenantName });
  return { tenantId: tenant_id, tenantName: tenant, userId: id, email, name, role };
}
