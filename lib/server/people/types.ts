import type { Catalog, CatalogTable, Column } from "@/compiler/schema/types.ts";
import type {
  AuditRecord as AuditEntry,
  EntitlementsRecord,
  UserRecord,
} from "@/lib/server/metadata/records.ts";
import type { Identity, ListQuery, Page, RequestContext } from "@/lib/server/requests.ts";

export type { AuditEntry };

export type UserSummary = Pick<UserRecord, "id" | "email" | "name" | "role">;

export interface SchemaService {
  /** What the tenant may read, as the compiler takes it. */
  catalog(who: Identity): Promise<Catalog>;
  tables(who: Identity): Promise<readonly Pick<CatalogTable, "database" | "table" | "store">[]>;
  /** `name` is `database.table`. */
  columns(who: Identity, name: string): Promise<readonly Column[]>;
}

export interface AuditService {
  list(who: Identity, query: ListQuery): Promise<Page<AuditEntry>>;
}

export interface UserService {
  list(who: Identity): Promise<readonly UserSummary[]>;
  /** What the tenant may read: `database.table` names and symbols. Admins only. */
  entitlements(who: Identity): Promise<EntitlementsRecord>;
}

export interface SessionService {
  /** The sample users, for the development sign-in page; empty outside development. */
  sampleUsers(): readonly Identity[];
  /** Development only. Answers the session's secret for the cookie. */
  signInDevelopment(email: string, context: RequestContext): Promise<{ token: string; identity: Identity }>;
  identify(token: string): Promise<Identity | null>;
  /** The identity that `X-Dev-*` headers stand for; null outside development or without the headers. */
  fromDevelopmentHeaders(headers: Headers): Promise<Identity | null>;
  signOut(token: string): Promise<void>;
}
