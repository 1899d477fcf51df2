/** Shares one connection among all listeners; a channel is subscribed while somebody listens. */
import type { Redis } from "ioredis";
import type { Subscription } from "../types.ts";

type Listener = (message: string, channel: string) => void;

export class Subscriptions {
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor(private readonly connection: Redis) {
    connection.on("message", (channel: string, message: string) => {
      for (const listener of this.#listeners.get(channel) ?? []) listener(message, channel);
    });
  }

  async add(channel: string, onMessage: Listener): Promise<Subscription> {
    const own: Listener = (message, from) => onMessage(message, from);
    const ofChannel = this.#listeners.get(channel) ?? new Set<Listener>();
    this.#listeners.set(channel, ofChannel.add(own));
    try {
      await this.connection.subscribe(channel);
    } catch (error) {
      this.#drop(channel, own);
      throw error;
    }
    return {
      unsubscribe: async () => {
        // A connection that is down has nothing subscribed, and will not again.
        if (this.#drop(channel, own)) await this.connection.unsubscribe(channel).catch(() => {});
      },
    };
  }

  /** True when it was the channel's last listener. */
  #drop(channel: string, listener: Listener): boolean {
    const ofChannel = this.#listeners.get(channel);
    if (!ofChannel?.delete(listener) || ofChannel.size > 0) return false;
    this.#listeners.delete(channel);
    return true;
  }
}
