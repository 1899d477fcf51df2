import { h, type VNode } from "preact";
import { ISLAND_END, ISLAND_START, SLOT_END, SLOT_START } from "./format.ts";

interface MarkedRange {
  readonly number: number;
  readonly start: Comment;
  readonly end: Comment;
}

interface Markers {
  /** Islands that are in no other island. */
  readonly outermost: readonly MarkedRange[];
  readonly islands: ReadonlyMap<Node, MarkedRange>;
  readonly slots: ReadonlyMap<number, MarkedRange>;
}

/** Pairs the comment markers below a node. */
export function findMarkers(root: Node): Markers {
  const outermost: MarkedRange[] = [];
  const islands = new Map<Node, MarkedRange>();
  const slots = new Map<number, MarkedRange>();
  const open: { start: Comment; isIsland: boolean; number: number }[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const comment = node as Comment;
    const { data } = comment;
    if (data.startsWith(ISLAND_START)) {
      open.push({ start: comment, isIsland: true, number: Number(data.slice(ISLAND_START.length)) });
    } else if (data.startsWith(SLOT_START)) {
      open.push({ start: comment, isIsland: false, number: Number(data.slice(SLOT_START.length)) });
    } else if (data === ISLAND_END || data === SLOT_END) {
      const opened = open.pop();
      if (!opened) continue;
      const range = { number: opened.number, start: opened.start, end: comment };
      if (!opened.isIsland) {
        if (!slots.has(range.number)) slots.set(range.number, range);
      } else {
        islands.set(range.start, range);
        if (!open.some((outer) => outer.isIsland)) outermost.push(range);
      }
    }
  }
  return { outermost, islands, slots };
}

type Child = VNode | string | null;

/** Server-rendered nodes from `first` up to `end` as elements that hydrate over those very nodes. */
export function readElements(
  first: Node | null,
  end: Node | null,
  markers: Markers,
  islandElement: (number: number) => Child,
): Child[] {
  const children: Child[] = [];
  for (let node = first; node && node !== end; node = node.nextSibling) {
    const island = markers.islands.get(node);
    if (island) {
      children.push(islandElement(island.number));
      node = island.end;
    } else if (node instanceof Text) {
      children.push(node.data);
    } else if (node instanceof Element) {
      const inner = node instanceof HTMLTemplateElement ? node.content : node;
      children.push(
        h(
          node.localName,
          propsOf(node),
          ...readElements(inner.firstChild, null, markers, islandElement),
        ) as VNode,
      );
    }
  }
  return children;
}

function propsOf(element: Element): Record<string, unknown> {
  const props: Record<string, unknown> = {};
  for (const { name, value } of element.attributes) {
    // Handlers in attributes are the document's own and stay there; `nonce` reads empty and must not be reset.
    if (name.startsWith("on") || name === "nonce") continue;
    const isFlag = value === "" && typeof Reflect.get(element, name) === "boolean";
    props[name] = isFlag ? true : value;
  }
  return props;
}
