/** Completes a page's elements while it renders, through the hook that Preact calls before each of them. */
import { type ComponentChildren, h, options, type VNode } from "preact";
import { markActive } from "./active_links.ts";
import { BodyEnd } from "./body_end.ts";
import { type HeadNode, isHeadElement, moveHeadElement, RemainingHead } from "./head.ts";
import { markIsland } from "./islands/server.ts";
import { CACHE_KEY, currentRender, type RenderState } from "./render_state.ts";

type Props = Readonly<Record<string, unknown>>;

/**
 * The props that the page itself gave, by those made from them here. An element kept at module level renders for
 * many pages, and what was added for an earlier one must not stay.
 */
const own = new WeakMap<Props, Props>();

function change(node: HeadNode, to: (props: Props) => Props): void {
  const given = own.get(node.props) ?? node.props;
  const changed = to(given);
  if (changed !== given) own.set(changed, given);
  node.props = changed;
}

function completeElement(node: HeadNode, state: RenderState): void {
  if (isHeadElement(node.type)) moveHeadElement(state, node);
  switch (node.type) {
    case "a":
      return change(node, (props) => markActive(props, state.url));
    case "script":
    case "style":
      return change(node, (props) => props.nonce ? props : { ...props, nonce: state.nonce });
    case "img":
    case "source":
      return change(node, (props) => withContentHash(props, state));
    case "head":
      state.outerElements.add("head");
      return change(node, (props) => withLast(props, RemainingHead));
    case "body":
      state.outerElements.add("body");
      return change(node, (props) => withLast(props, BodyEnd));
    case "html":
      state.outerElements.add("html");
  }
}

function withLast(props: Props, component: () => VNode | null): Props {
  return { ...props, children: [props.children as ComponentChildren, h(component, null)] };
}

function withContentHash(props: Props, state: RenderState): Props {
  const { src, srcset } = props;
  if (props["data-fresh-disable-lock"]) return props;
  return {
    ...props,
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
    else completeElement(vnode as unknown as HeadNode, state);
  }
  previous?.(vnode);
};
