/** Brings what `<Head>` elements hold into the document's head, where an element replaces the one it stands for. */
import { Fragment, h, type VNode } from "preact";
import { currentRender, type RenderState } from "./render_state.ts";

type Props = Readonly<Record<string, unknown>>;
export type HeadNode = { type: unknown; props: Props; readonly key: unknown };

/**
 * What a head element stands for: its key, the title, or else its kind with the attributes that say of what it is
 * (for a `meta` not its content, for a `link` not its target). Two style sheets without keys stand for the same.
 */
function identityOf({ type, props, key }: HeadNode): string {
  if (key !== undefined && key !== null) return String(key);
  if (type === "title") return "title";
  const ignored = new Set(["children", "key", "nonce", "ref"]);
  if (type === "meta") ignored.add("content");
  if (type === "link") ignored.add("href");
  const parts = Object.keys(props).filter((name) => !ignored.has(name)).sort().map((name) => {
    const value = props[name];
    return name === "dangerouslySetInnerHTML" ? (value as { __html: string }).__html : `${name}=${value}`;
  });
  return [type, ...parts].join(" ");
}

const Nothing = () => null;

/** Called before a head element renders: takes it out of a `<Head>`, or puts one from there in its place. */
export function moveHeadElement(node: HeadNode, state: RenderState): void {
  if (state.headDepth === 0 && state.headElements.size === 0) return;
  const identity = identityOf(node);
  if (state.headDepth > 0) {
    const marked = node.key === undefined || node.key === null
      ? node.props
      : { ...node.props, "data-key": node.key };
    state.headElements.set(identity, h(node.type as string, marked) as VNode);
    node.type = Nothing;
    return;
  }
  const replacement = state.headElements.get(identity);
  if (replacement === undefined) return;
  state.headElements.delete(identity);
  node.type = replacement.type;
  node.props = replacement.props;
}

/** Stands last in the document's head, for elements that replaced none. */
export function RemainingHead(): VNode | null {
  const state = currentRender();
  if (state === null || state.headElements.size === 0) return null;
  const remaining = [...state.headElements.values()];
  state.headElements.clear();
  return h(Fragment, null, ...remaining);
}
