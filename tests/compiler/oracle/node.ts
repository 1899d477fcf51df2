/** What a node's meaning is given. */
import type { CatalogTable, DashboardFilter, Entitlements } from "@/compiler/schema/types.ts";
import type { Asked } from "./origins.ts";
import type { Outcome, Relation } from "./relation.ts";

export interface World {
  /** The rows of a table in the form in which they are filled into an engine. */
  readonly tables: readonly {
    readonly table: CatalogTable;
    readonly rows: readonly (readonly unknown[])[];
  }[];
}

export interface Circumstances {
  readonly world: World;
  readonly entitlements?: Entitlements;
  readonly filters: readonly Asked[];
  /** Of these every table has the column. */
  readonly locked: readonly DashboardFilter[];
  /** Of a card under a range on the time that it compares by: its input over the period before, where there is one. */
  readonly compared?: { readonly before?: Relation };
  /** Milliseconds. */
  readonly now: number;
}

type Config = Readonly<Record<string, unknown>>;

/** `inputs`: the one input, or left and right. */
export type Meaning<C = Config> = (config: C, inputs: readonly Relation[], around: Circumstances) => Outcome;

/** A meaning that reads its settings as a type of its own. */
export function meaning<C>(of: Meaning<C>): Meaning {
  return (config, inputs, around) => of(config as unknown as C, inputs, around);
}

export interface Period {
  readonly size: number;
  readonly unit: "second" | "minute" | "hour" | "day" | "week" | "month" | "quarter" | "year";
}
