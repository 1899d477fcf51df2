import type { GraphEdge } from "@/compiler/browser.ts";
import type { Point } from "../model/graph.ts";

/** The dialog that is open over the canvas; there is one at most. */
export type Dialog =
  | { readonly kind: "help" }
  | { readonly kind: "palette" }
  /** A searchable list of node types. `after` connects the new node behind another, `edge` puts it on an edge. */
  | { readonly kind: "add"; readonly at?: Point; readonly after?: string; readonly edge?: GraphEdge }
  | { readonly kind: "connect"; readonly source: string }
  | { readonly kind: "rename"; readonly id: string }
  | { readonly kind: "pin"; readonly id: string }
  | { readonly kind: "conflict" }
  | { readonly kind: "draft"; readonly savedAt: string };
