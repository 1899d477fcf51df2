/**
 * Sessions that one caller holds at a time, as Kysely wants them. Each is a client with one connection: the driver's
 * own reservations forget a waiting call, or end the process, when a connection is lost.
 */
import { Slots } from "../slots.ts";
import type { PostgresClient } from "./client.ts";
import { isLost, settleLoss } from "./lost_connections.ts";

interface Sessions {
  /** The part of the driver's client that Kysely uses. */
  readonly client: PostgresClient;
  close(): Promise<void>;
}

export function openSessions(connect: () => PostgresClient, count: number): Sessions {
  const clients = Array.from({ length: count }, connect);
  const free = new Slots(clients);
  const reserve = async () => {
    const client = await free.take();
    return heldBy(client, () => free.give(client));
  };
  return {
    client: replacing(connect(), { reserve }),
    close: async () => void await Promise.all(clients.map((client) => client.end({ timeout: 2 }))),
  };
}

/** What follows a loss belongs to a transaction that is gone: it must not run on the next connection. */
function heldBy(client: PostgresClient, release: () => void): PostgresClient {
  let loss: unknown = null;
  const unsafe = (...call: Parameters<PostgresClient["unsafe"]>) => {
    if (loss !== null) return Promise.reject(loss);
    const pending = client.unsafe(...call);
    pending.catch((error) => {
      if (isLost(error)) loss = error;
    });
    return pending;
  };
  return replacing(client, { unsafe, release: () => void settleLoss(loss).then(release) });
}

function replacing<T extends object>(target: T, replacements: Readonly<Record<PropertyKey, unknown>>): T {
  return new Proxy(target, {
    get: (from, key) => key in replacements ? replacements[key] : Reflect.get(from, key),
  });
}
