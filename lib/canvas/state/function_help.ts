/** What the functions of formulas do, in words: asked for once, when somebody first looks at one. */
import { type Signal, signal } from "@preact/signals";
import type { FormulaFunction } from "@/lib/server/catalog/schema.ts";
import { listFunctions } from "../api.ts";

export interface FunctionHelp {
  /** By name; empty until it has come. */
  readonly entries: Signal<ReadonlyMap<string, FormulaFunction>>;
  /** Why it did not come; null while it may still. */
  readonly failure: Signal<string | null>;
  /** Asks for it, unless it is there or on its way. After a failure the next call asks again. */
  load(): void;
}

export function createFunctionHelp(list: typeof listFunctions = listFunctions): FunctionHelp {
  const entries = signal<ReadonlyMap<string, FormulaFunction>>(new Map());
  const failure = signal<string | null>(null);
  let asked = false;

  async function ask(): Promise<void> {
    try {
      const { items } = await list();
      entries.value = new Map(items.map((item) => [item.name, item]));
      failure.value = null;
    } catch {
      asked = false;
      failure.value = "Cannot show help: the server cannot be reached.";
    }
  }

  return {
    entries,
    failure,
    load() {
      if (asked) return;
      asked = true;
      void ask();
    },
  };
}
