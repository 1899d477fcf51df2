import type { Layout } from "@/lib/server/widgets/schema.ts";
import { GRID } from "@/lib/grid/grid.ts";

export interface Placed {
  readonly id: string;
  readonly layout: Layout;
}

export interface EditedTile extends Placed {
  readonly title: string;
  readonly kind: string;
}

/** What one press of a key or a button does: how far the tile moves and grows, in cells. */
interface Step {
  readonly label: string;
  readonly dx?: number;
  readonly dy?: number;
  readonly dw?: number;
  readonly dh?: number;
}

export const STEPS = {
  left: { label: "Move left", dx: -1 },
  right: { label: "Move right", dx: 1 },
  up: { label: "Move up", dy: -1 },
  down: { label: "Move down", dy: 1 },
  narrower: { label: "Narrower", dw: -1 },
  wider: { label: "Wider", dw: 1 },
  shorter: { label: "Shorter", dh: -1 },
  taller: { label: "Taller", dh: 1 },
} as const satisfies Readonly<Record<string, Step>>;

export type StepName = keyof typeof STEPS;

const KEYS: Readonly<Record<string, readonly [plain: StepName, withShift: StepName]>> = {
  ArrowLeft: ["left", "narrower"],
  ArrowRight: ["right", "wider"],
  ArrowUp: ["up", "shorter"],
  ArrowDown: ["down", "taller"],
};

/** Arrow keys move, with Shift they resize; other keys mean nothing here. */
export function stepOfKey(key: string, shift: boolean): StepName | null {
  const pair = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  return pair ? pair[shift ? 1 : 0] : null;
}

/** The layout after a step; the same one when the step would leave the grid. */
export function stepped(layout: Layout, name: StepName): Layout {
  const { dx = 0, dy = 0, dw = 0, dh = 0 }: Step = STEPS[name];
  const next = { x: layout.x + dx, y: layout.y + dy, w: layout.w + dw, h: layout.h + dh };
  const fits = next.x >= 0 && next.y >= 0 && next.y <= GRID.maxRow && next.w >= 1 && next.h >= 1 &&
    next.x + next.w <= GRID.columns && next.h <= GRID.maxHeight;
  return fits ? next : layout;
}

export function isSame(a: readonly Placed[], b: readonly Placed[]): boolean {
  const places = new Map(b.map(({ id, layout }) => [id, layout]));
  return a.length === b.length && a.every(({ id, layout: { x, y, w, h } }) => {
    const other = places.get(id);
    return other !== undefined && other.x === x && other.y === y && other.w === w && other.h === h;
  });
}

/** A place as a screen reader says it, counted from one. */
export function placeInWords({ x, y, w, h }: Layout): string {
  return `column ${x + 1}, row ${y + 1}, ${w} wide, ${h} high`;
}
