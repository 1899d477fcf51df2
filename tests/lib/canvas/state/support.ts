import type { Catalog, Graph } from "@/compiler/browser.ts";
import { createEditor } from "@/lib/canvas/state/editor.ts";

const catalog: Catalog = {
  tables: [{
    database: "flowforge",
    table: "raw_trades",
    store: "clickhouse",
    symbolColumn: "symbol",
    columns: [
      { name: "symbol", type: "string", nullable: false },
      { name: "price", type: "decimal", precision: 18, scale: 6, nullable: false },
    ],
  }],
};

export const trades: Graph = {
  version: 1,
  nodes: [
    {
      id: "source",
      type: "data_source",
      position: { x: 0, y: 0 },
      config: { database: "flowforge", table: "raw_trades" },
    },
    { id: "filter", type: "filter", position: { x: 300, y: 0 }, config: { logic: "and", conditions: [] } },
  ],
  edges: [{ source: "source", target: "filter" }],
};

export function editorFor(graph: Graph = trades) {
  let clock = 0;
  return createEditor({ graph, catalog, now: () => clock += 10_000 });
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly signal: AbortSignal | null | undefined;
}

/** Stands in for the server: the real client code runs against these responses, which are noted as they are sent. */
export function respondWith(respond: (sent: Sent) => Response | Promise<Response>) {
  const real = globalThis.fetch;
  const sent: Sent[] = [];
  globalThis.fetch = async (input, init) => {
    const request = {
      method: init?.method ?? "GET",
      path: String(input),
      body: init?.body ? JSON.parse(String(init.body)) : {},
      signal: init?.signal,
    };
    sent.push(request);
    return await respond(request);
  };
  return { sent, [Symbol.dispose]: () => void (globalThis.fetch = real) };
}

export function memoryStorage() {
  const values = new Map<string, string>();
  return {
    values,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

/** Waits for a state to be reached; fails by the test's own time limit, never by a fixed delay. */
export async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 1000; tries++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`Cannot go on: never saw ${what}.`);
}
