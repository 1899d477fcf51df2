import type { VNode } from "preact";
import type { BuildSnapshot, Island, ResolvedFreshConfig } from "./types.ts";

/** What one page collects while it renders. Rendering is synchronous, so one module variable points to it. */
export class RenderState {
  readonly headElements: VNode[] = [];

  constructor(
    readonly snapshot: BuildSnapshot | null,
    readonly config: ResolvedFreshConfig,
    readonly nonce: string | null,
  ) {}

  readonly usedIslands = new Set<Island>();
}

let current: RenderState | null = null;

export function currentRender(): RenderState | null {
  return current;
}

export function withRenderState<T>(state: RenderState, run: () => T): T {
  const previous = current;
  current = state;
  try {
    return run();
  } finally {
    current = previous;
  }
}
