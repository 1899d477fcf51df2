/**
 * What a chart is before anyone draws it: plain data. Geometry files turn rows into a picture; components turn a
 * picture into elements, on the server and in the browser alike.
 */
import type { OutputType } from "@/compiler/browser.ts";
import type { Column, Comparison } from "@/compiler/schema/types.ts";

/** The node types that end a workflow, each with a picture. A new one is missing in the registry until it has a chart. */
export type ChartType = OutputType;

export type Row = readonly unknown[];
export type Config = Readonly<Record<string, unknown>>;

export interface ChartInput {
  readonly config: Config;
  readonly columns: readonly Column[];
  /** By position of `columns`. */
  readonly rows: readonly Row[];
  readonly width: number;
  readonly height: number;
  /** True when a limit cut the rows. */
  readonly truncated?: boolean;
  /** Which rows such a limit kept; the first ones without it. */
  readonly kept?: "first" | "newest" | "largest";
  /** How the store reduced the rows to what the picture's width shows. */
  readonly reduced?: Reduced;
  /** The period that a card shows because of a range, instead of its own. */
  readonly compared?: Comparison;
}

export interface Reduced {
  readonly method: "m4" | "sample" | "candles" | "others";
  /** The width whose detail the rows have. */
  readonly pixels?: number;
  /** The width that was asked for, where there was no room for it. */
  readonly asked?: number;
  /** How many rows there were. */
  readonly of?: number;
  /** How many of the largest bars and colours stand for themselves; all others are one, the last. */
  readonly categories?: Part;
  readonly series?: Part;
  /** How long each merged candle is, in words. */
  readonly bucket?: string;
  /** Of all the rows, where a trend is wanted: their means, and their sums of squares and products around them. */
  readonly trend?: TrendSums;
}

export interface Part {
  readonly shown: number;
  readonly of: number;
}

export interface TrendSums {
  readonly count: number;
  readonly meanX: number;
  readonly meanY: number;
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Mark =
  | { readonly kind: "path"; readonly d: string; readonly className: string }
  | ({ readonly kind: "rect"; readonly className: string } & Box)
  | {
    readonly kind: "line";
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly className: string;
  }
  | {
    readonly kind: "circle";
    readonly cx: number;
    readonly cy: number;
    readonly r: number;
    readonly className: string;
  }
  | TextMark;

export interface TextMark {
  readonly kind: "text";
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly className: string;
  readonly anchor?: "start" | "middle" | "end";
  /** By how many degrees the text is turned around (x, y). */
  readonly rotate?: number;
  /** The whole label, when `text` had to be shortened. */
  readonly full?: string;
}

/** One line of a tooltip. `value` is as the store gave it; it is formatted only when shown. */
export interface HitEntry {
  readonly label: string;
  readonly column: number;
  readonly value: unknown;
  readonly series?: number;
}

/** A place the pointer or the arrow keys can rest on. */
export interface Hit {
  readonly x: number;
  readonly y: number;
  /** Shaded while the hit is active; charts without bands get a crosshair. */
  readonly band?: Box;
  readonly title?: { readonly column: number; readonly value: unknown };
  readonly entries: readonly HitEntry[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly series: number }[];
}

/** How a pointer finds its hit: the nearest along one axis, or the nearest point. */
export type HitAxis = "x" | "y" | "both";

export interface PlotPicture {
  readonly kind: "plot";
  readonly width: number;
  readonly height: number;
  readonly plot: Box;
  readonly marks: readonly Mark[];
  readonly hits: readonly Hit[];
  readonly hitAxis: HitAxis;
  /** What the picture had to leave out or merge, in words. */
  readonly note?: string;
  /** One or two sentences for people who do not see the picture. */
  readonly summary: string;
}

export interface EmptyPicture {
  readonly kind: "empty";
  readonly message: string;
  readonly hint?: string;
}

export interface KpiPicture {
  readonly kind: "kpi";
  readonly label: string;
  readonly value: string;
  /** Every digit the store gave. */
  readonly exact: string;
  readonly delta?: {
    readonly direction: "up" | "down" | "flat" | "none";
    readonly amount: string;
    readonly percent: string | null;
    readonly previous: string;
    readonly period: string;
    /** Both periods, where there is room for a few words. */
    readonly short: string;
    /** Why there is nothing to compare with, where a range is the reason. */
    readonly reason?: string;
  };
  readonly status?: { readonly level: "green" | "amber" | "red"; readonly text: string };
  readonly summary: string;
}

export interface GridCell {
  readonly text: string;
  /** The exact value, when `text` is rounded for legibility. */
  readonly full?: string;
  readonly empty?: boolean;
  readonly negative?: boolean;
  readonly span?: number;
}

export interface GridColumn {
  readonly name: string;
  readonly unit?: string;
  readonly align: "start" | "end";
  /** Row headings of a cross-tab. */
  readonly heading?: boolean;
  readonly total?: boolean;
}

export interface GridPicture {
  readonly kind: "grid";
  /** Header lines above the columns' own, outermost first. */
  readonly groups: readonly (readonly GridCell[])[];
  readonly columns: readonly GridColumn[];
  readonly rows: readonly { readonly cells: readonly GridCell[]; readonly total?: boolean }[];
  readonly note: string;
  readonly truncated: boolean;
  readonly summary: string;
}

export type Picture = PlotPicture | EmptyPicture | KpiPicture | GridPicture;

/** A chart type's geometry: pure, the same picture for the same input. */
export type Geometry = (input: ChartInput) => Picture;
