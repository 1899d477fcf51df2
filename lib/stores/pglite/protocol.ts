export type WorkerRequest =
  | { readonly kind: "open"; readonly dataDir: string; readonly socketPath: string }
  | { readonly kind: "close" };

export type WorkerReply =
  | { readonly kind: "opened" }
  | { readonly kind: "closed" }
  | { readonly kind: "failed"; readonly reason: string };
