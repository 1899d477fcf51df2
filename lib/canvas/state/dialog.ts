import type { GraphEdge } from "@/compiler/browser.ts";
import type { Point } from "../model/graph.ts";

/** What lies over the canvas; one at a time. */
export type Dialog =
  | { readonly kind: "help" }
  | { readonly kind: "palette" }
  /** A searchable list of node types. `after` edges the new node behind another, `edge` puts it on an edge. */
  | { readonly kind: "add"; readonly at?: Point; readonly after?: string; readonly edge?: GraphEdge }
  | { readonly kind: "connect"; readonly source: string }
  | { readonly kind: "rename"; readonly id: string }
  | { readonly kind: "pin"; readonly id: string }
  | { readonly kind: "conflict" }
  | { readonly kind: "draft"; readonly savedAt: string };
