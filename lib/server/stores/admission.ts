/**
 * Who may use a store now, and who comes next. No tenant can take every place; of those who wait, a tenant with fewer
 * statements running goes first, then what somebody waits for before what refreshes itself, then the tenant that used
 * the store least of late.
 */
import { type Asker, PROFILES, type QueryProfile } from "./profiles.ts";

interface AdmissionOptions {
  readonly places: number;
  /** At a time, of one tenant. */
  readonly perTenant: number;
  /** At a time, of one user of a tenant. */
  readonly perUser: number;
  /** How many may wait; with 0 whoever finds no place is told so at once. */
  readonly queue?: number;
  readonly onFull: () => Error;
  readonly now?: () => number;
}

export interface Place {
  /** True when its tenant has others running, or used much of late: then it should take one thread and not all. */
  readonly shares: boolean;
  /** Gives the place to the next; to be called once. */
  give(): void;
}

interface Waiting {
  readonly asker: Asker;
  readonly order: number;
  readonly enter: () => void;
}

/** Those who wait, in all and of one tenant. */
const QUEUE_LIMIT = 500;
const QUEUE_LIMIT_TENANT = 200;
/** What a tenant used counts half after this time. */
const HALF_LIFE_MS = 10_000;
/** More of late than this is much. */
const MUCH_MS = 2_000;
const REMEMBERED_TENANTS = 10_000;
/** At a time, of each store. */
export const DOWNLOADS = 4;

export class Admission {
  readonly #running = new Map<string, number>();
  readonly #used = new Map<string, { readonly amount: number; readonly at: number }>();
  readonly #waiting: Waiting[] = [];
  #taken = 0;

  constructor(private readonly options: AdmissionOptions) {}

  /** Waits for a place; leaves the line when the signal is aborted. Throws at once when the line is full. */
  async take(asker: Asker, profile: QueryProfile, signal?: AbortSignal): Promise<Place> {
    signal?.throwIfAborted();
    if (this.#mayEnter(asker)) return this.#enter(asker);
    const ofTenant = this.#waiting.filter((waiting) => waiting.asker.tenantId === asker.tenantId).length;
    if (this.#waiting.length >= (this.options.queue ?? QUEUE_LIMIT) || ofTenant >= QUEUE_LIMIT_TENANT) {
      throw this.options.onFull();
    }
    return await new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal?.reason);
      };
      const enter = () => {
        signal?.removeEventListener("abort", leave);
        resolve(this.#enter(asker));
      };
      const waiting = { asker, order: PROFILES[profile].order, enter };
      signal?.addEventListener("abort", leave, { once: true });
      this.#waiting.push(waiting);
    });
  }

  #mayEnter({ tenantId, userId }: Asker): boolean {
    const { places, perTenant, perUser } = this.options;
    return this.#taken < places && this.#count(tenantId) < perTenant &&
      (userId === undefined || this.#count(userOf(tenantId, userId)) < perUser);
  }

  #enter({ tenantId, userId }: Asker): Place {
    const names = userId === undefined ? [tenantId] : [tenantId, userOf(tenantId, userId)];
    const shares = this.#count(tenantId) > 0 || this.#recent(tenantId) > MUCH_MS;
    const started = this.#now();
    this.#taken++;
    for (const name of names) this.#running.set(name, this.#count(name) + 1);
    return {
      shares,
      give: () => {
        this.#taken--;
        for (const name of names) {
          const left = this.#count(name) - 1;
          if (left > 0) this.#running.set(name, left);
          else this.#running.delete(name);
        }
        this.#use(tenantId, this.#now() - started);
        this.#admit();
      },
    };
  }

  #admit(): void {
    for (;;) {
      const ready = this.#waiting.filter(({ asker }) => this.#mayEnter(asker));
      const [first, ...others] = ready;
      if (first === undefined) return;
      const next = others.reduce((best, one) => this.#compare(one, best) < 0 ? one : best, first);
      this.#waiting.splice(this.#waiting.indexOf(next), 1);
      next.enter();
    }
  }

  /** Negative when `a` goes first; of equals the one who came first stays first. */
  #compare(a: Waiting, b: Waiting): number {
    const [one, other] = [a.asker.tenantId, b.asker.tenantId];
    return this.#count(one) - this.#count(other) || a.order - b.order ||
      this.#recent(one) - this.#recent(other);
  }

  #count(name: string): number {
    return this.#running.get(name) ?? 0;
  }

  #use(tenantId: string, amount: number): void {
    this.#used.set(tenantId, { amount: this.#recent(tenantId) + amount, at: this.#now() });
    if (this.#used.size > REMEMBERED_TENANTS) this.#used.delete(this.#used.keys().next().value!);
  }

  #recent(tenantId: string): number {
    const used = this.#used.get(tenantId);
    return used === undefined ? 0 : used.amount * 0.5 ** ((this.#now() - used.at) / HALF_LIFE_MS);
  }

  #now(): number {
    return this.options.now?.() ?? performance.now();
  }
}

/** Of downloads, which last as long as their reader takes: a tenant leaves half of the places to the others. */
export function downloads(onFull: () => Error): Admission {
  return new Admission({
    places: DOWNLOADS,
    perTenant: DOWNLOADS / 2,
    perUser: DOWNLOADS / 2,
    queue: 0,
    onFull,
  });
}

const userOf = (tenantId: string, userId: string) => JSON.stringify([tenantId, userId]);
