/** Sign-in and sessions. The cookie holds a secret, the store its digest, so neither alone is worth anything. */
import { audited } from "@/lib/server/audit/service.ts";
import { SESSION_LIFETIME_MS } from "@/lib/server/auth/cookie.ts";
import { ROLES } from "@/lib/server/auth/roles.ts";
import { randomSecret } from "@/lib/server/auth/secrets.ts";
import { tenantNameOf } from "@/lib/server/auth/tenant_name.ts";
import type { ServiceContext } from "@/lib/server/context.ts";
import { sha256 } from "@/lib/server/digest.ts";
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Identity, RequestContext } from "@/lib/server/identity.ts";
import type { Tenant } from "@/lib/server/metadata/lookups.ts";
import type { RecentReads } from "@/lib/server/metadata/recent_reads.ts";
import type { User } from "@/lib/server/people/schema.ts";
import type { RateLimits } from "@/lib/server/rate_limits.ts";
import { SAMPLE_USERS } from "@/lib/server/sample/users.ts";

const USER_SHAPE = /^[\w.@+-]{1,120}$/;

export function createSessions(context: ServiceContext, limits: RateLimits, recent: RecentReads) {
  const { metadata } = context.stores;
  const development = context.config.environment === "development";

  return {
    /** The sample users, for the development sign-in page; empty outside development. */
    sampleUsers: (): readonly Identity[] => development ? SAMPLE_USERS : [],

    /** Development only. Returns the session's secret for the cookie. */
    async signInDevelopment(
      email: string,
      request: RequestContext,
    ): Promise<{ readonly token: string; readonly identity: Identity }> {
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
      const identity = identityOf(user, tenant ?? { tenant_id: user.tenant_id, name: "" });
      const token = randomSecret();
      const session = {
        token_hash: sha256(token),
        user_id: user.id,
        expires_at: new Date(context.clock.now() + SESSION_LIFETIME_MS).toISOString(),
      };
      return await audited(context, identity, request)(async ({ sessions }) => {
        await sessions.create(session);
        const { id: resource_id, email } = user;
        const event = { action: "signed_in", resource: "session", resource_id, detail: { email } };
        return { result: { token, identity }, event };
      });
    },

    /** Null for a session that is unknown or over. */
    async identify(token: string): Promise<Identity | null> {
      if (token.length < 32 || token.length > 128) return null;
      const session = await recent.session(sha256(token));
      if (session === null || Date.parse(session.expires_at) <= context.clock.now()) return null;
      return identityOf(session.user, { tenant_id: session.tenant_id, name: session.tenant_name });
    },

    /** The identity that `X-Dev-*` headers stand for; null outside development or without the headers. */
    async fromDevelopmentHeaders(headers: Headers): Promise<Identity | null> {
      const tenantId = headers.get("x-dev-tenant");
      if (!development || tenantId === null) return null;
      const role = ROLES.find((known) => known === (headers.get("x-dev-role") ?? "admin"));
      const user = headers.get("x-dev-user") ?? `${role}@${tenantId}.test`;
      const tenant = tenantId.length > 64 ? null : await recent.tenant(tenantId);
      if (tenant === null || role === undefined || !USER_SHAPE.test(user)) {
        throw new FlowForgeError(
          "not_signed_in",
          "Cannot use the development headers: unknown tenant, role or user.",
        );
      }
      return {
        tenantId: tenant.tenant_id,
        tenantName: tenantNameOf(tenant),
        userId: user,
        email: user,
        name: user,
        role,
      };
    },

    async signOut(token: string): Promise<void> {
      const hash = sha256(token);
      const session = await metadata.lookups.sessionByHash(hash);
      if (session !== null) await metadata.repositories(session.tenant_id).sessions.remove(hash);
    },
  };
}

function identityOf(
  { id: userId, email, name, role }: User,
  tenant: Pick<Tenant, "tenant_id" | "name">,
): Identity {
  return { tenantId: tenant.tenant_id, tenantName: tenantNameOf(tenant), userId, email, name, role };
}
