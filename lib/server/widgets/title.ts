import { nodeDescription } from "@/compiler/mod.ts";
import type { GraphNode } from "@/compiler/schema/types.ts";
import type { WidgetRecord } from "./schema.ts";

/**
 * What a widget is called, wherever it shows: the override, else the node's label, else its kind and its workflow, as
 * one workflow may have several outputs. A widget whose node is gone has the workflow's name.
 */
export function widgetTitle(
  { overrides }: Pick<WidgetRecord, "overrides">,
  node: Pick<GraphNode, "type" | "label"> | undefined,
  workflow: string,
): string {
  return overrides.title || nodeTitle(node, workflow);
}

/** What an output is called where no widget gives it a title. */
export function nodeTitle(node: Pick<GraphNode, "type" | "label"> | undefined, workflow: string): string {
  if (node === undefined) return workflow;
  return node.label || `${nodeDescription(node.type)?.label ?? "Output"}: ${workflow}`;
}
