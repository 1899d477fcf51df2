import type { RenderState } from "./render_state.ts";

/** Completes rendered markup to a document: doctype, missing outer tags, and what the page's islands need. */
export function assembleDocument(markup: string, state: RenderState): string {
  let html = markup;
  if (!/^\s*<html[\s>]/i.test(html)) {
    html = `<html><head><meta charset="utf-8"></head><body>${html}</body></html>`;
  } else if (!html.includes("</head>")) {
    html = html.replace(/<html[^>]*>/i, (tag) => `${tag}<head><meta charset="utf-8"></head>`);
  }
  const bodyEnd = state.snapshot?.bodyEnd ?? "";
  return "<!DOCTYPE html>" + insertBefore(html, "</body>", bodyEnd);
}

function insertBefore(html: string, tag: string, text: string): string {
  if (text === "") return html;
  const index = html.lastIndexOf(tag);
  return index < 0 ? html + text : html.slice(0, index) + text + html.slice(index);
}
