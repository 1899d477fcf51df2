import { type NodeDescription, nodeTypes } from "@/compiler/browser.ts";

/** True when every word typed stands somewhere in the text. */
export function matches(text: string, search: string): boolean {
  const lower = text.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => lower.includes(word));
}

/** The node types whose name or summary has the words typed. */
export function findNodeTypes(search: string): readonly NodeDescription[] {
  return nodeTypes.filter(({ label, summary, type }) => matches(`${label} ${summary} ${type}`, search));
}
