/** What is known of HTTP methods: which exist, which change nothing, and what a route does about those it lacks. */
import type { Context } from "fresh";
import { FlowForgeError } from "@/lib/server/errors.ts";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;

export const METHODS_KNOWN: ReadonlySet<string> = new Set(METHODS);

const SAFE: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

export function isSafe(method: string): boolean {
  return SAFE.has(method);
}

/**
 * Completes a route's handlers. A method without one is refused with 405 and `Allow`, and OPTIONS lists the methods;
 * Fresh alone would say 404 to both. HEAD stays open beside GET, whose handler Fresh then runs.
 */
export function everyMethod<Handlers extends object>(handlers: Handlers): Handlers {
  const own = Object.keys(handlers);
  const allowed = [...new Set([...own, ...own.includes("GET") ? ["HEAD"] : [], "OPTIONS"])].sort();
  const missing = METHODS.filter((method) => !allowed.includes(method));
  return {
    ...Object.fromEntries(missing.map((method) => [method, refuse(allowed)])),
    OPTIONS: () => new Response(null, { status: 204, headers: { allow: allowed.join(", ") } }),
    ...handlers,
  };
}

function refuse(allowed: readonly string[]): (ctx: Pick<Context<unknown>, "req">) => never {
  return ({ req }) => {
    throw methodRefused(req.method, allowed);
  };
}

/** The error for a method that an address does not take; the response lists those that it takes, where they are known. */
export function methodRefused(method: string, allowed: readonly string[] | undefined): FlowForgeError {
  const name = METHODS_KNOWN.has(method) ? method : "this method";
  const taken = allowed === undefined ? "it is not taken" : `this address takes ${allowed.join(", ")}`;
  return new FlowForgeError(
    "method_not_allowed",
    `Cannot use ${name} here: ${taken}.`,
    allowed && { allowed },
  );
}
