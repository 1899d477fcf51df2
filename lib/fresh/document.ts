import { h, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import "./hooks.ts";
import type { RenderState } from "./render_state.ts";

const ANYTHING = /^/;

/** An element as markup; null is none. */
export function markupOf(vnode: VNode | null): string {
  if (vnode === null) return "";
  const markup = renderToString(vnode);
  // V8 keeps joined text in pieces until it is read. Read now, the many pieces of a page are gone before the garbage
  // collector moves them, which took longer than the page itself.
  ANYTHING.test(markup);
  return markup;
}

/** Markup as an element that holds just that. */
export function elementOfMarkup(markup: string): VNode {
  return jsxTemplate([markup]) as VNode;
}

/** The finished document: the doctype, and around the markup those outer elements that nobody rendered. */
export function completeDocument(markup: string, { outerElements }: RenderState): string {
  let document = markup;
  const wrap = (name: string) => {
    if (!outerElements.has(name)) document = markupOf(h(name, null, elementOfMarkup(document)) as VNode);
  };
  wrap("body");
  if (!outerElements.has("head")) {
    document = markupOf(h("head", null, h("meta", { charset: "utf-8" }))) + document;
  }
  wrap("html");
  return "<!DOCTYPE html>" + document;
}
