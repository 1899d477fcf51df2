import { h, type VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { mergeHead } from "./head.ts";
import { SLOT_TEMPLATE, STATE_ID } from "./islands/format.ts";
import { toScriptJson } from "./islands/serialize.ts";
import type { RenderState } from "./render_state.ts";

/** Completes rendered markup to a document: doctype, missing outer tags, and what the page's islands need. */
export function assembleDocument(markup: string, state: RenderState): string {
  let html = markup;
  if (!/^\s*<html[\s>]/i.test(html)) {
    html = `<html><head><meta charset="utf-8"></head><body>${html}</body></html>`;
  } else if (!html.includes("</head>")) {
    html = html.replace(/<html[^>]*>/i, (tag) => `${tag}<head><meta charset="utf-8"></head>`);
  }
  const bodyEnd = islandState(state) + (state.snapshot?.bodyEnd?.(attribute(state.nonce)) ?? "");
  html = insertBefore(html, html.lastIndexOf("</body>"), bodyEnd);
  const headEnd = html.indexOf("</head>");
  const head = mergeHead(
    html.slice(0, headEnd),
    renderToString(h("head", {}, state.headElements)).slice(6, -7),
  );
  return "<!DOCTYPE html>" + head + islandLinks(state) + html.slice(headEnd);
}

function insertBefore(html: string, index: number, text: string): string {
  return index < 0 ? html + text : html.slice(0, index) + text + html.slice(index);
}

function attribute(nonce: string | null): string {
  return nonce ? ` nonce="${nonce}"` : "";
}

/** The start script and, in parallel with it, every module the page's islands will import. */
function islandLinks(state: RenderState): string {
  const boot = state.snapshot?.boot;
  const islands = state.usedIslands;
  if (!boot || islands.length === 0) return "";
  const { basePath } = state.config;
  const urls = new Set([...boot.preload, ...islands.flatMap((island) => [island.url, ...island.preload])]);
  const nonce = attribute(state.nonce);
  return [...urls].map((url) => `<link rel="modulepreload" href="${basePath}${url}"${nonce}>`).join("") +
    `<script type="module" src="${basePath}${boot.url}"${nonce}></script>`;
}

/** Templates for slots their island has not shown yet, and the props of all islands as data. */
function islandState(state: RenderState): string {
  if (state.usedIslands.length === 0) return "";
  let templates = "";
  for (let number = 0; number < state.slots.length; number++) {
    if (state.renderedSlots.has(number)) continue;
    state.nesting.push("slot");
    // Rendering may find further islands and slots, which the loop then reaches.
    const content = renderToString(state.slots[number] as VNode);
    state.nesting.pop();
    templates += `<template id="${SLOT_TEMPLATE}${number}">${content}</template>`;
  }
  const json = toScriptJson(state.pageIslands());
  return `${templates}<script type="application/json" id="${STATE_ID}"${
    attribute(state.nonce)
  }>${json}</script>`;
}
