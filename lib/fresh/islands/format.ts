/**
 * How islands travel in a page. Comment markers hold numbers only, so no text of a user can end one.
 *
 * Props are one table for the whole page. Primitives stand for themselves; an array of one number points to a
 * table row; an array of one string is a special primitive. A row is an array whose first item names its kind.
 */
export const ISLAND_START = "frsh:island:";
export const ISLAND_END = "/frsh:island";
export const SLOT_START = "frsh:slot:";
export const SLOT_END = "/frsh:slot";
export const SLOT_TEMPLATE = "frsh-slot-";
export const STATE_ID = "__FRSH_STATE";

type Primitive = string | number | boolean | null;
type Reference = readonly [number];
type Special = readonly ["undefined" | "NaN" | "Infinity" | "-Infinity" | "-0"];
export type Encoded = Primitive | Reference | Special | readonly ["bigint", string];

export type Row =
  | readonly ["object", ...Encoded[]]
  | readonly ["array", ...Encoded[]]
  | readonly ["map", ...Encoded[]]
  | readonly ["set", ...Encoded[]]
  | readonly ["date", number | null]
  | readonly ["url", string]
  | readonly ["bytes", string]
  | readonly ["regexp", string, string]
  | readonly ["signal", Encoded]
  | readonly ["slot", number];

export interface PageIslands {
  /** Modules to load: URL and export name. */
  readonly modules: readonly (readonly [url: string, exportName: string])[];
  /** One entry per marker number: index into `modules`, and the props. */
  readonly islands: readonly (readonly [module: number, props: Encoded])[];
  readonly rows: readonly Row[];
  /** True when a row holds a signal, so that the browser loads them only where needed. */
  readonly signals: boolean;
}
