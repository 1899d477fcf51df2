/** What lies under a point of the screen. */
import type { GraphEdge, Port } from "@/compiler/schema/types.ts";
import { edgeByKey } from "../state/actions.ts";
import type { Editor } from "../state/editor.ts";

export function nodeUnder(clientX: number, clientY: number): { id: string; port?: Port } | undefined {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const card = element.closest<HTMLElement>("[data-node]");
    if (!card) continue;
    const port = element.closest<HTMLElement>("[data-port]")?.dataset.port;
    const id = card.dataset.node!;
    return port === "in" || port === "left" || port === "right"
      ? { id, port }
      : { id, port: nearestPort(card, clientY) };
  }
  return undefined;
}

/** On a card with two inputs the half that is pointed at decides. */
function nearestPort(card: HTMLElement, clientY: number): Port | undefined {
  if (!card.querySelector('[data-port="left"]')) return undefined;
  const box = card.getBoundingClientRect();
  return clientY < box.top + box.height / 2 ? "left" : "right";
}

export function wireUnder(clientX: number, clientY: number, editor: Editor): GraphEdge | undefined {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const wire = element.closest<SVGElement>("[data-wire]");
    if (wire) return edgeByKey(editor, wire.dataset.wire ?? null);
  }
  return undefined;
}
