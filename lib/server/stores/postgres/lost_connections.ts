/**
 * When a connection is lost in the middle of a transaction, the driver still hands statements to it, and writing
 * them fails outside of any promise: the process would end. So no statement is sent to a lost connection.
 */
import type postgres from "postgres";
import type { PostgresClient } from "./client.ts";
import { errorCode } from "./errors.ts";

/** After one of these the connection is closed, or about to be. */
const LOST = new Set([
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "CONNECTION_ENDED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "57P01", // admin_shutdown
  "57P02", // crash_shutdown
]);

const CLOSING_MS = 100;

export const isLost = (error: unknown) => LOST.has(errorCode(error));

/** A transaction; `options` are SQL words such as `read only`. */
export function transaction<T>(
  client: PostgresClient,
  options: string,
  work: (transaction: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  const run = async (scope: postgres.TransactionSql): Promise<T> => {
    try {
      return await work(scope);
    } catch (error) {
      // The driver rejects by itself when the connection closes; it would roll back if this settled before.
      if (isLost(error)) return await new Promise<never>(() => {});
      throw error;
    }
  };
  return client.begin(options, run) as Promise<T>;
}

/** Between a loss and the closing, the driver takes statements and never settles them: nobody may send any. */
export async function settleLoss(error: unknown): Promise<void> {
  if (isLost(error)) await new Promise((resolve) => setTimeout(resolve, CLOSING_MS));
}
