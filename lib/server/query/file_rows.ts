/** The rows of a file: all of them, counted before one is sent, or none. */
import { FlowForgeError } from "@/lib/server/errors.ts";
import type { Row } from "@/lib/server/stores/types.ts";
import type { Execution } from "./executor.ts";
import type { Handing } from "./handed.ts";
import type { Routed } from "./router.ts";

/** How many rows the statement counts; the tenant waits for its turn as for any other. */
export async function countRows(
  routed: Routed,
  { tenantId, userId, signal }: Pick<Execution, "tenantId" | "userId" | "signal">,
  bind: Handing["bind"],
): Promise<number> {
  const { store, statement: { sql, columns } } = routed;
  const asker = { tenantId, userId };
  const { params } = await bind(routed, { profile: "export", asker, signal });
  const [row] = await store.query({ sql, params, columns, profile: "export", asker, signal });
  return Number(row?.[0] ?? 0);
}

/** Rows may come between the count and the reading. */
export async function* upTo(
  most: number,
  parts: AsyncIterable<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let count = 0;
  for await (const part of parts) {
    count += part.length;
    if (count > most) throw tooManyRows(most);
    yield part;
  }
}

export function tooManyRows(most: number): FlowForgeError {
  return new FlowForgeError(
    "too_large",
    `Cannot export: there are more than ${most.toLocaleString("en-US")} rows. Add a filter or group them.`,
  );
}
