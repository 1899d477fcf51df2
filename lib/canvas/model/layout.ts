/** Arranges nodes in columns by their distance from the sources, and in rows near their inputs. */
import { flowOrder } from "./flow_order.ts";
import { CARD, GRID } from "./geometry.ts";
import { type GraphState, incoming, type Point, portOf } from "./graph.ts";

const COLUMN = CARD.width + GRID * 6;
const ROW = CARD.height + GRID * 3;

export function autoLayout(state: GraphState): ReadonlyMap<string, Point> {
  const layers = layersOf(state);
  const rows = new Map<string, number>();
  const positions = new Map<string, Point>();
  const columns = Map.groupBy(state.nodes.keys(), (id) => layers.get(id) ?? 0);
  for (const layer of [...columns.keys()].sort((a, b) => a - b)) {
    const wished = columns.get(layer)!.map((id) => ({ id, row: wishedRow(state, id, rows) }));
    wished.sort((a, b) => a.row - b.row);
    let next = Number.NEGATIVE_INFINITY;
    for (const { id, row } of wished) {
      const placed = Math.max(next, Number.isFinite(row) ? row : Math.max(0, next));
      rows.set(id, placed);
      positions.set(id, { x: layer * COLUMN, y: Math.round(placed * ROW) });
      next = placed + 1;
    }
  }
  return positions;
}

function wishedRow(state: GraphState, id: string, rows: ReadonlyMap<string, number>): number {
  const inputs = incoming(state, id)
    .toSorted((a, b) => portOf(a).localeCompare(portOf(b)))
    .flatMap((edge) => rows.get(edge.source) ?? []);
  if (inputs.length === 0) return Number.POSITIVE_INFINITY;
  return inputs.reduce((sum, row) => sum + row, 0) / inputs.length;
}

/** The longest way from a source. On a loop, which only a broken import can hold, some way. */
function layersOf(state: GraphState): ReadonlyMap<string, number> {
  const layers = new Map<string, number>();
  for (const id of flowOrder(state)) {
    const before = incoming(state, id).map((edge) => layers.get(edge.source) ?? -1);
    layers.set(id, Math.max(-1, ...before) + 1);
  }
  return layers;
}
