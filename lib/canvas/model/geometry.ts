/** Where things are on the canvas, in world units. Cards have one size, so no measuring is needed. */
import type { Port } from "@/compiler/browser.ts";
import type { Point } from "./graph.ts";

export const CARD = { width: 216, height: 84 } as const;
export const GRID = 12;

export interface Viewport extends Point {
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box extends Point, Size {}

const ZOOM = { min: 0.1, max: 2 } as const;

export function inputPoint(position: Point, port: Port, inputs: readonly Port[]): Point {
  const index = Math.max(0, inputs.indexOf(port));
  return { x: position.x, y: position.y + CARD.height * (index + 1) / (Math.max(1, inputs.length) + 1) };
}

export function outputPoint(position: Point): Point {
  return { x: position.x + CARD.width, y: position.y + CARD.height / 2 };
}

/** The SVG path of a cubic curve from an output to an input; it bows out when the target lies to the left. */
export function edgePath(from: Point, to: Point): string {
  const reach = Math.max(36, Math.min(140, Math.abs(to.x - from.x) / 2 + (to.x < from.x ? 60 : 0)));
  return `M${round(from.x)} ${round(from.y)}C${round(from.x + reach)} ${round(from.y)} ` +
    `${round(to.x - reach)} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
}

export function toWorld(viewport: Viewport, screen: Point): Point {
  return { x: (screen.x - viewport.x) / viewport.zoom, y: (screen.y - viewport.y) / viewport.zoom };
}

/** Zooms so that the world point under `screen` stays where it is. */
export function zoomAt(viewport: Viewport, screen: Point, factor: number): Viewport {
  const zoom = clamp(viewport.zoom * factor, ZOOM.min, ZOOM.max);
  const world = toWorld(viewport, screen);
  return { zoom, x: screen.x - world.x * zoom, y: screen.y - world.y * zoom };
}

export function boundsOf(positions: readonly Point[]): Box | undefined {
  if (positions.length === 0) return undefined;
  const left = Math.min(...positions.map((point) => point.x));
  const top = Math.min(...positions.map((point) => point.y));
  const right = Math.max(...positions.map((point) => point.x)) + CARD.width;
  const bottom = Math.max(...positions.map((point) => point.y)) + CARD.height;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

export function fit(box: Box | undefined, size: Size, padding = 48): Viewport {
  if (!box || size.width === 0 || size.height === 0) return { x: padding, y: padding, zoom: 1 };
  const zoom = clamp(
    Math.min((size.width - padding * 2) / box.width, (size.height - padding * 2) / box.height),
    ZOOM.min,
    1,
  );
  return {
    zoom,
    x: (size.width - box.width * zoom) / 2 - box.x * zoom,
    y: (size.height - box.height * zoom) / 2 - box.y * zoom,
  };
}

/** The same zoom, moved just so far that a card lies in sight with a margin around it. */
export function revealing(viewport: Viewport, card: Point, size: Size, margin = 24): Viewport {
  const { x, y, zoom } = viewport;
  const dx = shift(card.x * zoom + x, CARD.width * zoom, size.width, margin);
  const dy = shift(card.y * zoom + y, CARD.height * zoom, size.height, margin);
  return dx === 0 && dy === 0 ? viewport : { zoom, x: x + dx, y: y + dy };
}

/** How far a stretch must move to lie between both margins; where it is too long for that, its start is shown. */
function shift(start: number, length: number, limit: number, margin: number): number {
  if (start < margin) return margin - start;
  const over = start + length - (limit - margin);
  return over > 0 ? -over : 0;
}

export function midpoint(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

export function boxBetween(a: Point, b: Point): Box {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

export function overlaps(box: Box, position: Point): boolean {
  return position.x < box.x + box.width && position.x + CARD.width > box.x &&
    position.y < box.y + box.height && position.y + CARD.height > box.y;
}

export function snap(point: Point): Point {
  return { x: Math.round(point.x / GRID) * GRID, y: Math.round(point.y / GRID) * GRID };
}

/** Moves a wished position down until no card lies under it. */
export function freeSpot(wished: Point, taken: readonly Point[]): Point {
  let spot = snap(wished);
  for (let tries = 0; tries < 200 && taken.some((other) => collides(spot, other)); tries++) {
    spot = { x: spot.x, y: spot.y + GRID * 2 };
  }
  return spot;
}

function collides(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < CARD.width && Math.abs(a.y - b.y) < CARD.height;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
