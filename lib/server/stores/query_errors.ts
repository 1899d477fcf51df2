/** The words users read when a query does not come back; drivers' own words stay in the cause. */
import { StoreError } from "@/lib/server/errors.ts";
import type { QueryLimits } from "@/lib/server/config.ts";
import type { QueryProfile } from "./types.ts";

const SUBJECT: Readonly<Record<QueryProfile, string>> = { preview: "preview", widget: "query" };

export interface QueryContext {
  readonly profile: QueryProfile;
  readonly limits: QueryLimits;
}

export function timeoutError({ profile, limits }: QueryContext, cause?: unknown): StoreError {
  const seconds = limits.timeoutMs / 1000;
  return new StoreError(
    "query_timeout",
    `Cannot finish the ${SUBJECT[profile]}: it ran longer than ${seconds} s. Add a filter or a limit.`,
    { cause },
  );
}

export function memoryError({ profile, limits }: QueryContext, cause?: unknown): StoreError {
  const megabytes = Math.round(limits.memoryBytes / 1_000_000);
  return new StoreError(
    "query_memory",
    `Cannot finish the ${
      SUBJECT[profile]
    }: it needs more than ${megabytes} MB. Add a filter or group by fewer columns.`,
    { cause },
  );
}

export function rowsReadError({ profile, limits }: QueryContext, cause?: unknown): StoreError {
  const millions = limits.rowsRead / 1_000_000;
  return new StoreError(
    "query_failed",
    `Cannot finish the ${SUBJECT[profile]}: it would read more than ${millions} million rows. Add a filter.`,
    { cause },
  );
}

export function failedError({ profile }: QueryContext, cause: unknown): StoreError {
  return new StoreError(
    "query_failed",
    `Cannot finish the ${SUBJECT[profile]}: the store refused it. Check the types of the columns it uses.`,
    { cause },
  );
}

export function unavailableError(store: string, cause?: unknown): StoreError {
  return new StoreError(
    "store_unavailable",
    `Cannot reach ${store}: it does not answer. Try again shortly.`,
    {
      retryAfterMs: 2000,
      cause,
    },
  );
}

export function busyError(store: string): StoreError {
  return new StoreError("store_unavailable", `Cannot start the query: ${store} is busy. Try again shortly.`, {
    retryAfterMs: 1000,
  });
}
