/** A workflow, and the rows it means. */
import type { CompileOptions, Graph } from "@/compiler/mod.ts";
import type { Cell } from "../support/engines.ts";
import { node } from "../support/graphs.ts";

export interface Case {
  readonly name: string;
  readonly graph: Graph;
  readonly rows: readonly (readonly Cell[])[];
  readonly columns?: readonly string[];
  readonly options?: Partial<CompileOptions>;
  /** Rows come in any order. */
  readonly bag?: boolean;
}

export const ids = (...list: number[]) => list.map((id) => [String(id)]);
export const onlyId = node("ids", "select", { columns: ["trade_id"] });
export const where = (...conditions: unknown[]) => node("w", "filter", { logic: "and", conditions });
