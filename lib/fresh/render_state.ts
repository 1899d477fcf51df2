import type { VNode } from "preact";
import { Serializer } from "./islands/serialize.ts";
import type { Encoded, PageIslands } from "./islands/format.ts";
import type { BuildSnapshot, Island, ResolvedFreshConfig } from "./types.ts";

/** What one page collects while it renders. Rendering is synchronous, so one module variable points to it. */
export class RenderState {
  readonly headElements: VNode[] = [];
  /** JSX that was passed to islands, by slot number. */
  readonly slots: VNode[] = [];
  readonly renderedSlots = new Set<number>();
  /** Whether the renderer is inside an island or, deeper, inside JSX passed to it. */
  readonly nesting: ("island" | "slot")[] = [];
  readonly #modules = new Map<Island, number>();
  readonly #islands: (readonly [number, Encoded])[] = [];
  readonly #serializer: Serializer;

  constructor(
    readonly snapshot: BuildSnapshot | null,
    readonly config: ResolvedFreshConfig,
    readonly nonce: string | null,
    slotOf: (state: RenderState, element: VNode) => number,
  ) {
    this.#serializer = new Serializer((element) => slotOf(this, element));
  }

  /** Notes an island with its props and returns its marker number. */
  addIsland(island: Island, props: Record<string, unknown>): number {
    let module = this.#modules.get(island);
    if (module === undefined) this.#modules.set(island, module = this.#modules.size);
    const encoded = this.#serializer.encode(props, `<${island.name}> props`);
    return this.#islands.push([module, encoded]) - 1;
  }

  get usedIslands(): readonly Island[] {
    return [...this.#modules.keys()];
  }

  pageIslands(): PageIslands {
    const { basePath } = this.config;
    return {
      modules: this.usedIslands.map((island) => [basePath + island.url, island.exportName]),
      islands: this.#islands,
      rows: this.#serializer.rows,
      signals: this.#serializer.hasSignals,
    };
  }

  /** A static file's URL with its content hash; other URLs stay as they are. */
  assetUrl(path: string): string {
    const { basePath } = this.config;
    const [, name = path, rest = ""] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
    const file = name.startsWith("/") && !rest.startsWith("?") && this.snapshot?.staticFiles.get(name);
    return file ? `${basePath}${name}?__frsh_c=${file.hash}${rest}` : path;
  }

  assetSet(sources: string): string {
    return sources.split(",").map((source) => source.replace(/\S+/, (path) => this.assetUrl(path))).join(",");
  }
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
