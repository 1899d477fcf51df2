import { type ComponentChildren, h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { type Context, internalsOf } from "./context.ts";
import { assembleDocument } from "./document.ts";
import { isAsyncComponent, pageProps } from "./page_props.ts";
import { slotOf } from "./islands/server.ts";
import { RenderState, withRenderState } from "./render_state.ts";
import type { LayoutConfig, RouteComponent } from "./types.ts";

/** Wraps what a route rendered in its layouts and the app wrapper and answers with the finished document. */
export async function renderPage<State>(
  ctx: Context<State>,
  content: ComponentChildren,
  init: ResponseInit,
  config: LayoutConfig,
): Promise<Response> {
  const internals = internalsOf(ctx);
  const wrappers = [
    ...(config.skipAppWrapper || !internals.appWrapper ? [] : [internals.appWrapper]),
    ...(config.skipInheritedLayouts ? [] : internals.layouts),
  ] as RouteComponent<unknown, State>[];

  let child = content;
  for (const wrapper of wrappers.reverse()) {
    const wrapped = await wrap(ctx, wrapper, child);
    if (wrapped instanceof Response) return wrapped;
    child = wrapped;
  }

  if (internals.useNonce) internals.nonce ??= createNonce();
  const state = new RenderState(internals.snapshot, ctx.config, internals.nonce, slotOf);
  const html = withRenderState(state, () => {
    const body = renderToString(child as VNode);
    return assembleDocument(body, state);
  });

  const headers = new Headers(init.headers);
  if (!headers.has("content-type")) headers.set("content-type", "text/html; charset=utf-8");
  return new Response(html, { status: init.status ?? 200, statusText: init.statusText, headers });
}

async function wrap<State>(
  ctx: Context<State>,
  wrapper: RouteComponent<unknown, State>,
  child: ComponentChildren,
): Promise<ComponentChildren | Response> {
  ctx.Component = () => child as VNode;
  const { data } = internalsOf(ctx);
  if (isAsyncComponent(wrapper)) {
    return await wrapper(Object.assign(ctx, { data }) as never) as VNode | Response;
  }
  return h(wrapper as never, pageProps(ctx, data) as never);
}

function createNonce(): string {
  return crypto.getRandomValues(new Uint8Array(16)).toBase64();
}
