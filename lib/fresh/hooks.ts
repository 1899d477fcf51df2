/** Completes a page's elements while it renders, through the hook that Preact calls before each of them. */
import { type ComponentChildren, h, options, type VNode } from "preact";
import { BodyEnd } from "./body_end.ts";
import { type HeadNode, moveHeadElement, RemainingHead } from "./head.ts";
import { markIsland } from "./islands/server.ts";
import { CACHE_KEY, currentRender, type RenderState } from "./render_state.ts";

type Props = Readonly<Record<string, unknown>>;

/**
 * Under this name, changed props keep those that the page itself gave. An element kept at module level renders for
 * many pages, and what was added for an earlier one must not stay.
 */
const GIVEN = Symbol("given props");

function change(node: HeadNode, additions: (props: Props) => Props | null): void {
  const given = (node.props as { [GIVEN]?: Props })[GIVEN] ?? node.props;
  const added = additions(given);
  node.props = added === null ? given : { ...given, ...added, [GIVEN]: given };
}

type Completion = (node: HeadNode, state: RenderState) => void;

const withNonce: Completion = (node, state) => {
  moveHeadElement(node, state);
  change(node, ({ nonce }) => nonce ? null : { nonce: state.nonce });
};
const withHashes: Completion = (node, state) => change(node, (props) => contentHashes(props, state));
const outer = (name: string, last?: () => VNode | null): Completion => (node, state) => {
  state.outerElements.add(name);
  if (last) change(node, ({ children }) => ({ children: [children as ComponentChildren, h(last, null)] }));
};

/** What is done to elements of which name; all others render as they are. */
const COMPLETIONS: ReadonlyMap<unknown, Completion> = new Map([
  ["html", outer("html")],
  ["head", outer("head", RemainingHead)],
  ["body", outer("body", BodyEnd)],
  ["a", (node, state) => change(node, state.markLink)],
  ["script", withNonce],
  ["style", withNonce],
  ...["title", "meta", "link", "base", "noscript", "template"].map((name) =>
    [name, moveHeadElement] as const
  ),
  ["img", withHashes],
  ["source", withHashes],
]);

function contentHashes(props: Props, state: RenderState): Props | null {
  const { src, srcset } = props;
  if (props["data-fresh-disable-lock"]) return null;
  return {
    ...(typeof src === "string" && !src.includes(CACHE_KEY) ? { src: state.assetUrl(src) } : {}),
    ...(typeof srcset === "string" ? { srcset: state.assetSet(srcset) } : {}),
  };
}

type BeforeElement = (vnode: VNode) => void;
// The name is the one of Preact's published builds.
const hooks = options as unknown as { __b?: BeforeElement };
const previous = hooks.__b;

hooks.__b = (vnode) => {
  const state = currentRender();
  if (state) {
    if (typeof vnode.type === "function") markIsland(vnode);
    else COMPLETIONS.get(vnode.type)?.(vnode as unknown as HeadNode, state);
  }
  previous?.(vnode);
};
