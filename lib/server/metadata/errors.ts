/** Every call to the metadata store ends in time and fails in our own words. */
import { FlowForgeError, StoreError } from "@/lib/server/errors.ts";
import { within } from "@/lib/server/deadline.ts";
import { errorCode, isUnreachable } from "@/lib/server/stores/postgres/errors.ts";
import { unavailableError } from "@/lib/server/stores/query_errors.ts";

const DEADLINE_MS = 10_000;

const BY_CODE: Readonly<Record<string, (cause: unknown) => FlowForgeError>> = {
  "23503": (cause) => new FlowForgeError("not_found", "Cannot find what the record refers to.", { cause }),
  "23505": (cause) =>
    new FlowForgeError("invalid_input", "Cannot save the record: it exists already.", { cause }),
  "22021": unstorable,
  "22P05": unstorable,
};

function unstorable(cause: unknown): FlowForgeError {
  return new FlowForgeError(
    "invalid_input",
    "Cannot save the text: it contains a character that cannot be stored.",
    {
      cause,
    },
  );
}

function toStoreError(error: unknown): Error {
  if (error instanceof FlowForgeError) return error;
  if (isUnreachable(error)) return unavailableError("the metadata store", error);
  const known = BY_CODE[errorCode(error)];
  return known
    ? known(error)
    : new StoreError("internal", "Cannot use the metadata store.", { cause: error });
}

export async function guard<T>(work: () => Promise<T>): Promise<T> {
  try {
    const onExpire = () => {
      throw unavailableError("the metadata store");
    };
    return await within(work(), { timeoutMs: DEADLINE_MS, onExpire });
  } catch (error) {
    throw toStoreError(error);
  }
}

/** The same object with every method guarded. */
export function guarded<T extends object>(methods: T): T {
  const entries = Object.entries(methods).map(([name, method]) => [
    name,
    (...values: readonly unknown[]) => guard(async () => await method(...values)),
  ]);
  return Object.fromEntries(entries) as T;
}
