import { type FunctionComponent, h, type VNode } from "preact";
import { completeDocument, elementOfMarkup, markupOf } from "./document.ts";
import { internalsOf } from "./internals.ts";
import { slotOf } from "./islands/server.ts";
import { RenderState, withRenderState } from "./render_state.ts";
import type { Context, LayoutConfig, PageProps, RouteComponent } from "./types.ts";

/** The nonce of a page's scripts and styles stands on its response under this name, for the policy's middleware. */
export const NONCE = Symbol.for("__freshNonce");

const Nothing: FunctionComponent = () => null;

/** A page, layout or app wrapper as an element; an async component is called here, once. */
export async function elementOf<State>(
  ctx: Context<State>,
  component: RouteComponent<never, never>,
  data: unknown,
  Component: FunctionComponent = Nothing,
): Promise<VNode | null | Response> {
  const props: PageProps<unknown, State> = {
    config: ctx.config,
    url: ctx.url,
    req: ctx.req,
    params: ctx.params,
    info: ctx.info,
    state: ctx.state,
    isPartial: ctx.isPartial,
    Component,
    error: ctx.error,
    route: ctx.route,
    data,
  };
  // Calling a plain component outside of a render would break its hooks.
  if (component.constructor.name !== "AsyncFunction") return h(component as never, props as never);
  return await component(props as never) as VNode | Response;
}

/** Wraps what a route rendered in its layouts and the app wrapper, and responds with the finished document. */
export async function renderPage<State>(
  ctx: Context<State>,
  vnode: VNode | null,
  init: ResponseInit,
  config: LayoutConfig,
): Promise<Response> {
  const { layouts, appWrapper, snapshot } = internalsOf(ctx);
  let content = vnode;
  for (const layout of config.skipInheritedLayouts ? [] : layouts.toReversed()) {
    const inner = content;
    const wrapped = await elementOf(ctx, layout, null, () => inner);
    if (wrapped instanceof Response) return wrapped;
    content = wrapped;
  }
  // The app wrapper is rendered last, so that it finds what the page said while it was rendered.
  let body = content;
  const wrapper = config.skipAppWrapper ? null : appWrapper;
  const document = wrapper && await elementOf(ctx, wrapper, null, () => body);
  if (document instanceof Response) return document;

  const state = new RenderState(snapshot, ctx.config, ctx.url, slotOf);
  const html = withRenderState(state, () => {
    const markup = markupOf(content);
    if (document === null) return completeDocument(markup, state);
    body = elementOfMarkup(markup);
    return completeDocument(markupOf(document), state);
  });

  const headers = new Headers(init.headers);
  headers.set("content-type", "text/html; charset=utf-8");
  const response = new Response(html, { status: init.status ?? 200, statusText: init.statusText, headers });
  // Added afterwards: Deno copies the text of a response that is made with more headers than its type.
  const preload = state.preload();
  if (preload !== "") response.headers.append("link", preload);
  Reflect.set(response, NONCE, state.nonce);
  return response;
}
