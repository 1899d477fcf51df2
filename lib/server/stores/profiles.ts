/** Why a statement runs: under which limits, and who goes first where several wait. One more is one entry here. */
import type { AppConfig, QueryLimits } from "@/lib/server/config.ts";

/** For whom a statement runs; the tables' descriptions and the health checks are the app's own. */
export interface Asker {
  readonly tenantId: string;
  readonly userId?: string;
}

interface Profile {
  /** What messages call it. */
  readonly subject: string;
  readonly limits: (config: Pick<AppConfig, "preview" | "page" | "export">) => QueryLimits;
  /** Lower goes first: somebody draws and waits, then what refreshes itself, then files. */
  readonly order: number;
}

export const PROFILES = {
  preview: { subject: "preview", limits: ({ preview }) => preview, order: 0 },
  widget: { subject: "query", limits: ({ page }) => page, order: 1 },
  export: { subject: "export", limits: (config) => config.export, order: 2 },
} as const satisfies Record<string, Profile>;

export type QueryProfile = keyof typeof PROFILES;
export type ProfileLimits = Readonly<Record<QueryProfile, QueryLimits>>;

const NAMES = Object.keys(PROFILES) as readonly QueryProfile[];

export function forEachProfile<T>(make: (profile: QueryProfile) => T): Readonly<Record<QueryProfile, T>> {
  return Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Record<QueryProfile, T>;
}

export function limitsOf(config: Pick<AppConfig, "preview" | "page" | "export">): ProfileLimits {
  return forEachProfile((profile) => PROFILES[profile].limits(config));
}
