/** Arranges nodes in columns by their distance from the sources, and in rows near their inputs. */
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

/** Longest distance from a source. A cycle, which only a broken import can hold, stops at the number of nodes. */
function layersOf(state: GraphState): ReadonlyMap<string, number> {
  const layers = new Map([...state.nodes.keys()].map((id) => [id, 0]));
  for (let round = 0; round < state.nodes.size; round++) {
    let changed = false;
    for (const { source, target } of state.edges) {
      const wanted = (layers.get(source) ?? 0) + 1;
      if (!layers.has(target) || wanted <= layers.get(target)! || wanted >= state.nodes.size) continue;
      layers.set(target, wanted);
      changed = true;
    }
    if (!changed) break;
  }
  return layers;
}
