/** What lies under a point of the screen. */
import type { GraphEdge, Port } from "@/compiler/browser.ts";
import { edgeByKey, type GraphState } from "../model/graph.ts";

/** The part of an event that says where it happened. */
export type Pointed = Pick<MouseEvent, "clientX" | "clientY">;

export function nodeUnder({ clientX, clientY }: Pointed): { id: string; port?: Port } | undefined {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const card = element.closest<HTMLElement>("[data-node]");
    if (card) return { id: card.dataset.node!, port: portAt(element) ?? portByHalf(card, clientY) };
  }
  return undefined;
}

export function edgeUnder(state: GraphState, { clientX, clientY }: Pointed): GraphEdge | undefined {
  for (const element of document.elementsFromPoint(clientX, clientY)) {
    const key = element.closest<SVGElement>("[data-edge]")?.dataset.edge;
    if (key !== undefined) return edgeByKey(state, key);
  }
  return undefined;
}

/** The input port that an element of a card belongs to. */
export function portAt(element: Element): Port | undefined {
  const port = element.closest<SVGElement>("[data-port]")?.dataset.port;
  return port === "in" || port === "left" || port === "right" ? port : undefined;
}

/** On a card with two inputs the half that is pointed at decides. */
function portByHalf(card: HTMLElement, clientY: number): Port | undefined {
  if (!card.querySelector('[data-port="left"]')) return undefined;
  const box = card.getBoundingClientRect();
  return clientY < box.top + box.height / 2 ? "left" : "right";
}
