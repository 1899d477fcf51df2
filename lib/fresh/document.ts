import { Fragment, h, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { renderToString } from "preact-render-to-string";
import "./hooks.ts";
import type { RenderState } from "./render_state.ts";

/** An element rendered to markup, as an element that holds just that markup. */
export function rendered(vnode: VNode | null): VNode {
  return jsxTemplate([renderToString(vnode ?? h(Fragment, null))]) as VNode;
}

/** The finished document: the doctype, and around the markup those outer elements that nobody rendered. */
export function completeDocument(markup: VNode, { outerElements }: RenderState): string {
  let document = markup;
  if (!outerElements.has("body")) document = h("body", null, document);
  if (!outerElements.has("head")) {
    document = h(Fragment, null, h("head", null, h("meta", { charset: "utf-8" })), document);
  }
  if (!outerElements.has("html")) document = h("html", null, document);
  return "<!DOCTYPE html>" + renderToString(document);
}
