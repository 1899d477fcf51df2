import type { BuildSnapshot, RouteComponent } from "./types.ts";

/** The framework's own part of a request, kept off the public surface of its context. */
export interface RequestInternals {
  /** What a page rendered at this point of the chain is wrapped in. */
  layouts: readonly RouteComponent<never, never>[];
  appWrapper: RouteComponent<never, never> | null;
  readonly snapshot: BuildSnapshot | null;
}

const internals = new WeakMap<object, RequestInternals>();

export function keepInternals(ctx: object, own: RequestInternals): void {
  internals.set(ctx, own);
}

export function internalsOf(ctx: object): RequestInternals {
  const found = internals.get(ctx);
  if (!found) throw new Error("Cannot use this context: it was not created by an app.");
  return found;
}
