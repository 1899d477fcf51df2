/**
 * The command log. A step keeps the graph before and after it, so undo restores exactly what was there, the order of
 * nodes and edges included. Graphs share what did not change, so this costs little.
 */
import type { GraphState } from "./graph.ts";

interface Step {
  /** Shown to the user: "Undo move Filter". */
  readonly name: string;
  readonly before: GraphState;
  readonly after: GraphState;
  /** Steps with the same key in quick succession are one: typing in a field, nudging with the arrows. */
  readonly mergeKey?: string;
  readonly at: number;
}

export interface History {
  readonly present: GraphState;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** The graph as the server last stored it. */
  readonly saved: GraphState;
}

export const MERGE_WINDOW_MS = 1500;
export const MAX_STEPS = 500;

export function startHistory(state: GraphState): History {
  return { present: state, past: [], future: [], saved: state };
}

export function record(
  history: History,
  next: GraphState,
  step: { readonly name: string; readonly mergeKey?: string; readonly at: number },
): History {
  if (next === history.present) return history;
  const last = history.past.at(-1);
  const merges = last !== undefined && step.mergeKey !== undefined && last.mergeKey === step.mergeKey &&
    history.future.length === 0 && step.at - last.at <= MERGE_WINDOW_MS;
  const entry: Step = { ...step, before: merges ? last.before : history.present, after: next };
  const past = merges ? history.past.slice(0, -1) : history.past;
  return { ...history, present: next, past: [...past, entry].slice(-MAX_STEPS), future: [] };
}

export function undo(history: History): History {
  const step = history.past.at(-1);
  if (!step) return history;
  return {
    ...history,
    present: step.before,
    past: history.past.slice(0, -1),
    future: [step, ...history.future],
  };
}

export function redo(history: History): History {
  const [step, ...future] = history.future;
  if (!step) return history;
  return { ...history, present: step.after, past: [...history.past, step], future };
}

/** Marks the state that was sent, not the present one: edits made while saving stay unsaved. */
export function markSaved(history: History, state: GraphState): History {
  return { ...history, saved: state };
}

export function isDirty(history: History): boolean {
  return history.present !== history.saved;
}
