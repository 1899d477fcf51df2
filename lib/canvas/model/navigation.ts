/** Arrow keys walk the graph: along edges sideways, to the nearest card up and down. */
import { CARD } from "./geometry.ts";
import { type GraphState, incoming, outgoing, type Point } from "./graph.ts";

export type Direction = "left" | "right" | "up" | "down";

export function neighbour(state: GraphState, id: string, direction: Direction): string | undefined {
  const along = direction === "left"
    ? incoming(state, id).map((edge) => edge.source)
    : direction === "right"
    ? outgoing(state, id).map((edge) => edge.target)
    : [];
  if (along[0] !== undefined) return along[0];
  const from = state.nodes.get(id)?.position;
  if (!from) return [...state.nodes.keys()][0];
  return nearestCard(state, id, from, direction);
}

const vectors: Readonly<Record<Direction, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/** The card with the least way to it; a way aside counts double, so that the direction matters. */
function nearestCard(state: GraphState, id: string, from: Point, direction: Direction): string | undefined {
  const vector = vectors[direction];
  let best: { id: string; cost: number } | undefined;
  for (const node of state.nodes.values()) {
    if (node.id === id) continue;
    const dx = node.position.x - from.x;
    const dy = node.position.y - from.y;
    const ahead = dx * vector.x + dy * vector.y;
    if (ahead <= 0) continue;
    const aside = Math.abs(dx * vector.y) / CARD.width * CARD.height + Math.abs(dy * vector.x);
    const cost = ahead + aside * 2;
    if (!best || cost < best.cost) best = { id: node.id, cost };
  }
  return best?.id;
}
