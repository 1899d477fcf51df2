/**
 * Connections of one profile to the embedded engine, one statement at a time on each.
 * After an error the next result on a connection starts with what is left of the failed one, which is another caller's
 * data. So a connection that saw any error is closed and replaced before anyone can use it again.
 */
import type { ClickHouseClient } from "@clickhouse/client";
import { Slots } from "../slots.ts";

interface Slot {
  client: ClickHouseClient | null;
}

interface PoolOptions {
  readonly connect: () => ClickHouseClient;
  /** Statements that set the profile; the last one makes it read-only. */
  readonly prepare: readonly string[];
  readonly size: number;
  readonly queueLimit: number;
  readonly onFull: () => Error;
}

export class EmbeddedPool {
  readonly #slots: Slots<Slot>;
  readonly #all: readonly Slot[];
  readonly #running = new Set<Promise<unknown>>();

  constructor(private readonly options: PoolOptions) {
    this.#all = Array.from({ length: options.size }, () => ({ client: null }));
    this.#slots = new Slots(this.#all, options.queueLimit, options.onFull);
  }

  /**
   * Runs `work` with a connection of its own. `done` of what it returns settles when the engine has really stopped, which
   * may be long after an impatient caller has left; only then is the connection free again.
   */
  async start<T>(
    work: (client: ClickHouseClient) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<{ done: Promise<T> }> {
    const slot = await this.#slots.take(signal);
    const done = this.#run(slot, work);
    const settled = done.catch(() => {}).finally(() => this.#running.delete(settled));
    this.#running.add(settled);
    return { done };
  }

  async close(): Promise<void> {
    await Promise.all(this.#running);
    await Promise.all(this.#all.map((slot) => discard(slot)));
  }

  async #run<T>(slot: Slot, work: (client: ClickHouseClient) => Promise<T>): Promise<T> {
    try {
      slot.client ??= await this.#open();
      return await work(slot.client);
    } catch (error) {
      await discard(slot);
      throw error;
    } finally {
      this.#slots.give(slot);
    }
  }

  async #open(): Promise<ClickHouseClient> {
    const client = this.options.connect();
    try {
      for (const statement of this.options.prepare) await client.command({ query: statement });
      return client;
    } catch (error) {
      await client.close();
      throw error;
    }
  }
}

async function discard(slot: Slot): Promise<void> {
  const { client } = slot;
  slot.client = null;
  // A connection that cannot even be closed is not used again either way.
  await client?.close().catch(() => {});
}
