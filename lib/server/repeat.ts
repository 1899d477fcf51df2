/** Runs work every `everyMs` without keeping the process alive for it; returns what stops it. */
export function repeat(work: () => void, everyMs: number): () => void {
  const timer = setInterval(work, everyMs);
  Deno.unrefTimer(timer);
  return () => clearInterval(timer);
}
