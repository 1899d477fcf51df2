/** Start script of pages with islands: loads their modules, restores their props and hydrates them in place. */
import { type ComponentType, h, hydrate } from "preact";
import { createDecoder } from "./deserialize.ts";
import { findMarkers, readElements } from "./dom.ts";
import { type PageIslands, SLOT_TEMPLATE, STATE_ID } from "./format.ts";
import { createRange } from "./range.ts";

type Module = Record<string, ComponentType<Record<string, unknown>> | undefined>;

async function load(url: string, exportName: string): Promise<ComponentType<Record<string, unknown>> | null> {
  try {
    const module = await import(url) as Module;
    return module[exportName] ?? null;
  } catch (error) {
    console.error(error);
    return null;
  }
}

async function start(page: PageIslands): Promise<void> {
  const [components, signals] = await Promise.all([
    Promise.all(page.modules.map(([url, exportName]) => load(url, exportName))),
    page.signals ? import("@preact/signals") : null,
  ]);
  const markers = findMarkers(document.body);

  const decode = createDecoder(page.rows, {
    signal: (value) => {
      if (!signals) throw new Error("Cannot restore a signal: signals are not loaded.");
      return signals.signal(value);
    },
    slot(number) {
      const range = markers.slots.get(number);
      if (range) return readElements(range.start.nextSibling, range.end, markers, islandElement);
      const template = document.getElementById(`${SLOT_TEMPLATE}${number}`);
      if (!(template instanceof HTMLTemplateElement)) return null;
      const inner = findMarkers(template.content);
      return readElements(template.content.firstChild, null, inner, islandElement);
    },
  });

  function islandElement(number: number) {
    const entry = page.islands[number];
    const component = entry && components[entry[0]];
    return component ? h(component, decode(entry[1]) as Record<string, unknown>) : null;
  }

  // Hydrating removes the markers inside, so all elements are made before the first island starts.
  const ready = markers.outermost.map((island) => ({ island, element: islandElement(island.number) }));
  for (const { island, element } of ready) {
    if (!element) continue;
    try {
      hydrate(element, createRange(island.start, island.end));
    } catch (error) {
      console.error(error);
    }
  }
  document.documentElement.dataset.islands = "ready";
}

/** The page is complete without scripts, so the browser draws it first. A hidden page draws nothing. */
function drawn(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

const state = document.getElementById(STATE_ID)?.textContent;
// Not awaited: a module under evaluation would hold back the page's own `DOMContentLoaded`.
if (state) void drawn().then(() => start(JSON.parse(state) as PageIslands));
