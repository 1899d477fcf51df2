/** Finds islands while a page renders and puts markers around them and around server-rendered JSX in their props. */
import { type ComponentType, createElement, Fragment, type VNode } from "preact";
import { currentRender, type RenderState } from "../render_state.ts";
import { ISLAND_END, ISLAND_START, SLOT_END, SLOT_START } from "./format.ts";

type Props = Record<string, unknown>;
type AnyNode = { type: unknown; props: Props };

const islandComponents = new WeakSet<object>();

export function registerIslandComponent(component: object): void {
  islandComponents.add(component);
}

function element(type: unknown, props: Props, ...children: unknown[]): VNode {
  return createElement(type as ComponentType<Props>, props, ...children as VNode[]);
}

function comment(text: string): VNode {
  return element(Fragment, { UNSTABLE_comment: text });
}

function Enter({ kind }: { kind: "island" | "slot" }): null {
  currentRender()?.nesting.push(kind);
  return null;
}

function Leave(): null {
  currentRender()?.nesting.pop();
  return null;
}

function marked(start: string, end: string, kind: "island" | "slot", content: VNode): VNode {
  return element(
    Fragment,
    {},
    comment(start),
    element(Enter, { kind }),
    content,
    element(Leave, {}),
    comment(end),
  );
}

/** Stands in for the island's component; inside another island it is just that component. */
function IslandBoundary({ component, props }: { component: ComponentType; props: Props }): VNode {
  const state = currentRender();
  const island = state?.snapshot?.islands.get(component);
  const content = element(Direct, { component, props });
  if (!state || !island || state.nesting.at(-1) === "island") return content;
  const number = state.addIsland(island, props);
  return marked(`${ISLAND_START}${number}`, ISLAND_END, "island", content);
}

const direct = new WeakSet<object>();

function Direct({ component, props }: { component: ComponentType; props: Props }): VNode {
  const node = element(component, props);
  direct.add(node);
  return node;
}

interface SlotProps extends Props {
  state: RenderState;
  number: number;
  content: VNode;
}

function SlotBoundary({ state, number, content }: SlotProps): VNode {
  // An element kept at module level may come from an earlier page.
  if (state !== currentRender()) return content;
  state.renderedSlots.add(number);
  return marked(`${SLOT_START}${number}`, SLOT_END, "slot", content);
}

/** Turns an element in place into a slot, so that it is marked wherever the island puts it. */
export function slotOf(state: RenderState, vnode: VNode): number {
  const node = vnode as unknown as AnyNode;
  const isSlot = node.type === SlotBoundary;
  if (isSlot && node.props.state === state) return node.props.number as number;
  const content = isSlot ? node.props.content as VNode : element(node.type, node.props);
  const number = state.slots.push(content) - 1;
  node.type = SlotBoundary;
  node.props = { state, number, content };
  return number;
}

/** JSX passed to an island, away from its place in it. */
export function inSlot(content: VNode): VNode {
  return element(Fragment, {}, element(Enter, { kind: "slot" }), content, element(Leave, {}));
}

/** Called before a component renders: puts an island's boundary around an island. */
export function markIsland(vnode: VNode): void {
  if (!islandComponents.has(vnode.type as object) || direct.has(vnode)) return;
  const node = vnode as unknown as AnyNode;
  node.props = { component: node.type, props: node.props };
  node.type = IslandBoundary;
}
