/** The end of a page's body: what its islands need. It renders last, when all of them are known. */
import { Fragment, h, type VNode } from "preact";
import { SLOT_TEMPLATE, STATE_ID } from "./islands/format.ts";
import { inSlot } from "./islands/server.ts";
import { toScriptJson } from "./islands/serialize.ts";
import { currentRender } from "./render_state.ts";

export function BodyEnd(): VNode | null {
  const pageScript = currentRender()?.snapshot?.pageScript;
  return h(
    Fragment,
    null,
    h(SlotTemplates, { from: 0 }),
    h(IslandScripts, null),
    pageScript ? h("script", { type: "module", src: pageScript }) : null,
  );
}

/** Slots that their island has not shown yet. Rendering them may find further islands and slots. */
function SlotTemplates({ from }: { from: number }): VNode | null {
  const state = currentRender();
  const end = state?.slots.length ?? 0;
  if (!state || from === end) return null;
  const templates = state.slots.slice(from).flatMap((content, index) => {
    const number = from + index;
    return state.renderedSlots.has(number)
      ? []
      : [h("template", { key: number, id: `${SLOT_TEMPLATE}${number}` }, inSlot(content))];
  });
  return h(Fragment, null, ...templates, h(SlotTemplates, { from: end }));
}

/** The props of all islands as data, and the script that brings the islands to life. */
function IslandScripts(): VNode | null {
  const state = currentRender();
  const boot = state?.snapshot?.boot;
  if (!state || !boot || state.usedIslands.length === 0) return null;
  return h(
    Fragment,
    null,
    h("script", {
      type: "application/json",
      id: STATE_ID,
      dangerouslySetInnerHTML: { __html: toScriptJson(state.pageIslands()) },
    }),
    h("script", { type: "module", src: boot.url }),
  );
}
