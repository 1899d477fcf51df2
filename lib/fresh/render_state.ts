import type { VNode } from "preact";
import { linkMarker } from "./active_links.ts";
import { Serializer } from "./islands/serialize.ts";
import type { Encoded, PageIslands } from "./islands/format.ts";
import type { BuildSnapshot, Island, ResolvedFreshConfig } from "./types.ts";

/** Query parameter of a static file's URL that names its content. */
export const CACHE_KEY = "__frsh_c";

/** What one page collects while it renders. Rendering is synchronous, so one module variable points to it. */
export class RenderState {
  readonly nonce = crypto.randomUUID().replaceAll("-", "");
  /** Which of `html`, `head` and `body` the page brought itself. */
  readonly outerElements = new Set<string>();
  /** Elements of `<Head>` by what they stand for, until the document's head takes them. */
  readonly headElements = new Map<string, VNode>();
  /** How many `<Head>` the renderer is inside of. */
  headDepth = 0;
  /** JSX that was passed to islands, by slot number. */
  readonly slots: VNode[] = [];
  readonly renderedSlots = new Set<number>();
  /** Whether the renderer is inside an island or, deeper, inside JSX passed to it. */
  readonly nesting: ("island" | "slot")[] = [];
  readonly markLink: ReturnType<typeof linkMarker>;
  readonly #modules = new Map<Island, number>();
  readonly #islands: (readonly [number, Encoded])[] = [];
  readonly #serializer: Serializer;

  constructor(
    readonly snapshot: BuildSnapshot | null,
    readonly config: ResolvedFreshConfig,
    url: URL,
    slotOf: (state: RenderState, element: VNode) => number,
  ) {
    this.markLink = linkMarker(url);
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
    return {
      modules: this.usedIslands.map((island) => [island.url, island.exportName]),
      islands: this.#islands,
      rows: this.#serializer.rows,
      signals: this.#serializer.hasSignals,
    };
  }

  /** A `Link` header that has the browser load every module of the page's islands at once; empty without islands. */
  preload(): string {
    const { boot } = this.snapshot ?? {};
    if (!boot || this.#modules.size === 0) return "";
    const modules = [boot, ...this.usedIslands].flatMap(({ url, preload }) => [url, ...preload]);
    return [...new Set(modules)].map((url) => `<${encodeURI(url)}>; rel="modulepreload"; as="script"`).join(
      ", ",
    );
  }

  /** A static file's URL with its content hash; other URLs stay as they are. */
  assetUrl(path: string): string {
    const [, name = path, rest = ""] = /^([^?#]*)(.*)$/s.exec(path) ?? [];
    const file = name.startsWith("/") && !rest.startsWith("?") && this.snapshot?.staticFiles.get(name);
    return file ? `${name}?${CACHE_KEY}=${file.hash}${rest}` : path;
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
