/** What the child process asks its engine thread. */
export type WorkerRequest =
  | { readonly kind: "open"; readonly dataDir: string; readonly socketPath: string }
  | { readonly kind: "beat" }
  | { readonly kind: "close" };

export type WorkerReply =
  | { readonly kind: "opened" }
  | { readonly kind: "beat" }
  | { readonly kind: "closed" }
  | { readonly kind: "failed"; readonly reason: string };
