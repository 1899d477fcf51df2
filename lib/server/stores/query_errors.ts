/** The words users read when a query does not come back; drivers' own words stay in the cause. */
import { LIMITS, TOO_LARGE } from "@/compiler/mod.ts";
import type { HandedTable } from "@/compiler/schema/types.ts";
import { StoreError } from "@/lib/server/errors.ts";
import type { QueryLimits } from "@/lib/server/config.ts";
import { PROFILES, type QueryProfile } from "./profiles.ts";

export interface QueryContext {
  readonly profile: QueryProfile;
  readonly limits: QueryLimits;
}

export function timeoutError({ profile, limits }: QueryContext, cause?: unknown): StoreError {
  const seconds = limits.timeoutMs / 1000;
  return new StoreError(
    "query_timeout",
    `Cannot finish the ${
      PROFILES[profile].subject
    }: it ran longer than ${seconds} s. Add a filter or a limit.`,
    { cause },
  );
}

export function memoryError({ profile, limits }: QueryContext, cause?: unknown): StoreError {
  const megabytes = Math.round(limits.memoryBytes / 1_000_000);
  return new StoreError(
    "query_memory",
    `Cannot finish the ${
      PROFILES[profile].subject
    }: it needs more than ${megabytes} MB. Add a filter or group by fewer columns.`,
    { cause },
  );
}

export function rowsReadError({ profile, limits }: QueryContext, cause?: unknown): StoreError {
  const millions = limits.rowsRead / 1_000_000;
  return new StoreError(
    "query_failed",
    `Cannot finish the ${
      PROFILES[profile].subject
    }: it would read more than ${millions} million rows. Add a filter.`,
    { cause },
  );
}

/** What the store refused; a statement may have refused itself. */
export function failedError({ profile }: QueryContext, cause: unknown): StoreError {
  if (cause instanceof Error && cause.message.includes(TOO_LARGE)) {
    return new StoreError(
      "too_large",
      `Cannot finish the ${
        PROFILES[profile].subject
      }: a fill would make more than ${LIMITS.steps} steps of one group. ` +
        "Choose longer steps, or a later start.",
      { cause },
    );
  }
  return new StoreError(
    "query_failed",
    `Cannot finish the ${
      PROFILES[profile].subject
    }: the store refused it. Check the types of the columns it uses.`,
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
  return new StoreError("busy", `Cannot start the query: too many wait for ${store}. Try again shortly.`, {
    retryAfterMs: 1000,
  });
}

type Named = Pick<HandedTable, "database" | "table">;

export function tooManyRows({ database, table }: Named, most: number): StoreError {
  return new StoreError(
    "too_large",
    `Cannot hand over ${database}.${table}: it has more than ${most.toLocaleString("en-US")} rows. ` +
      "Filter it by symbol.",
  );
}

export function tooManyBytes({ database, table }: Named, most: number): StoreError {
  return new StoreError(
    "too_large",
    `Cannot hand over ${database}.${table}: a column of it is larger than ${most / 1_000} KB. ` +
      "Filter it by symbol.",
  );
}
